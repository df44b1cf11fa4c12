import { inPath, inQuery, required, text } from '../fields';
import { department, employmentType, jobById } from '../fields/common';
import type { Operation, Resource } from '../types';
import { apply } from './apply';
import { PUBLIC_JOB, PUBLIC_JOB_DETAIL } from './entity';
import { companySlug } from './fields';

const get: Operation = {
	value: 'get',
	name: 'Get Job',
	action: 'Get job of career site',
	description:
		'Get one job as its page on the career site shows it; drafts and archived jobs are not there',
	task: 'get job {id} of the career site',
	method: 'GET',
	path: '/career-site/jobs/{id}',
	fields: [companySlug, inPath('id', required(jobById))],
	output: { kind: 'one', entity: PUBLIC_JOB_DETAIL },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many jobs of career site',
	description: "List the jobs that are public on a company's career site",
	task: 'list the jobs of the career site',
	method: 'GET',
	path: '/career-site/jobs',
	fields: [companySlug],
	optional: {
		collection: 'filters',
		fields: [
			inQuery('department_id', department),
			inQuery('employment_type_id', employmentType),
			inQuery(
				'city',
				text({
					name: 'city',
					displayName: 'City',
					placeholder: 'e.g. Lisbon',
					description: 'Only jobs in this city, spelled as in the job',
				}),
			),
			inQuery(
				'country',
				text({
					name: 'country',
					displayName: 'Country',
					placeholder: 'e.g. Portugal',
					description: 'Only jobs in this country, spelled as in the job',
				}),
			),
		],
	},
	output: { kind: 'pages', entity: PUBLIC_JOB, key: 'jobs' },
};

export const careerSite: Resource = {
	value: 'careerSite',
	name: 'Career Site',
	description: "What a company's career site shows to the public, and applying there",
	operations: [apply, get, getAll],
};

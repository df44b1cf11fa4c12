import { inQuery, required, text, time } from '../fields';
import { department, jobPath, updatedAfter } from '../fields/common';
import type { Operation, Resource } from '../types';
import { JOB } from './entity';
import { details, essentials, include, status } from './fields';
import { setStatus } from './setStatus';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create job',
	description: 'Create a job; with a public status it is published at once',
	task: 'create the job',
	method: 'POST',
	path: '/jobs',
	company: 'body',
	fields: essentials.map(required),
	optional: { collection: 'additionalFields', fields: [...details, include] },
	output: { kind: 'one', entity: JOB },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description:
		'Remove a job for good; this cannot be undone. To take it off the career site only, set its status.',
	task: 'delete job {id}',
	method: 'DELETE',
	path: '/jobs/{id}',
	fields: [jobPath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job: its status, location, salary and description',
	task: 'get job {id}',
	method: 'GET',
	path: '/jobs/{id}',
	fields: [jobPath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: JOB },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many jobs',
	description: 'List the jobs of the company, those that are not public too',
	task: 'list the jobs',
	method: 'GET',
	path: '/jobs',
	company: 'query',
	summary: true,
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'q',
				text({
					name: 'search',
					displayName: 'Search',
					placeholder: 'e.g. developer',
					description: 'Only jobs in which 100Hires finds this text',
				}),
			),
			inQuery('status', status),
			inQuery('department_id', department),
			inQuery(
				'created_at_start',
				time({
					name: 'createdAfter',
					displayName: 'Created After',
					description: 'Only jobs that were created at this time or later',
				}),
			),
			inQuery(
				'created_at_end',
				time({
					name: 'createdBefore',
					displayName: 'Created Before',
					description: 'Only jobs that were created until this time',
				}),
			),
			updatedAfter,
			include,
		],
	},
	output: { kind: 'pages', entity: JOB, key: 'jobs' },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update job',
	description: 'Change a job; what is not given stays as it is',
	task: 'update job {id}',
	method: 'PUT',
	path: '/jobs/{id}',
	fields: [jobPath],
	optional: { collection: 'updateFields', fields: [...essentials, ...details, include] },
	output: { kind: 'one', entity: JOB },
};

export const job: Resource = {
	value: 'job',
	name: 'Job',
	description: 'An open position: its ad, location, salary, status and pipeline',
	operations: [create, remove, get, getAll, setStatus, update],
};

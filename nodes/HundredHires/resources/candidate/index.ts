import { choices, inBody, inQuery, pickMany, text } from '../fields';
import { candidatePath, createdAfter, jobById, stage, updatedAfter } from '../fields/common';
import type { Operation, Resource } from '../types';
import { RESUME } from '../attachment/entity';
import { downloadResume } from './downloadResume';
import { CANDIDATE } from './entity';
import { details, email, firstName, include, lastName, profileAnswers } from './fields';
import { getActivities } from './getActivities';
import { upsert } from './upsert';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create candidate',
	description:
		'Add a candidate, and to a job if one is given. 100Hires knows candidates by email and makes no second one.',
	task: 'create the candidate',
	method: 'POST',
	path: '/candidates',
	company: 'body',
	fields: [firstName, lastName, email, profileAnswers],
	optional: { collection: 'additionalFields', fields: [...details, include] },
	output: { kind: 'one', entity: CANDIDATE },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete candidate',
	description: 'Remove a candidate for good; this cannot be undone',
	task: 'delete candidate {id}',
	method: 'DELETE',
	path: '/candidates/{id}',
	fields: [candidatePath],
	output: { kind: 'deleted' },
};

const disqualify: Operation = {
	value: 'disqualify',
	name: 'Disqualify',
	action: 'Disqualify candidate for all jobs',
	description:
		'Reject all applications of a candidate. To reject one of them, use Reject of the application.',
	task: 'disqualify candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/disqualify',
	fields: [candidatePath],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'reasons',
				pickMany({
					name: 'reasons',
					displayName: 'Rejection Reason Names or IDs',
					from: 'getRejectionReasons',
				}),
			),
		],
	},
	output: { kind: 'object', shape: { success: 'boolean', rejected_applications: ['integer'] } },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get candidate',
	description: 'Get one candidate: contact data, profile answers and applications',
	task: 'get candidate {id}',
	method: 'GET',
	path: '/candidates/{id}',
	fields: [candidatePath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: CANDIDATE },
};

/** All filters have to match (100Hires OpenAPI 2.0.0). */
const filters = [
	inQuery(
		'q',
		text({
			name: 'search',
			displayName: 'Search',
			placeholder: 'e.g. Ada',
			description: 'Part of the name or of the email address',
		}),
	),
	inQuery(
		'email',
		text({
			name: 'email',
			displayName: 'Email',
			placeholder: 'e.g. name@email.com',
			description: 'The whole email address',
		}),
	),
	inQuery(
		'full_name',
		text({ name: 'fullName', displayName: 'Full Name', placeholder: 'e.g. Ada Lovelace' }),
	),
	inQuery(
		'linkedin',
		text({
			name: 'linkedin',
			displayName: 'LinkedIn',
			placeholder: 'e.g. https://linkedin.com/in/adalovelace',
			description: 'Address of the LinkedIn profile, or the last part of it',
		}),
	),
	inQuery('job_id', jobById),
	inQuery('stage_id', stage),
	createdAfter,
	updatedAfter,
	include,
];

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many candidates',
	description: 'List or search candidates, by name, email, LinkedIn, job, stage or time',
	task: 'list the candidates',
	method: 'GET',
	path: '/candidates',
	company: 'query',
	summary: true,
	optional: { collection: 'filters', fields: filters },
	output: { kind: 'pages', entity: CANDIDATE, key: 'candidates' },
};

const getResume: Operation = {
	value: 'getResume',
	name: 'Get Resume',
	action: 'Get resume data of candidate',
	description: "Get the name, type and address of a candidate's resume, and its text if wanted",
	task: 'get the resume of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/resume',
	fields: [candidatePath],
	optional: {
		collection: 'additionalFields',
		fields: [
			inQuery(
				'include',
				choices({
					name: 'include',
					displayName: 'Include',
					description: 'What to add to the data of the resume',
					options: [{ name: 'Text Content', value: 'text_content' }],
				}),
			),
		],
	},
	output: { kind: 'one', entity: RESUME },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update candidate',
	description: 'Change what is known of a candidate; what is not given stays as it is',
	task: 'update candidate {id}',
	method: 'PUT',
	path: '/candidates/{id}',
	fields: [candidatePath, profileAnswers],
	optional: {
		collection: 'updateFields',
		fields: [firstName, lastName, email, ...details],
	},
	output: { kind: 'one', entity: CANDIDATE },
};

export const candidate: Resource = {
	value: 'candidate',
	name: 'Candidate',
	description: 'A person: contact data, profile answers, resume',
	operations: [
		create,
		upsert,
		remove,
		disqualify,
		downloadResume,
		get,
		getActivities,
		getAll,
		getResume,
		update,
	],
};

import { id, inPath } from '../fields';
import { applicationPath } from '../fields/common';
import type { Entity, Operation, Resource } from '../types';

/** What an interviewer made of an application (100Hires OpenAPI 2.0.0, `Evaluation`); lists come without the answers. */
const EVALUATION: Entity = {
	name: 'Evaluation',
	shape: {
		id: 'integer',
		application_id: 'integer',
		form_id: 'integer',
		form_name: 'string',
		url_backoffice: 'string',
		form_url_backoffice: 'string',
		user: { id: 'integer', full_name: 'string' },
		summary_score: 'string',
		summary_text: 'string',
		answers: [{ question_id: 'integer', question_text: 'string', value: 'string' }],
		created_at: 'time',
		updated_at: 'time',
	},
	simple: {
		id: 'id',
		application_id: 'application_id',
		form_id: 'form_id',
		form_name: 'form_name',
		user_name: 'user.full_name',
		summary_score: 'summary_score',
		summary_text: 'summary_text',
		url: 'url_backoffice',
		created_at: 'created_at',
		updated_at: 'updated_at',
	},
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get evaluation',
	description: "Get one evaluation; turn off 'Simplify' to see the single answers",
	task: 'get evaluation {id}',
	method: 'GET',
	path: '/evaluation-forms/{id}',
	fields: [
		inPath(
			'id',
			id({
				name: 'evaluationId',
				displayName: 'Evaluation ID',
				required: true,
				placeholder: 'e.g. 95001',
			}),
		),
	],
	output: { kind: 'one', entity: EVALUATION },
};

const getAllOfApplication: Operation = {
	value: 'getAllOfApplication',
	name: 'Get Many of Application',
	action: 'Get many evaluations of application',
	description: 'List what interviewers made of an application: score and summary of each',
	task: 'list the evaluations of application {id}',
	method: 'GET',
	path: '/applications/{id}/evaluation-forms',
	fields: [applicationPath],
	output: { kind: 'list', entity: EVALUATION, key: 'evaluations' },
};

export const evaluation: Resource = {
	value: 'evaluation',
	name: 'Evaluation',
	description: 'What interviewers made of an application',
	operations: [getAllOfApplication, get],
};

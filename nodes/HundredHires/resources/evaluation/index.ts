import { id, inPath } from '../fields';
import { applicationPath } from '../fields/common';
import type { Operation, Resource } from '../types';
import { EVALUATION } from './entity';

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

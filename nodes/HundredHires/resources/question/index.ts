import type { Operation, Resource } from '../types';
import { QUESTION } from './entity';
import { answerOptions, questionPath, questionText, questionType } from './fields';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create question',
	description: 'Create a question, which forms can then ask',
	task: 'create the question',
	method: 'POST',
	path: '/questions',
	company: 'body',
	fields: [questionText, questionType],
	optional: { collection: 'additionalFields', fields: [answerOptions] },
	output: { kind: 'one', entity: QUESTION },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete question',
	description: 'Remove a question for good; this cannot be undone',
	task: 'delete question {id}',
	method: 'DELETE',
	path: '/questions/{id}',
	fields: [questionPath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get question',
	description: 'Get one question: its text, type and the answers to choose from',
	task: 'get question {id}',
	method: 'GET',
	path: '/questions/{id}',
	fields: [questionPath],
	output: { kind: 'one', entity: QUESTION },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many questions',
	description: "List the company's questions; their IDs are what candidates' profiles go by",
	task: 'list the questions',
	method: 'GET',
	path: '/questions',
	company: 'query',
	output: { kind: 'pages', entity: QUESTION, key: 'questions' },
};

const getTypes: Operation = {
	value: 'getTypes',
	name: 'Get Types',
	action: 'Get types of questions',
	description: 'List the types that a question can have, one an item',
	task: 'list the types of questions',
	method: 'GET',
	path: '/questions/types',
	output: { kind: 'strings', key: 'types', as: 'type' },
};

/** 100Hires wants text and type with every change (OpenAPI 2.0.0, `QuestionUpdateRequest`). */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update question',
	description: 'Change a question; its text and type have to be given again',
	task: 'update question {id}',
	method: 'PUT',
	path: '/questions/{id}',
	fields: [questionPath, questionText, questionType],
	optional: { collection: 'updateFields', fields: [answerOptions] },
	output: { kind: 'one', entity: QUESTION },
};

export const question: Resource = {
	value: 'question',
	name: 'Question',
	description: "A question that forms ask, and whose answers make up candidates' profiles",
	operations: [create, remove, get, getAll, getTypes, update],
};

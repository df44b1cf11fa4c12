import { inPath } from '../fields';
import type { Operation, Resource } from '../types';
import { FORM } from './entity';
import { form as formField, formName, questions } from './fields';
import { setQuestionStatus } from './setQuestionStatus';

const formPath = inPath('id', formField);

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create form',
	description: 'Create an application form, which jobs can then use',
	task: 'create the form',
	method: 'POST',
	path: '/forms',
	company: 'body',
	fields: [formName],
	optional: { collection: 'additionalFields', fields: [questions] },
	output: { kind: 'one', entity: FORM },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete form',
	description: 'Remove an application form for good; this cannot be undone',
	task: 'delete form {id}',
	method: 'DELETE',
	path: '/forms/{id}',
	fields: [formPath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get form',
	description: 'Get one application form with its questions and which of them are required',
	task: 'get form {id}',
	method: 'GET',
	path: '/forms/{id}',
	fields: [formPath],
	output: { kind: 'one', entity: FORM },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many forms',
	description: "List the company's application forms with their questions",
	task: 'list the forms',
	method: 'GET',
	path: '/forms',
	company: 'query',
	output: { kind: 'pages', entity: FORM, key: 'forms' },
};

/** 100Hires wants the name with every change (OpenAPI 2.0.0, `FormUpdateRequest`). */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update form',
	description: 'Change the name of a form, or the questions that it asks',
	task: 'update form {id}',
	method: 'PUT',
	path: '/forms/{id}',
	fields: [formPath, formName],
	optional: { collection: 'updateFields', fields: [questions] },
	output: { kind: 'one', entity: FORM },
};

export const form: Resource = {
	value: 'form',
	name: 'Form',
	description: 'An application form, made of questions',
	operations: [create, remove, get, getAll, setQuestionStatus, update],
};

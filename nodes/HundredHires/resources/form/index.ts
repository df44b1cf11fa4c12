import { QUESTION } from '../../shared/locators';
import { choice, inBody, inPath, locator } from '../fields';
import type { Operation, Resource } from '../types';
import { FORM } from './entity';
import { form as formField, formName, questions } from './fields';

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

const setQuestionStatus: Operation = {
	value: 'setQuestionStatus',
	name: 'Set Question Status',
	action: 'Set status of question in form',
	description: 'Say whether a form requires an answer to a question, leaves it open, or hides it',
	task: 'set the status of question {question_id} in form {form_id}',
	method: 'PUT',
	path: '/forms/{form_id}/questions/{question_id}',
	fields: [
		inPath('form_id', formField),
		inPath(
			'question_id',
			locator({
				name: 'questionId',
				displayName: 'Question',
				kind: QUESTION,
				required: true,
				description: 'A question of the form',
			}),
		),
		inBody(
			'status',
			choice({
				name: 'status',
				displayName: 'Status',
				required: true,
				description: 'What the form does with the question',
				options: [
					{ name: 'Required', value: 'required', description: 'It has to be answered' },
					{ name: 'Optional', value: 'optional', description: 'It may be left empty' },
					{ name: 'Hidden', value: 'hidden', description: 'It is not asked' },
				],
			}),
		),
	],
	output: { kind: 'one', entity: FORM },
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

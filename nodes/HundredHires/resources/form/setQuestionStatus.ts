import { QUESTION } from '../../shared/locators';
import { choice, inBody, inPath, locator } from '../fields';
import type { Operation } from '../types';
import { FORM } from './entity';
import { form } from './fields';

export const setQuestionStatus: Operation = {
	value: 'setQuestionStatus',
	name: 'Set Question Status',
	action: 'Set status of question in form',
	description: 'Say whether a form requires an answer to a question, leaves it open, or hides it',
	task: 'set the status of question {question_id} in form {form_id}',
	method: 'PUT',
	path: '/forms/{form_id}/questions/{question_id}',
	fields: [
		inPath('form_id', form),
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

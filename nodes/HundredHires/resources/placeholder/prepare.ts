import { id, inBody, text } from '../fields';
import type { Operation } from '../types';

/**
 * The type is a text and no choice: placeholders carry `system`, `candidate_column`, `job_variable`, `questionnaire_link` and
 * `scheduling_link` (100Hires OpenAPI 2.0.0), other names than those that the list is filtered by.
 */
export const prepare: Operation = {
	value: 'prepare',
	name: 'Prepare',
	action: 'Prepare placeholder for template',
	description:
		'Turn a placeholder of Get Many into the HTML that goes into the subject or the body of a template',
	task: 'prepare the placeholder',
	method: 'POST',
	path: '/template-placeholders/prepare',
	fields: [
		inBody(
			'type',
			text({
				name: 'type',
				displayName: 'Type',
				required: true,
				placeholder: 'e.g. system',
				description: "The placeholder's 'type', as Get Many gives it",
			}),
		),
	],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'identifier',
				text({
					name: 'identifier',
					displayName: 'Identifier',
					placeholder: 'e.g. first_name',
					description: "The placeholder's 'identifier'",
				}),
			),
			inBody(
				'system_column_title',
				text({
					name: 'systemColumnTitle',
					displayName: 'System Column Title',
					placeholder: 'e.g. First Name',
					description: "The placeholder's 'system_column_title', where it has one",
				}),
			),
			inBody(
				'qas_profile_question_id',
				id({
					name: 'profileQuestionId',
					displayName: 'Profile Question ID',
					placeholder: 'e.g. 2001',
					description: "The placeholder's 'qas_profile_question_id', where it has one",
				}),
			),
			inBody(
				'form_question_id',
				id({
					name: 'formQuestionId',
					displayName: 'Form Question ID',
					placeholder: 'e.g. 2001',
					description: "The placeholder's 'form_question_id', where it has one",
				}),
			),
			inBody(
				'job_variable_id',
				id({
					name: 'jobVariableId',
					displayName: 'Job Variable ID',
					placeholder: 'e.g. 2001',
					description: "The placeholder's 'job_variable_id', where it has one",
				}),
			),
		],
	},
	output: { kind: 'object', shape: { html: 'string' } },
};

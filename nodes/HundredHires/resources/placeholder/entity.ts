import type { Entity } from '../types';

/** Something that a template can hold and that is filled in when the email is sent (100Hires OpenAPI 2.0.0, `TemplatePlaceholder`). */
export const PLACEHOLDER: Entity = {
	name: 'Placeholder',
	shape: {
		type: 'string',
		identifier: 'any',
		label: 'string',
		is_link: 'boolean',
		is_job_variable: 'boolean',
		job_variable_id: 'integer',
		system_column_title: 'string',
		qas_profile_question_id: 'integer',
		form_question_id: 'integer',
		form_name: 'string',
	},
	simple: {},
};

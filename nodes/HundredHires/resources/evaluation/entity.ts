import type { Entity } from '../types';

/** What an interviewer made of an application (100Hires OpenAPI 2.0.0, `Evaluation`); lists come without the answers. */
export const EVALUATION: Entity = {
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

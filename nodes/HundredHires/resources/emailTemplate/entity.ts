import type { Entity } from '../types';

/** A template of an email (100Hires OpenAPI 2.0.0). */
export const EMAIL_TEMPLATE: Entity = {
	name: 'Email Template',
	shape: {
		id: 'integer',
		name: 'string',
		subject: 'string',
		body: 'string',
		url_backoffice: 'string',
		created_at: 'time',
		updated_at: 'time',
	},
	simple: {},
};

import type { Entity } from '../types';

/** An email that 100Hires sends by itself (OpenAPI 2.0.0, `NotificationMessage`). */
export const NOTIFICATION_MESSAGE: Entity = {
	name: 'Notification Message',
	shape: {
		id: 'integer',
		from: 'string',
		to: 'string',
		subject: 'string',
		body: 'string',
		date: 'string',
		// An empty text where the message is not scheduled.
		schedule: 'any',
	},
	simple: {},
};

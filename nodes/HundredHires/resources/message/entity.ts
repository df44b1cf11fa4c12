import { ATTACHMENT } from '../attachment/entity';
import type { Entity } from '../types';

/**
 * A message to or from a candidate (100Hires OpenAPI 2.0.0, `ScheduledEmail` and the rows of its lists). What stands inside `message`
 * depends on the type: this is an email's.
 */
export const MESSAGE: Entity = {
	name: 'Message',
	shape: {
		type: 'string',
		is_sent_by_candidate: 'boolean',
		message: {
			id: 'integer',
			from: 'string',
			to: 'string',
			cc: 'string',
			subject: 'string',
			body: 'string',
			date: 'string',
			attachments: [ATTACHMENT.shape],
			// An empty text where the message is not scheduled.
			schedule: 'any',
			opensCount: 'integer',
			opens: [{ label: 'string' }],
			autoJobId: 'any',
			isNurtured: 'boolean',
		},
	},
	simple: {},
};

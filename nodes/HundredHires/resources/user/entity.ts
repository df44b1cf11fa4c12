import type { Entity, Shape } from '../types';

/** Somebody who works with 100Hires in the company (100Hires OpenAPI 2.0.0). */
export const USER: Entity = {
	name: 'User',
	shape: {
		id: 'integer',
		full_name: 'string',
		email: 'string',
		role: 'string',
		default_mail_account_id: 'integer',
		created_at: 'time',
		updated_at: 'time',
	},
	simple: {},
};

export const MAIL_ACCOUNT_SHAPE = {
	id: 'integer',
	email: 'string',
	provider: { name: 'string', label: 'string' },
	mailbox_id: 'integer',
	is_default: 'boolean',
	is_configured: 'boolean',
} satisfies { [field: string]: Shape };

/** A mailbox that messages can be sent from (100Hires OpenAPI 2.0.0). */
export const MAIL_ACCOUNT: Entity = {
	name: 'Mail Account',
	shape: MAIL_ACCOUNT_SHAPE,
	simple: {},
};

const NAMED = { id: 'integer', name: 'string' } as const;

/**
 * Something that a user did (100Hires OpenAPI 2.0.0, `UserActivity`); which fields there are depends on its type. Candidates and jobs
 * come as in their own lists, those that were deleted with their ID alone.
 */
export const USER_ACTIVITY: Entity = {
	name: 'User Activity',
	shape: {
		event_id: 'string',
		type: 'string',
		occurred_at: 'time',
		candidate: { id: 'integer', alias: 'string', first_name: 'string', last_name: 'string' },
		application_id: 'integer',
		job: { id: 'integer', alias: 'string', title: 'string' },
		from_stage: NAMED,
		to_stage: NAMED,
		reason: NAMED,
		message_id: 'integer',
		email: 'any',
		sms: 'any',
		call_id: 'integer',
		duration_seconds: 'integer',
		call: 'any',
		note_id: 'integer',
		note: 'any',
		content: 'string',
	},
	simple: {
		event_id: 'event_id',
		type: 'type',
		occurred_at: 'occurred_at',
		candidate_id: 'candidate.id',
		candidate_first_name: 'candidate.first_name',
		candidate_last_name: 'candidate.last_name',
		application_id: 'application_id',
		job_id: 'job.id',
		job_title: 'job.title',
		to_stage: 'to_stage.name',
	},
};

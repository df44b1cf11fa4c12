import type { Entity } from '../types';

/** A candidate (100Hires OpenAPI 2.0.0); lists have the applications only on request. */
export const CANDIDATE: Entity = {
	name: 'Candidate',
	shape: {
		id: 'integer',
		alias: 'string',
		url_backoffice: 'string',
		company_id: 'integer',
		first_name: 'string',
		last_name: 'string',
		emails: ['string'],
		phones: ['string'],
		source: { id: 'integer', name: 'string' },
		origin: { id: 'integer', name: 'string' },
		profile: [{ question_id: 'integer', question_text: 'string', value: 'any' }],
		ip: 'string',
		applications: [
			{
				id: 'integer',
				job: { id: 'integer', title: 'string' },
				stage: { id: 'integer', name: 'string' },
			},
		],
		created_at: 'time',
		updated_at: 'time',
		last_message_at: 'time',
		days_since_last_message: 'integer',
	},
	simple: {
		id: 'id',
		alias: 'alias',
		first_name: 'first_name',
		last_name: 'last_name',
		email: 'emails.0',
		phone: 'phones.0',
		source_name: 'source.name',
		url: 'url_backoffice',
		created_at: 'created_at',
		updated_at: 'updated_at',
	},
};

/** Something that happened to a candidate; what else `event` holds depends on its type (`Activity`). */
export const ACTIVITY: Entity = {
	name: 'Activity',
	shape: {
		event_id: 'integer',
		candidate_id: 'integer',
		application_id: 'integer',
		user_id: 'integer',
		event: {
			type: 'string',
			is_text_bubble: 'boolean',
			data: {
				text: 'string',
				date: 'string',
				relative_time: 'string',
				full_time: 'string',
				from_stage_id: 'integer',
				from_stage_name: 'string',
			},
			comment: 'any',
			call: 'any',
			copilot_response: 'any',
		},
		created_at: 'time',
	},
	simple: {},
};

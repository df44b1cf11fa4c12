import { readEvent } from '../../../nodes/HundredHires/events/read.ts';
import type { HiringEvent } from '../../../nodes/HundredHires/events/index.ts';

export type Json = Record<string, unknown>;

/** A flat application as the OpenAPI document tells of it. */
export const application = (changes: Json = {}): Json => ({
	id: 700101,
	candidate_id: 500202,
	job_id: 303,
	job_alias: 'backend-dev',
	internal_job_id: 7,
	company_id: 42,
	stage: { id: 3, name: 'Applied' },
	status: 'active',
	is_disqualified: false,
	url_backoffice:
		'https://app.100hires.com/candidate/default/view?candidate=500202&application=700101',
	cv: {
		url: 'https://api.100hires.com/v2/files/0001/download',
		uuid: '0001',
		relative_time: '1 minute ago',
		file: { orig_file_name: 'cv.pdf', file_type: 'application/pdf' },
		text: '...',
	},
	rejected_at: null,
	rejection_reason: null,
	hired_at: null,
	hiring_team: null,
	custom_fields: null,
	created_at: 1781434800,
	updated_at: 1781434800,
	last_message_at: null,
	days_since_last_message: null,
	ai_score: null,
	ai_recommendation: null,
	ai_scoring_updated_at: null,
	candidate: {
		id: 500202,
		alias: 'abC12dE',
		company_id: 42,
		first_name: 'Ada',
		last_name: 'Test',
		emails: ['ada@example.com'],
		phones: ['+15550000000'],
		source: { id: 5, name: 'LinkedIn' },
	},
	...changes,
});

/** The event that a body is read as; throws where it is none. */
export function event(body: Json): HiringEvent {
	const reading = readEvent(body);
	if (reading.kind !== 'event') throw new Error(`read as ${reading.kind}`);
	return reading.event;
}

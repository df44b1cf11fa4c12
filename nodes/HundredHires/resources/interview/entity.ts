import { APPLICATION } from '../application/entity';
import { CANDIDATE } from '../candidate/entity';
import type { Entity } from '../types';

/** An interview (100Hires OpenAPI 2.0.0); candidate, application and job are there on request. */
export const INTERVIEW: Entity = {
	name: 'Interview',
	shape: {
		id: 'integer',
		application_id: 'integer',
		job_id: 'integer',
		candidate_id: 'integer',
		start_time: 'time',
		end_time: 'time',
		status: 'string',
		interviewers: [{ user_id: 'integer', name: 'string', email: 'string' }],
		location: 'string',
		meeting_url: 'string',
		stage: { id: 'integer', name: 'string' },
		url_backoffice: 'string',
		candidate: CANDIDATE.shape,
		application: APPLICATION.shape,
		job: 'any',
		created_at: 'time',
		updated_at: 'time',
	},
	simple: {
		id: 'id',
		application_id: 'application_id',
		candidate_id: 'candidate_id',
		job_id: 'job_id',
		status: 'status',
		start_time: 'start_time',
		end_time: 'end_time',
		interviewers: 'interviewers',
		location: 'location',
		meeting_url: 'meeting_url',
	},
};

import { RESUME } from '../attachment/entity';
import type { Entity } from '../types';

/** An application, as every operation on applications answers (100Hires OpenAPI 2.0.0). */
export const APPLICATION: Entity = {
	name: 'Application',
	shape: {
		id: 'integer',
		candidate_id: 'integer',
		job_id: 'integer',
		job_alias: 'string',
		internal_job_id: 'string',
		company_id: 'integer',
		stage: { id: 'integer', name: 'string' },
		status: 'string',
		is_disqualified: 'boolean',
		url_backoffice: 'string',
		cv: RESUME.shape,
		rejected_at: 'time',
		rejection_reason: [{ id: 'integer', name: 'string' }],
		hired_at: 'time',
		hiring_team: [{ id: 'integer', full_name: 'string', email: 'string', role: 'string' }],
		custom_fields: 'any',
		ai_score: 'integer',
		ai_recommendation: 'string',
		ai_scoring_updated_at: 'time',
		last_message_at: 'time',
		days_since_last_message: 'integer',
		created_at: 'time',
		updated_at: 'time',
	},
	simple: {
		id: 'id',
		candidate_id: 'candidate_id',
		job_id: 'job_id',
		stage_id: 'stage.id',
		stage_name: 'stage.name',
		status: 'status',
		ai_score: 'ai_score',
		url: 'url_backoffice',
		created_at: 'created_at',
		updated_at: 'updated_at',
	},
};

/** How an application was scored (`AiScore`). */
export const AI_SCORE: Entity = {
	name: 'AI Score',
	shape: {
		uuid: 'string',
		job_id: 'integer',
		job_title: 'string',
		job_url: 'string',
		summary: 'string',
		total_score: 'integer',
		criteria: [
			{
				criterion_title: 'string',
				criterion_text: 'string',
				score: 'integer',
				justification: 'string',
				followup_questions: ['string'],
			},
		],
		rate: 'any',
		date: 'string',
	},
	simple: {},
};

/** One move of an application (`StageHistoryEntry`). */
export const STAGE_MOVE: Entity = {
	name: 'Stage Move',
	shape: {
		from_stage_id: 'integer',
		from_stage_name: 'string',
		to_stage_id: 'integer',
		to_stage_name: 'string',
		moved_at: 'time',
		moved_by_type: 'string',
		moved_by_user_id: 'integer',
		source: 'string',
	},
	simple: {},
};

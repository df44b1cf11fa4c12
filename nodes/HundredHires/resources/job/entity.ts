import type { Entity } from '../types';

const NAMED = { id: 'integer', name: 'string' } as const;

/** A member of a job's hiring team (100Hires OpenAPI 2.0.0, `JobHiringTeamMember`). */
export const TEAM_MEMBER: Entity = {
	name: 'Hiring Team Member',
	shape: { id: 'integer', full_name: 'string', email: 'string', role: 'string' },
	simple: {},
};

/** A job, as every operation on jobs answers (100Hires OpenAPI 2.0.0). */
export const JOB: Entity = {
	name: 'Job',
	shape: {
		id: 'integer',
		alias: 'string',
		company_id: 'integer',
		title: 'string',
		internal_title: 'string',
		internal_job_id: 'string',
		description: 'string',
		resume_field_status: 'string',
		location: {
			country: 'string',
			city: 'string',
			state: 'string',
			postal_code: 'string',
			street_address: 'string',
			full_address: 'string',
		},
		url: 'string',
		url_backoffice: 'string',
		is_remote: 'boolean',
		status: 'string',
		department: NAMED,
		category: NAMED,
		employment_type: NAMED,
		education_level: NAMED,
		experience_level: NAMED,
		workflow_id: 'integer',
		workflow: NAMED,
		pipeline_stages: [NAMED],
		salary_min: 'number',
		salary_max: 'number',
		salary_currency: 'string',
		salary_period: 'string',
		hours_per_week_min: 'integer',
		hours_per_week_max: 'integer',
		indeed_posting_data: 'any',
		hiring_team: [TEAM_MEMBER.shape],
		is_satellite: 'boolean',
		parent_job_id: 'integer',
		language: 'string',
		created_at: 'time',
		updated_at: 'time',
		ai_scoring_criteria: [
			{
				id: 'integer',
				title: 'string',
				text: 'string',
				weight: 'integer',
				position: 'integer',
			},
		],
	},
	simple: {
		id: 'id',
		alias: 'alias',
		title: 'title',
		status: 'status',
		department: 'department.name',
		city: 'location.city',
		country: 'location.country',
		url: 'url',
		created_at: 'created_at',
		updated_at: 'updated_at',
	},
};

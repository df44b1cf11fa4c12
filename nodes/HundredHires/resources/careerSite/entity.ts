import type { Entity, Shape } from '../types';

const NAMED = { id: 'integer', name: 'string' } as const;

const JOB_SHAPE = {
	id: 'integer',
	title: 'string',
	description: 'string',
	department: NAMED,
	location: { city: 'string', country: 'string', state: 'string' },
	employment_type: NAMED,
	is_remote: 'boolean',
	application_url: 'string',
	created_at: 'time',
} satisfies { [field: string]: Shape };

/** A job as the public sees it in the list (100Hires OpenAPI 2.0.0, `CareerSiteJob`). */
export const PUBLIC_JOB: Entity = { name: 'Public Job', shape: JOB_SHAPE, simple: {} };

/** The same with all that its page shows (`CareerSiteJobDetail`). */
export const PUBLIC_JOB_DETAIL: Entity = {
	name: 'Public Job Detail',
	shape: {
		...JOB_SHAPE,
		salary_min: 'number',
		salary_max: 'number',
		salary_currency: 'string',
		salary_period: 'string',
		education_level: NAMED,
		experience_level: NAMED,
	},
	simple: {
		id: 'id',
		title: 'title',
		description: 'description',
		department: 'department.name',
		city: 'location.city',
		country: 'location.country',
		is_remote: 'is_remote',
		employment_type: 'employment_type.name',
		application_url: 'application_url',
		created_at: 'created_at',
	},
};

/** What the applicant sees (`CareerSiteApplicationResponse`). */
export const PUBLIC_APPLICATION: Entity = {
	name: 'Public Application',
	shape: { id: 'integer', job_id: 'integer', status: 'string', created_at: 'time' },
	simple: {},
};

import {
	camelKeys,
	includes,
	pageOf,
	route,
	secondsOf,
	type AnyRoute,
	type Paging,
	type Wanted,
} from '../api/route.mts';
import {
	amount,
	company,
	filled,
	flag,
	id,
	include,
	listOf,
	objectOf,
	oneOf,
	paging,
	text,
	time,
	view,
	type Properties,
} from '../api/schema.mts';
import { renderJob, type JobOptions } from '../render/job.mts';
import type { View } from '../render/shared.mts';
import type { NewJob } from '../world/jobs.mts';
import type { JobDetails, JobRecord } from '../world/records.mts';

interface JobFilter extends Wanted, Paging {
	status?: string;
	created_at_start?: string;
	created_at_end?: string;
	updated_after?: string;
	department_id?: number;
	q?: string;
}

const INCLUDE = include('workflow', 'hiring_team', 'pipeline_stages');

const KNOCKOUT = {
	text: filled,
	expected_answer: oneOf('Yes', 'No'),
	disqualify_on_wrong_answer: flag,
};

/** The document shows the fields of a criterion with dots at the end, so that more are let through. */
const CRITERION = {
	title: text,
	text: filled,
	weight: { type: 'integer', minimum: 1, maximum: 10 },
};

const DETAILS: Properties = {
	form_id: id,
	status: filled,
	title: filled,
	internal_title: text,
	internal_job_id: text,
	description: filled,
	resume_field_status: oneOf('required', 'optional', 'hidden'),
	location_city: filled,
	location_country: filled,
	location_state: text,
	location_street_address: text,
	location_full_address: text,
	location_postal_code: text,
	salary_min: amount,
	salary_max: amount,
	salary_currency: text,
	salary_period: oneOf('annually', 'monthly', 'daily', 'hourly'),
	is_remote: flag,
	employment_type_id: id,
	department_id: id,
	category_id: id,
	education_level_id: id,
	experience_level_id: id,
	workflow_id: id,
	parent_job_id: id,
	knockout_questions: listOf(objectOf(KNOCKOUT, Object.keys(KNOCKOUT), false)),
	language: text,
	ai_scoring_criteria: listOf(objectOf(CRITERION, ['text', 'weight'], true)),
};

function optionsFrom(query: Wanted): JobOptions {
	return {
		summary: query.view === 'summary',
		workflow: includes(query, 'workflow'),
		hiringTeam: includes(query, 'hiring_team'),
		pipelineStages: includes(query, 'pipeline_stages'),
	};
}

const answer = (job: JobRecord, query: Wanted, shown: View) =>
	renderJob(job, shown, optionsFrom(query));

function filterOf(query: JobFilter): (job: JobRecord) => boolean {
	const { status, department_id: departmentId } = query;
	const start = secondsOf(query.created_at_start);
	const end = secondsOf(query.created_at_end, Infinity);
	const updated = secondsOf(query.updated_after);
	const part = query.q?.toLowerCase() ?? '';
	return (job) =>
		(status === undefined || job.status === status) &&
		(departmentId === undefined || job.departmentId === departmentId) &&
		job.createdAt >= start &&
		job.createdAt <= end &&
		job.updatedAt >= updated &&
		job.title.toLowerCase().includes(part);
}

export const jobRoutes: AnyRoute[] = [
	route<never, JobFilter>({
		method: 'GET',
		path: '/jobs',
		query: {
			...company,
			status: text,
			created_at_start: time,
			created_at_end: time,
			updated_after: time,
			department_id: id,
			q: text,
			...INCLUDE,
			...paging,
			...view,
		},
		handle: ({ context, query }) => {
			const jobs = [...context.world.jobs.values()].filter(filterOf(query));
			const shown = context.view();
			return pageOf('jobs', jobs, query, (job) => answer(job, query, shown));
		},
	}),
	route<object, Wanted>({
		method: 'POST',
		path: '/jobs',
		query: INCLUDE,
		body: { ...DETAILS, ...company },
		required: ['status', 'title', 'description', 'location_city', 'location_country'],
		handle: ({ context, query, body, by }) => {
			const { companyId, ...details } = camelKeys<NewJob & { companyId?: number }>(body);
			return answer(context.world.addJob(details, by), query, context.view());
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/jobs/:id',
		query: { ...INCLUDE, ...view },
		handle: ({ context, params, query }) =>
			answer(context.world.job(params.id), query, context.view()),
	}),
	route<object, Wanted>({
		method: 'PUT',
		path: '/jobs/:id',
		query: INCLUDE,
		body: DETAILS,
		handle: ({ context, params, query, body }) => {
			const changes = camelKeys<Partial<JobDetails>>(body);
			return answer(context.world.updateJob(params.id, changes), query, context.view());
		},
	}),
	route<{ status: string }, Wanted>({
		method: 'PATCH',
		path: '/jobs/:id/status',
		query: INCLUDE,
		body: { status: filled },
		required: ['status'],
		handle: ({ context, params, query, body }) =>
			answer(context.world.updateJob(params.id, body), query, context.view()),
	}),
	route<never>({
		method: 'DELETE',
		path: '/jobs/:id',
		handle: ({ context, params }) => {
			context.world.removeJob(params.id);
			return { success: true };
		},
	}),
];

import {
	includes,
	keepFile,
	pageOf,
	route,
	secondsOf,
	type AnyRoute,
	type Call,
	type FileBody,
	type Paging,
	type Wanted,
} from '../api/route.mts';
import { company, file, flag, id, include, paging, time, view } from '../api/schema.mts';
import { renderApplication, type ApplicationOptions } from '../render/application.mts';
import type { ApplicationRecord } from '../world/records.mts';

interface ApplicationFilter extends Wanted, Paging {
	candidate_id?: number;
	job_id?: number;
	stage_id?: number;
	status?: 'pending' | 'hired' | 'rejected';
	created_after?: string;
	updated_after?: string;
	ai_score_min?: number;
	ai_score_max?: number;
	sort?: string;
}

export const INCLUDE = include('candidate', 'job', 'cv.text');

const SORT_FIELDS: Record<string, (application: ApplicationRecord) => number | null> = {
	created_at: (application) => application.createdAt,
	ai_score: (application) => application.score?.total ?? null,
	last_message_at: (application) => application.lastMessageAt,
};

const SORTS = Object.keys(SORT_FIELDS).flatMap((field) => [field, `-${field}`]);

function optionsFrom(query: Wanted): ApplicationOptions {
	const summary = query.view === 'summary';
	return {
		summary,
		candidate: includes(query, 'candidate'),
		job: includes(query, 'job'),
		cvText: !summary && includes(query, 'cv.text'),
	};
}

/** The answer of everything that is done to one application. */
export function answer(
	{ context, query }: Pick<Call<unknown, Wanted>, 'context' | 'query'>,
	application: ApplicationRecord,
) {
	return renderApplication(application, context.view(), optionsFrom(query));
}

function filterOf(query: ApplicationFilter): (application: ApplicationRecord) => boolean {
	const { candidate_id: candidateId, job_id: jobId, stage_id: stageId, status } = query;
	const { ai_score_min: min, ai_score_max: max } = query;
	const created = secondsOf(query.created_after);
	const updated = secondsOf(query.updated_after);
	// What is called active in an application is called pending in the filter (100Hires OpenAPI 3.1, 2.0.0).
	const wantedStatus = status === 'pending' ? 'active' : status;
	const hasScore = ({ score }: ApplicationRecord) =>
		score !== null && score.total >= (min ?? 0) && score.total <= (max ?? Infinity);
	return (application) =>
		application.createdAt >= created &&
		application.updatedAt >= updated &&
		(candidateId === undefined || application.candidateId === candidateId) &&
		(jobId === undefined || application.jobId === jobId) &&
		(stageId === undefined || application.stageId === stageId) &&
		(wantedStatus === undefined || application.status === wantedStatus) &&
		((min === undefined && max === undefined) || hasScore(application));
}

/** Those without a value come last in either direction; equal ones in the order of their IDs. */
function sorted(applications: ApplicationRecord[], sort: string): ApplicationRecord[] {
	const direction = sort.startsWith('-') ? -1 : 1;
	const valueOf = SORT_FIELDS[sort.replace('-', '')];
	return applications.sort((a, b) => {
		const [first, second] = [valueOf(a), valueOf(b)];
		if (first === null || second === null) {
			return Number(first === null) - Number(second === null) || direction * (a.id - b.id);
		}
		return direction * (first - second || a.id - b.id);
	});
}

export const applicationRoutes: AnyRoute[] = [
	route<never, ApplicationFilter>({
		method: 'GET',
		path: '/applications',
		query: {
			...company,
			candidate_id: id,
			job_id: id,
			stage_id: id,
			status: { enum: ['pending', 'hired', 'rejected'] },
			created_after: time,
			updated_after: time,
			ai_score_min: { type: 'number' },
			ai_score_max: { type: 'number' },
			sort: { enum: SORTS, default: '-created_at' },
			...INCLUDE,
			...paging,
			...view,
		},
		handle: ({ context, query }) => {
			const found = [...context.world.applications.values()].filter(filterOf(query));
			const rows = sorted(found, query.sort ?? '-created_at');
			const [shown, options] = [context.view(), optionsFrom(query)];
			return pageOf('applications', rows, query, (row) => renderApplication(row, shown, options));
		},
	}),
	route<
		{ candidate_id: string | number; job_id: number; stage_id?: number; cv?: FileBody },
		Wanted
	>({
		method: 'POST',
		path: '/applications',
		query: INCLUDE,
		body: { candidate_id: { type: ['string', 'integer'] }, job_id: id, stage_id: id, cv: file },
		required: ['candidate_id', 'job_id'],
		handle: ({ context, query, body, by }) => {
			const { world } = context;
			const candidate = world.candidate(body.candidate_id);
			const place = { jobId: body.job_id, stageId: body.stage_id };
			const cv = body.cv && keepFile(context, body.cv);
			return answer({ context, query }, world.addToJob(candidate, { ...place, cv }, by));
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/applications/:id',
		query: { ...INCLUDE, ...view },
		handle: ({ context, params, query }) =>
			answer({ context, query }, context.world.application(params.id)),
	}),
	route<{ stage_id?: number; is_disqualified?: boolean; cv?: FileBody }, Wanted>({
		method: 'PUT',
		path: '/applications/:id',
		query: INCLUDE,
		body: { stage_id: id, is_disqualified: flag, cv: file },
		handle: ({ context, params, query, body, by }) => {
			const { world } = context;
			const application = world.application(params.id);
			if (body.cv) world.setCv(application.id, keepFile(context, body.cv));
			if (body.stage_id !== undefined) world.move(application.id, body.stage_id, by);
			if (body.is_disqualified === true) world.disqualify(application.id, null, by);
			if (body.is_disqualified === false) world.unreject(application.id, by);
			return answer({ context, query }, application);
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/applications/:id',
		handle: ({ context: { world }, params }) => {
			world.removeApplication(world.application(params.id).id);
			return { success: true };
		},
	}),
];

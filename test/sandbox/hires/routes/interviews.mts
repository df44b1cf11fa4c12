import {
	includes,
	pageOf,
	route,
	secondsOf,
	type AnyRoute,
	type Paging,
	type Wanted,
} from '../api/route.mts';
import { company, id, include, paging, time, view } from '../api/schema.mts';
import { renderInterview, type InterviewOptions } from '../render/interview.mts';
import type { InterviewRecord } from '../world/records.mts';

interface InterviewFilter extends Wanted, Paging {
	job_id?: number;
	application_id?: number;
	candidate_id?: number;
	interviewer_user_id?: number;
	date?: string;
	created_after?: string;
	updated_after?: string;
}

const INCLUDE = include('candidate', 'application', 'job');

export function interviewOptions(query: Wanted): InterviewOptions {
	return {
		candidate: includes(query, 'candidate'),
		application: includes(query, 'application'),
		job: includes(query, 'job'),
		summary: query.view === 'summary',
	};
}

function filterOf(query: InterviewFilter): (interview: InterviewRecord) => boolean {
	const { job_id: jobId, application_id: applicationId, candidate_id: candidateId } = query;
	const { interviewer_user_id: userId, date } = query;
	const created = secondsOf(query.created_after);
	const updated = secondsOf(query.updated_after);
	return (interview) =>
		interview.createdAt >= created &&
		interview.updatedAt >= updated &&
		(jobId === undefined || interview.jobId === jobId) &&
		(applicationId === undefined || interview.applicationId === applicationId) &&
		(candidateId === undefined || interview.candidateId === candidateId) &&
		(userId === undefined || interview.interviewerIds.includes(userId)) &&
		(date === undefined || new Date(interview.start * 1000).toISOString().startsWith(date));
}

export const interviewRoutes: AnyRoute[] = [
	route<never, InterviewFilter>({
		method: 'GET',
		path: '/interviews',
		query: {
			...company,
			job_id: id,
			application_id: id,
			candidate_id: id,
			interviewer_user_id: id,
			date: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
			created_after: time,
			updated_after: time,
			...INCLUDE,
			...paging,
			...view,
		},
		handle: ({ context, query }) => {
			const interviews = [...context.world.interviews.values()].reverse().filter(filterOf(query));
			const shown = context.view();
			return pageOf('interviews', interviews, query, (interview) =>
				renderInterview(interview, shown, interviewOptions(query)),
			);
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/interviews/:id',
		query: INCLUDE,
		handle: ({ context, params, query }) =>
			renderInterview(context.world.interview(params.id), context.view(), interviewOptions(query)),
	}),
	route<never, Paging>({
		method: 'GET',
		path: '/candidates/:id/interviews',
		query: paging,
		handle: ({ context, params, query }) => {
			const candidate = context.world.candidate(params.id);
			const interviews = [...context.world.interviews.values()].filter(
				(interview) => interview.candidateId === candidate.id,
			);
			return pageOf('interviews', interviews, query, (interview) =>
				renderInterview(interview, context.view()),
			);
		},
	}),
];

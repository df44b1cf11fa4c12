import { includes, pageOf, route, secondsOf, type AnyRoute, type Paging } from '../api/route.mts';
import { company, id, include, paging, time, view } from '../api/schema.mts';
import { renderInterview, type InterviewOptions } from '../render/interview.mts';
import type { InterviewRecord } from '../world/records.mts';

interface Wanted {
	include?: string;
	view?: 'full' | 'summary';
}

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

function matches(interview: InterviewRecord, filter: InterviewFilter): boolean {
	const { job_id: jobId, application_id: applicationId, candidate_id: candidateId } = filter;
	const { interviewer_user_id: userId, date } = filter;
	const { created_after: created, updated_after: updated } = filter;
	return (
		(jobId === undefined || interview.jobId === jobId) &&
		(applicationId === undefined || interview.applicationId === applicationId) &&
		(candidateId === undefined || interview.candidateId === candidateId) &&
		(userId === undefined || interview.interviewerIds.includes(userId)) &&
		(date === undefined || new Date(interview.start * 1000).toISOString().startsWith(date)) &&
		(created === undefined || interview.createdAt >= secondsOf(created)) &&
		(updated === undefined || interview.updatedAt >= secondsOf(updated))
	);
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
			const interviews = [...context.world.interviews.values()]
				.reverse()
				.filter((interview) => matches(interview, query));
			return pageOf('interviews', interviews, query, (interview) =>
				renderInterview(interview, context.view(), interviewOptions(query)),
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
];

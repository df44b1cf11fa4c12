import { route, type AnyRoute, type Call, type Wanted } from '../api/route.mts';
import { flag, id, ids, include, seconds, type Properties } from '../api/schema.mts';
import { renderScore } from '../render/application.mts';
import { renderInterview } from '../render/interview.mts';
import type { ApplicationRecord, StageMove } from '../world/records.mts';
import { answer, INCLUDE } from './applications.mts';
import { interviewOptions } from './interviews.mts';

/** Something done to one application, answered with the application as it is afterwards. */
function action<Body>(
	name: string,
	body: Properties,
	required: string[],
	act: (application: ApplicationRecord, call: Call<Body, Wanted>) => ApplicationRecord,
): AnyRoute {
	return route<Body, Wanted>({
		method: 'POST',
		path: `/applications/:id/${name}`,
		query: INCLUDE,
		body,
		required,
		handle: (call) => answer(call, act(call.context.world.application(call.params.id), call)),
	});
}

/** A `StageHistoryEntry` (100Hires OpenAPI 3.1, 2.0.0). */
function renderMove({ from, to, at, by }: StageMove) {
	return {
		from_stage_id: from?.id ?? null,
		from_stage_name: from?.name ?? null,
		to_stage_id: to.id,
		to_stage_name: to.name,
		moved_at: at,
		moved_by_type: by.type,
		moved_by_user_id: by.userId,
		source: by.source,
	};
}

interface InterviewBody {
	start_time: number;
	end_time: number;
	interviewer_ids: number[];
	location?: string;
}

export const applicationActionRoutes: AnyRoute[] = [
	action<{ stage_id: number }>('move', { stage_id: id }, ['stage_id'], (application, call) =>
		call.context.world.move(application.id, call.body.stage_id, call.by),
	),
	action('advance', {}, [], ({ id: applicationId }, { context, by }) =>
		context.world.advance(applicationId, by),
	),
	action('hire', {}, [], ({ id: applicationId }, { context, by }) =>
		context.world.hire(applicationId, by),
	),
	action<{ rejection_reason_id?: number; suppress_notification?: boolean }>(
		'reject',
		{ rejection_reason_id: id, suppress_notification: flag },
		[],
		({ id: applicationId }, { context: { world }, body, by }) => {
			const { rejection_reason_id: reasonId = null, suppress_notification: isQuiet } = body;
			return isQuiet
				? world.disqualify(applicationId, reasonId, by)
				: world.reject(applicationId, reasonId, by);
		},
	),
	action('unreject', {}, [], ({ id: applicationId }, { context, by }) =>
		context.world.unreject(applicationId, by),
	),
	action<{ job_id: number; stage_id?: number }>(
		'transfer',
		{ job_id: id, stage_id: id },
		['job_id'],
		(application, { context, body, by }) =>
			context.world.transfer(application.id, { jobId: body.job_id, stageId: body.stage_id }, by),
	),
	route<InterviewBody, Wanted>({
		method: 'POST',
		path: '/applications/:id/interviews',
		query: include('candidate', 'application', 'job'),
		body: {
			start_time: seconds,
			end_time: seconds,
			interviewer_ids: { ...ids, minItems: 1 },
			location: { type: 'string', maxLength: 255 },
		},
		required: ['start_time', 'end_time', 'interviewer_ids'],
		status: 201,
		handle: ({ context, params, query, body, by }) => {
			const { start_time: start, end_time: end, interviewer_ids: interviewerIds, location } = body;
			const { id: applicationId } = context.world.application(params.id);
			const details = { start, end, interviewerIds, location };
			const interview = context.world.scheduleInterview(applicationId, details, by);
			return renderInterview(interview, context.view(), interviewOptions(query));
		},
	}),
	route<never>({
		method: 'GET',
		path: '/applications/:id/ai-score',
		handle: ({ context, params }) => ({
			score: renderScore(context.world.application(params.id), context.view()),
		}),
	}),
	route<never>({
		method: 'GET',
		path: '/applications/:id/stage-history',
		handle: ({ context, params }) => ({
			history: context.world.application(params.id).history.map(renderMove),
		}),
	}),
];

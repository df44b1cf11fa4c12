import { renderApplication } from '../render/application.mts';
import { renderCandidate } from '../render/candidate.mts';
import { renderInterview } from '../render/interview.mts';
import { renderJob } from '../render/job.mts';
import { daysSince, relativeTime } from '../render/shared.mts';
import type { View } from '../render/shared.mts';
import type { StageRecord, WorldEvent } from '../world/records.mts';

/** What a delivery says, before it is made into text. */
export type Body = Record<string, unknown>;

/**
 * The body in the dialect of the OpenAPI document: the affected object itself, with no word on what happened. The
 * application carries the text of the résumé and its candidate.
 */
export function flatBody(event: WorldEvent, view: View): Body {
	if (event.interview) return renderInterview(event.interview, view);
	if (event.application) {
		return renderApplication(event.application, view, {
			candidate: true,
			cvText: true,
			numericInternalJobId: true,
		});
	}
	if (event.candidate) return renderCandidate(event.candidate, view);
	throw new Error(`${event.name} is about nothing.`);
}

/**
 * The body in the dialect of the help article: event type, affected entities, and metadata such as the time and the user.
 * The article gives no names of fields; these are the sandbox's own.
 */
export function envelope(event: WorldEvent, view: View, withEventId: boolean): Body {
	const { application, candidate, job, interview, score, actor, fromStage, toStage } = event;
	return {
		...(withEventId && { event_id: event.id }),
		event_type: event.name,
		timestamp: event.at,
		user: actor && { id: actor.id, full_name: actor.fullName },
		data: {
			...(interview && { interview: renderInterview(interview, view) }),
			...(application && { application: renderApplication(application, view, { cvText: true }) }),
			...(score && {
				ai_score: {
					uuid: score.uuid,
					total_score: score.total,
					recommendation: score.recommendation,
				},
			}),
			...(fromStage && { from_stage: idName(fromStage) }),
			...(toStage && { to_stage: idName(toStage) }),
			...(candidate && { candidate: renderCandidate(candidate, view) }),
			...(job && { job: renderJob(job, view) }),
		},
	};
}

function idName({ id, name }: StageRecord) {
	return { id, name };
}

/**
 * The same body as it reads later, when only the fields that say how long ago something was have moved: what a vendor sends
 * that makes the text anew for each attempt.
 *
 * @param now Unix seconds
 */
export function laterBody(body: Body, view: View, now: number): Body {
	const moved = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(moved);
		if (typeof value !== 'object' || value === null) return value;
		const copy: Body = Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, moved(inner)]),
		);
		const file = view.world.files.get(String(copy.uuid));
		if (file && 'relative_time' in copy) copy.relative_time = relativeTime(file.createdAt, now);
		if (typeof copy.last_message_at === 'number') {
			copy.days_since_last_message = daysSince(copy.last_message_at, now);
		}
		return copy;
	};
	return moved(body) as Body;
}

import type { EventName } from './index';
import type { Application, Candidate, Interview, Score } from './types';
import { readMillis } from '../shared/values';

/**
 * How long after its creation a record still counts as new. 100Hires goes on touching a fresh application (resume parsing, source),
 * and the one event that its OpenAPI document promises is "new application": taking that for something else would lose it.
 */
const STILL_NEW_MS = 60_000;

const toMillis = (time: string | null | undefined): number => readMillis(time) ?? -Infinity;

function isNew(record: { createdAt: string | null; updatedAt: string | null }): boolean {
	if (record.createdAt === null || record.updatedAt === null) return true;
	return toMillis(record.updatedAt) - toMillis(record.createdAt) <= STILL_NEW_MS;
}

/** Whether the application says of itself that it ended so; a status that says otherwise outweighs a moment that was left behind. */
function hasEnded(application: Application, status: string, at: string | null): boolean {
	return application.status === status || (at !== null && application.status !== 'active');
}

/**
 * The latest change that left its moment on the application is what the delivery is about. A score that was followed by another change
 * is not news: what followed it is.
 */
function inferFromApplication(application: Application): EventName {
	const { hiredAt, rejectedAt, aiScoredAt, updatedAt } = application;
	const rejected =
		application.isDisqualified === true || hasEnded(application, 'rejected', rejectedAt);
	const scored =
		aiScoredAt !== null && !(toMillis(updatedAt) - toMillis(aiScoredAt) > STILL_NEW_MS);
	const changes: Array<[EventName, boolean, number]> = [
		['candidate.hired', hasEnded(application, 'hired', hiredAt), toMillis(hiredAt)],
		['candidate.disqualified', rejected, toMillis(rejectedAt)],
		['ai_score.generated', scored, toMillis(aiScoredAt)],
	];
	const latest = changes
		.filter(([, isPresent]) => isPresent)
		// Stable: on a tie the decision about the person goes before the score.
		.sort(([, , a], [, , b]) => (a === b ? 0 : b > a ? 1 : -1))[0];
	if (latest) return latest[0];
	return isNew(application) ? 'application.created' : 'application.stage_changed';
}

/**
 * The event of a body that does not name it, by what is in the body.
 *
 * @returns The event, or `null` if there is nothing in it that an event could be about
 */
export function inferEvent(parts: {
	application: Application | null;
	candidate: Candidate | null;
	interview: Interview | null;
	/** A score of its own, not the one that an application carries. */
	score: Score | null;
}): EventName | null {
	if (parts.interview) return 'interview.scheduled';
	if (parts.score) return 'ai_score.generated';
	if (parts.application) return inferFromApplication(parts.application);
	if (parts.candidate) return isNew(parts.candidate) ? 'candidate.created' : 'candidate.updated';
	return null;
}

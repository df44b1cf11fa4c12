import type { Application, Candidate, EventName, Interview, Score } from './types';
import { readMillis } from '../shared/values';

/**
 * How long after its creation a record still counts as new. 100Hires goes on touching a fresh application (resume parsing, source),
 * and the one event that its OpenAPI document promises is "new application": taking that for something else would lose it.
 */
const STILL_NEW_MS = 60_000;

const moment = (time: string | null | undefined): number => readMillis(time) ?? -Infinity;

function isNew(record: { createdAt: string | null; updatedAt: string | null }): boolean {
	if (record.createdAt === null || record.updatedAt === null) return true;
	return moment(record.updatedAt) - moment(record.createdAt) <= STILL_NEW_MS;
}

/** Whether the application says of itself that it ended so; a status that says otherwise outweighs a moment that was left behind. */
function ended(application: Application, status: string, at: string | null): boolean {
	return application.status === status || (at !== null && application.status !== 'active');
}

/**
 * The latest thing that left a mark on the application is what the delivery tells of. A score that was followed by another change
 * is not news: what followed it is.
 */
function inferFromApplication(application: Application): EventName {
	const { hiredAt, rejectedAt, aiScoredAt, updatedAt } = application;
	const rejected =
		application.isDisqualified === true || ended(application, 'rejected', rejectedAt);
	const scored = aiScoredAt !== null && !(moment(updatedAt) - moment(aiScoredAt) > STILL_NEW_MS);
	const marks: Array<[EventName, boolean, number]> = [
		['candidate.hired', ended(application, 'hired', hiredAt), moment(hiredAt)],
		['candidate.disqualified', rejected, moment(rejectedAt)],
		['ai_score.generated', scored, moment(aiScoredAt)],
	];
	const latest = marks
		.filter(([, marked]) => marked)
		// Stable: on a tie the decision about the person goes before the score.
		.sort(([, , a], [, , b]) => (a === b ? 0 : b > a ? 1 : -1))[0];
	if (latest) return latest[0];
	return isNew(application) ? 'application.created' : 'application.stage_changed';
}

/**
 * What a body that does not name its event tells of, by what is in it.
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

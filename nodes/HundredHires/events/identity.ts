import { createHash } from 'node:crypto';
import type { EventBase, EventName } from './types';
import type { Id, Json } from '../shared/types';

/** Fields that say how long ago something was, or count the attempts: two copies of one delivery may differ in them. */
const MOVES_WITH_THE_CLOCK = new Set([
	'relative_time',
	'days_since_last_message',
	'sent_at',
	'attempt',
	'delivery_id',
]);

/**
 * Digest of a body for the rare event that carries neither an ID nor the moment of what happened. Keys are sorted and fields that
 * move with the clock are left out, so that a copy which was built anew still gives the same digest.
 */
function digest(body: Json): string {
	const canonical = JSON.stringify(body, (key, value: unknown) => {
		if (MOVES_WITH_THE_CLOCK.has(key)) return undefined;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
	return createHash('sha256').update(canonical).digest('hex').slice(0, 32);
}

/** An event before it has IDs. */
type Happening = Omit<EventBase, 'eventId' | 'occurrenceId'>;

/** What makes one occurrence of an event different from every other: the thing it happened to, and when where it can recur. */
function marksOf(name: EventName, event: Happening): Array<Id | null> {
	const { applicationId, candidateId, application, interview, score, occurredAt } = event;
	switch (name) {
		case 'application.created':
			return [applicationId];
		case 'candidate.created':
			return [candidateId];
		case 'interview.scheduled':
			return [interview?.id ?? null];
		case 'application.stage_changed':
			return [
				applicationId,
				application?.stage?.id ?? application?.stage?.name ?? null,
				occurredAt,
			];
		case 'candidate.hired':
			return [applicationId, event.hiredAt ?? occurredAt];
		case 'candidate.disqualified':
			return [applicationId ?? candidateId, event.rejectedAt ?? occurredAt];
		case 'ai_score.generated':
			// The application's own moment first: a score that was delivered may have an ID of its own, one that was looked up has not.
			return [
				applicationId,
				application?.aiScoredAt ?? score?.scoredAt ?? score?.uuid ?? occurredAt,
			];
		case 'candidate.updated':
			return [candidateId, occurredAt];
	}
}

/**
 * The ID of an event that is made from what happened: the same for every copy of a delivery, another one for a second hire, a second move
 * to the same stage or a second score.
 *
 * @param name The event's name
 * @param event The event as read
 * @param body What 100Hires sent, for events that carry too little to tell them apart
 */
export function occurrenceIdOf(name: EventName, event: Happening, body: Json): string {
	const marks = marksOf(name, event);
	const known = marks.every((mark) => mark !== null);
	return [name, ...(known ? marks : [digest(body)])].join(':');
}

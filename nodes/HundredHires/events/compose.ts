import type { EventName, HiringEvent } from './index';
import type { EventParts } from './kind';
import { readEvent } from './read';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';

/**
 * The body that 100Hires would deliver for an event, for events that were not delivered: read from the API, or made up.
 *
 * @param name The event
 * @param parts What is known; what is missing is left out
 * @returns A body for `readEvent`, in the envelope of the help article (2026-06-15)
 */
export function composeBody(name: EventName, parts: EventParts): Json {
	const { candidate, job, interview, score, fromStage, toStage, movedAt, actor } = parts;
	const application =
		toStage && isObject(parts.application)
			? // The application may have moved on since.
				{ ...parts.application, stage: toStage }
			: parts.application;
	const data = {
		application,
		candidate,
		job,
		interview,
		ai_score: score,
		from_stage: fromStage,
		to_stage: toStage,
		moved_at: movedAt,
	};
	const present = Object.entries(data).filter(([, value]) => value !== undefined && value !== null);
	return {
		event_type: name,
		...(actor !== undefined && actor !== null && { user: actor }),
		data: Object.fromEntries(present),
	};
}

/** The typed event of a body that `composeBody` made. */
export function readComposed(body: Json): HiringEvent {
	const reading = readEvent(body);
	// The body names its event, so that there is no other outcome.
	return (reading as Extract<typeof reading, { kind: 'event' }>).event;
}

/** The typed event of what is known of it, with the fields and the ID that the same event has when it is delivered. */
export function composeEvent(name: EventName, parts: EventParts): HiringEvent {
	return readComposed(composeBody(name, parts));
}

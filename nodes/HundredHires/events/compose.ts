import { readEvent } from './read';
import type { EventName, HiringEvent } from './types';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';

/** What an event is made of, each as the API has it (100Hires OpenAPI 2.0.0, components/schemas). */
export interface EventParts {
	application?: unknown;
	candidate?: unknown;
	job?: unknown;
	interview?: unknown;
	/** An `AiScore`; the score that the application carries needs not be given again. */
	score?: unknown;
	/** `{id, name}` of the stages of a move. */
	fromStage?: Json | null;
	toStage?: Json | null;
	/** Moment of a move, unix seconds. */
	movedAt?: unknown;
	/** Who did it. */
	actor?: unknown;
}

/**
 * The body that 100Hires would deliver for an event, for events that were not delivered: looked up, or made up.
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
	const given = Object.entries(data).filter(([, value]) => value !== undefined && value !== null);
	return {
		event_type: name,
		...(actor !== undefined && actor !== null && { user: actor }),
		data: Object.fromEntries(given),
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

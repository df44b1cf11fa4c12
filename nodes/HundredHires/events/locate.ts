import { eventNameOf } from '.';
import type { EventName } from './types';
import { firstOf, isObject, objectAt, readText } from '../shared/values';
import type { Json } from '../shared/types';

/** Where in a delivery's body the things are that an event is made of; each still as 100Hires wrote it. */
export interface Located {
	/** What the body says it is: one of the eight, `unknown` for another event, `null` where it says nothing. */
	announced: EventName | 'unknown' | null;
	/** The envelope, where there is one around the entities. */
	envelope: Json | null;
	/** The object that holds the entities, or is one itself. */
	container: Json;
	application: Json | null;
	candidate: Json | null;
	job: Json | null;
	interview: Json | null;
	score: Json | null;
}

const has = (object: Json, ...keys: string[]): boolean => keys.some((key) => key in object);

/**
 * Which of the API's objects this is, by the fields that only it has (100Hires OpenAPI 2.0.0, components/schemas). The interview
 * is asked for first, since it carries the IDs of application, candidate and job as well.
 */
function shapeOf(object: Json): 'interview' | 'application' | 'score' | 'candidate' | null {
	if (has(object, 'start_time') && has(object, 'interviewers', 'end_time')) return 'interview';
	if (has(object, 'total_score', 'criteria')) return 'score';
	if (
		has(object, 'candidate_id', 'job_id') &&
		has(object, 'status', 'stage', 'is_disqualified', 'cv')
	)
		return 'application';
	if (has(object, 'first_name', 'last_name', 'emails', 'email')) return 'candidate';
	return null;
}

/** Keys that can only be there to name the event, and keys that mean other things in other places. */
const CLEAR_NAME_KEYS = ['event', 'event_type', 'eventType', 'event_name', 'topic'];
const VAGUE_NAME_KEYS = ['type', 'name', 'action'];

function announcement(body: Json, enveloped: boolean): EventName | 'unknown' | null {
	for (const key of CLEAR_NAME_KEYS) {
		const value = isObject(body[key]) ? firstOf(body[key], 'type', 'name') : body[key];
		const text = readText(value);
		if (text !== null) return eventNameOf(text) ?? 'unknown';
	}
	for (const key of VAGUE_NAME_KEYS) {
		const text = readText(body[key]);
		const name = text === null ? undefined : eventNameOf(text);
		if (name !== undefined) return name;
		if (text !== null && enveloped) return 'unknown';
	}
	return null;
}

/**
 * Finds event name and entities in either of the two shapes that 100Hires documents: the flat application of the OpenAPI document
 * (2.0.0, "webhooks"), and the envelope of the help article (2026-06-15), whose keys are documented nowhere, so that the plausible
 * ones are looked for.
 *
 * Only the body is looked at: it is what the signature covers; a header could be changed by whoever repeats a delivery.
 */
export function locate(body: Json): Located {
	const flat = shapeOf(body);
	const inner = flat ? null : objectAt(body, 'data', 'payload', 'entity', 'object', 'resource');
	const container = inner ?? body;
	const shape = flat ?? shapeOf(container);
	const own = (kind: typeof shape): Json | null => (shape === kind ? container : null);

	const interview = own('interview') ?? objectAt(container, 'interview');
	const application =
		own('application') ??
		objectAt(container, 'application') ??
		(interview && objectAt(interview, 'application'));
	const around = [container, application, interview].filter((part): part is Json => part !== null);
	const nested = (key: string): Json | null =>
		around.map((part) => objectAt(part, key)).find((part) => part !== null) ?? null;
	return {
		announced: flat === 'application' ? clearOnly(body) : announcement(body, inner !== null),
		envelope: flat ? null : body,
		container,
		application,
		candidate: own('candidate') ?? nested('candidate'),
		job: nested('job'),
		interview,
		score: own('score') ?? objectAt(container, 'ai_score', 'aiScore', 'score'),
	};
}

/** A flat application may well have a `type` or a `name` of its own one day; only a key made for it can announce its event. */
function clearOnly(body: Json): EventName | null {
	for (const key of CLEAR_NAME_KEYS) {
		const text = readText(body[key]);
		const name = text === null ? undefined : eventNameOf(text);
		if (name !== undefined) return name;
	}
	return null;
}

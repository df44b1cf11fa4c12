import { findEventName, type EventName } from './index';
import type { Located } from './kind';
import { findFirst, isObject, findObject, readText } from '../shared/values';
import type { Json } from '../shared/types';

/** The entities of a body, and the event that it names. */
interface LocatedEvent extends Located {
	/** What the body says it is: an event, `unknown` for one that this version does not know, `null` where it says nothing. */
	announced: EventName | 'unknown' | null;
}

const hasAny = (object: Json, ...keys: string[]): boolean => keys.some((key) => key in object);

/**
 * Which of the API's objects this is, by the fields that only it has (100Hires OpenAPI 2.0.0, components/schemas). The interview
 * is tried first, since it carries the IDs of application, candidate and job as well.
 */
function detectShape(object: Json): 'interview' | 'application' | 'score' | 'candidate' | null {
	if (hasAny(object, 'start_time') && hasAny(object, 'interviewers', 'end_time'))
		return 'interview';
	if (hasAny(object, 'total_score', 'criteria')) return 'score';
	if (
		hasAny(object, 'candidate_id', 'job_id') &&
		hasAny(object, 'status', 'stage', 'is_disqualified', 'cv')
	)
		return 'application';
	if (hasAny(object, 'first_name', 'last_name', 'emails', 'email')) return 'candidate';
	return null;
}

/** Keys that can only be there to name the event, and keys that mean other things in other places. */
const CLEAR_NAME_KEYS = ['event', 'event_type', 'eventType', 'event_name', 'topic'];
const VAGUE_NAME_KEYS = ['type', 'name', 'action'];

function readAnnounced(body: Json, enveloped: boolean): EventName | 'unknown' | null {
	for (const key of CLEAR_NAME_KEYS) {
		const value = isObject(body[key]) ? findFirst(body[key], 'type', 'name') : body[key];
		const text = readText(value);
		if (text !== null) return findEventName(text) ?? 'unknown';
	}
	for (const key of VAGUE_NAME_KEYS) {
		const text = readText(body[key]);
		const name = text === null ? undefined : findEventName(text);
		if (name !== undefined) return name;
		if (text !== null && enveloped) return 'unknown';
	}
	return null;
}

/**
 * Finds event name and entities in either of the two shapes that 100Hires documents: the flat application of the OpenAPI document
 * (2.0.0, "webhooks"), and the envelope of the help article (2026-06-15), whose keys are documented nowhere, so that the plausible
 * ones are tried.
 *
 * Only the body is read: it is what the signature covers; a header could be changed by whoever repeats a delivery.
 */
export function locate(body: Json): LocatedEvent {
	const flat = detectShape(body);
	const inner = flat ? null : findObject(body, 'data', 'payload', 'entity', 'object', 'resource');
	const container = inner ?? body;
	const shape = flat ?? detectShape(container);
	const takeOwn = (kind: typeof shape): Json | null => (shape === kind ? container : null);

	const interview = takeOwn('interview') ?? findObject(container, 'interview');
	const application =
		takeOwn('application') ??
		findObject(container, 'application') ??
		(interview && findObject(interview, 'application'));
	const around = [container, application, interview].filter((part): part is Json => part !== null);
	const findNested = (key: string): Json | null =>
		around.map((part) => findObject(part, key)).find((part) => part !== null) ?? null;
	return {
		announced:
			flat === 'application' ? readClearlyAnnounced(body) : readAnnounced(body, inner !== null),
		envelope: flat ? null : body,
		container,
		application,
		candidate: takeOwn('candidate') ?? findNested('candidate'),
		job: findNested('job'),
		interview,
		score: takeOwn('score') ?? findObject(container, 'ai_score', 'aiScore', 'score'),
	};
}

/** A flat application may well have a `type` or a `name` of its own one day; only a key made for it can announce its event. */
function readClearlyAnnounced(body: Json): EventName | null {
	for (const key of CLEAR_NAME_KEYS) {
		const text = readText(body[key]);
		const name = text === null ? undefined : findEventName(text);
		if (name !== undefined) return name;
	}
	return null;
}

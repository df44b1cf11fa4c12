/**
 * Reading single values out of what 100Hires sent. Any field may be missing, null or of another type than documented ("fields may
 * be null, new ones may be added", 100Hires OpenAPI 2.0.0), so each of these takes anything and gives `null` for what it cannot read.
 */
import type { Id, Json, Named, Person } from './types';

export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under the first of the keys that holds one. */
export function findObject(source: Json, ...keys: string[]): Json | null {
	for (const key of keys) {
		const value = source[key];
		if (isObject(value)) return value;
	}
	return null;
}

/** The first of the keys' values that is neither missing, null nor an empty text. */
export function findFirst(source: Json | null, ...keys: string[]): unknown {
	for (const key of keys) {
		const value = source?.[key];
		if (value !== undefined && value !== null && value !== '') return value;
	}
	return null;
}

export function readText(value: unknown): string | null {
	if (typeof value === 'string') return value === '' ? null : value;
	return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

export function readId(value: unknown): Id | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	return readText(value);
}

export function readNumber(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string' || value.trim() === '') return null;
	const number = Number(value);
	return Number.isFinite(number) ? number : null;
}

export function readBoolean(value: unknown): boolean | null {
	return typeof value === 'boolean' ? value : null;
}

/** Later than the year 5138 when read as seconds: such a number can only be milliseconds. */
const SMALLEST_MILLISECONDS = 100_000_000_000;

/** ISO 8601 with a time, also with a blank before it, as databases write it: day, time, zone. */
const ISO_TIME =
	/^\s*((?:[+-]\d\d)?\d{4}-\d\d(?:-\d\d)?)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|([+-]\d\d)(?::?(\d\d))?)?\s*$/i;

const ISO_DAY = /^\d{4}-\d\d(?:-\d\d)?$/;

/** A zone in any other form of a time: by its name, or as an offset soon after the time. */
const ZONE = /\b(?:GMT|UTC?|[ECMP][SD]T)\b|\dZ$|:\d\d[^+-]{0,12}[+-]\d/i;

/**
 * `Date.parse`, but a time without a zone is in UTC. JavaScript takes it to be in the zone of n8n's
 * process, so that the same event would have another time on another server.
 */
function parseTime(text: string): number {
	const iso = ISO_TIME.exec(text);
	if (iso) {
		const [, day, time, hours, minutes = '00'] = iso;
		return Date.parse(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
	}
	return Date.parse(ISO_DAY.test(text) || ZONE.test(text) ? text : `${text} UTC`);
}

/**
 * Milliseconds since 1970 of unix seconds (the API's own form), milliseconds, or ISO 8601; `null`
 * for anything else.
 */
export function readMillis(value: unknown): number | null {
	const number = readNumber(value);
	const millis =
		number !== null
			? Math.abs(number) < SMALLEST_MILLISECONDS
				? number * 1000
				: number
			: typeof value === 'string'
				? parseTime(value)
				: NaN;
	// Beyond this a Date cannot be written as ISO 8601.
	return Number.isFinite(millis) && Math.abs(millis) <= 8.64e15 ? millis : null;
}

/** ISO 8601 in UTC of any of the forms that `readMillis` takes. */
export function readTime(value: unknown): string | null {
	const millis = readMillis(value);
	return millis === null ? null : new Date(millis).toISOString();
}

export function readTexts(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value])
		.map(readText)
		.filter((text): text is string => text !== null);
}

export function readObjects(value: unknown): Json[] {
	return Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
}

/** `{id, name}`, or the bare name. */
export function readNamed(value: unknown): Named | null {
	if (isObject(value)) {
		const id = readId(value.id);
		const name = readText(findFirst(value, 'name', 'title'));
		return id === null && name === null ? null : { id, name };
	}
	const name = readText(value);
	return name === null ? null : { id: null, name };
}

/** A user, an interviewer or a member of the hiring team: the API names the ID `id` or `user_id`, the name `full_name` or `name`. */
export function readPerson(value: unknown): Person | null {
	if (!isObject(value)) {
		const id = readId(value);
		return id === null ? null : { id, name: null, email: null };
	}
	const person = {
		id: readId(findFirst(value, 'id', 'user_id')),
		name: readText(findFirst(value, 'full_name', 'name')),
		email: readText(value.email),
	};
	return person.id === null && person.name === null && person.email === null ? null : person;
}

export function readPersons(value: unknown): Person[] {
	return (Array.isArray(value) ? value : [])
		.map(readPerson)
		.filter((person): person is Person => person !== null);
}

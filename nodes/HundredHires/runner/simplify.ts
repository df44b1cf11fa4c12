import { isObject, readTime } from '../shared/values';
import type { Json } from '../shared/types';
import type { Entity, Shape } from '../resources/types';

/** Keys of the API that hold a point in time: `created_at`, `start_time`, `sendAt`; not `relative_time`, which holds a text. */
const TIME_KEY = /(_at|At|_time)$/;

/** Smaller numbers (before 1973) are durations, such as `delay_time` of a nurture campaign. */
const EARLIEST_SECONDS = 100_000_000;

const toIsoKey = (key: string): string => (key.endsWith('At') ? `${key}Iso` : `${key}_iso`);

/** ISO 8601 in UTC of a value that holds a point in time as unix seconds, else `null`. */
function toIso(key: string, value: unknown): string | null {
	if (!TIME_KEY.test(key) || typeof value !== 'number' || value < EARLIEST_SECONDS) return null;
	return readTime(value);
}

/**
 * Everything as 100Hires returned it, with each time in ISO 8601 beside its unix seconds. What has no times in it is not copied: a list
 * may be long. The input is left as it is.
 */
export function addIsoTimes<T>(value: T): T;
export function addIsoTimes(value: unknown): unknown {
	if (Array.isArray(value)) {
		const list = value.map((each) => addIsoTimes<unknown>(each));
		return list.some((each, index) => each !== value[index]) ? list : value;
	}
	if (!isObject(value)) return value;
	let isChanged = false;
	const copy: Json = {};
	for (const [key, each] of Object.entries(value)) {
		copy[key] = addIsoTimes(each);
		isChanged ||= copy[key] !== each;
		const iso = toIso(key, each);
		if (iso === null) continue;
		copy[toIsoKey(key)] = iso;
		isChanged = true;
	}
	return isChanged ? copy : value;
}

function findValue(row: Json, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				isObject(value) ? value[key] : Array.isArray(value) ? value[Number(key)] : undefined,
			row,
		);
}

/**
 * The fields that people use; what 100Hires did not return is `null`, so that each item has the same fields.
 * @param included Fields that the user added with 'Include', which stay as 100Hires returned them
 */
export function simplify({ simple }: Entity, row: Json, included: readonly string[] = []): Json {
	const entries = Object.entries(simple).map(([name, path]) => [
		name,
		findValue(row, path) ?? null,
	]);
	const besides = included.map((name) => [name, row[name] ?? null]);
	return addIsoTimes(Object.fromEntries([...entries, ...besides]) as Json);
}

/** Whether an entity has so many fields that n8n's guidelines want a short form. */
export function hasShortForm({ shape }: Entity): boolean {
	return Object.keys(shape).length > 10;
}

function findShape(shape: Shape, path: string): Shape {
	return path
		.split('.')
		.reduce<Shape>(
			(found, key) =>
				Array.isArray(found) ? found[0] : typeof found === 'object' ? (found[key] ?? 'any') : 'any',
			shape,
		);
}

/** The shape of the simplified item. */
export function simplifyShape({ shape, simple }: Entity): { [field: string]: Shape } {
	return Object.fromEntries(
		Object.entries(simple).map(([name, path]) => [name, findShape(shape, path)]),
	);
}

/** JSON Schema of a shape as it comes out, with the ISO 8601 twins of times; anything may be `null` or missing at 100Hires. */
export function buildSchema(shape: Shape): Json {
	if (shape === 'any') return {};
	if (shape === 'time') return { type: 'integer' };
	if (typeof shape === 'string') return { type: shape };
	if (Array.isArray(shape)) return { type: 'array', items: buildSchema(shape[0]) };
	const properties = Object.entries(shape).flatMap(([key, each]) => {
		const own: Array<[string, Json]> = [[key, buildSchema(each)]];
		return each === 'time' ? [...own, [toIsoKey(key), { type: 'string' }] as [string, Json]] : own;
	});
	return { type: 'object', properties: Object.fromEntries(properties) };
}

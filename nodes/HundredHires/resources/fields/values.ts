import { tryToParseDateTime, UserError } from 'n8n-workflow';
import { isObject } from '../../shared/values';
import type { ParameterRef } from '../types';

/**
 * What the user entered in a field; `undefined` where it was left empty, so that nothing is sent for it.
 * Of a resource locator it is the ID, of an expression its result, whatever that is.
 */
export function readParameter({ context, item, parameter }: ParameterRef): unknown {
	const value: unknown = context.getNodeParameter(parameter, item, undefined, {
		extractValue: true,
	});
	return value === null || value === '' ? undefined : value;
}

/** A field's `read` that converts what the user entered, and leaves out what was left empty. */
export function readAs<T>(convert: (value: unknown, ref: ParameterRef) => T) {
	return (ref: ParameterRef): T | undefined => {
		const value = readParameter(ref);
		return value === undefined ? undefined : convert(value, ref);
	};
}

/** The error for a value that cannot be right. */
export function invalidValue(
	{ displayName }: ParameterRef,
	wanted: string,
	value: unknown,
): UserError {
	const shown = isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
	return new UserError(`'${displayName}' has to be ${wanted}, and is "${shown.slice(0, 100)}".`);
}

const isInteger = (value: unknown): boolean =>
	(typeof value === 'number' && Number.isSafeInteger(value)) ||
	(typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()));

/** A whole number from a number or its digits; throws a UserError for anything else. */
export function toInteger(value: unknown, ref: ParameterRef): number {
	if (!isInteger(value)) throw invalidValue(ref, 'a whole number', value);
	return Number(value);
}

/** Several values from a list, its JSON text, or a text with commas; AI agents and expressions differ. */
export function toList(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.filter((each) => each !== null && each !== '');
	if (typeof value !== 'string') return [value];
	if (/^\s*\[/.test(value)) {
		try {
			return toList(JSON.parse(value));
		} catch {
			// A text that only begins like a list.
		}
	}
	return value
		.split(',')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}

/**
 * Unix seconds, the API's own form of times (100Hires OpenAPI 2.0.0), of anything that n8n calls a date: ISO 8601, a Luxon DateTime,
 * a Date; also of unix seconds. Without an offset it is in the workflow's time zone.
 */
export function toUnixSeconds(value: unknown, ref: ParameterRef): number {
	if (isInteger(value)) return Number(value);
	try {
		return Math.floor(tryToParseDateTime(value, ref.context.getTimezone()).toSeconds());
	} catch {
		throw invalidValue(ref, 'a date', value);
	}
}

/** `YYYY-MM-DD` in the workflow's time zone. */
export function toDate(value: unknown, ref: ParameterRef): string {
	const zone = ref.context.getTimezone();
	try {
		return tryToParseDateTime(value, zone).setZone(zone).toFormat('yyyy-MM-dd');
	} catch {
		throw invalidValue(ref, 'a date', value);
	}
}

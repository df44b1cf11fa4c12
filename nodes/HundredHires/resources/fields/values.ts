import { tryToParseDateTime, UserError } from 'n8n-workflow';
import { isObject } from '../../shared/values';
import type { Source } from '../types';

/**
 * What the user gave for a field; `undefined` where it was left empty, so that nothing is sent for it.
 * A resource locator gives its ID, an expression whatever it gives.
 */
export function given({ context, item, parameter }: Source): unknown {
	const value: unknown = context.getNodeParameter(parameter, item, undefined, {
		extractValue: true,
	});
	return value === null || value === '' ? undefined : value;
}

/** The error for a value that cannot be right. */
export function unfit({ displayName }: Source, wanted: string, value: unknown): UserError {
	const shown = isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
	return new UserError(`'${displayName}' has to be ${wanted}, and is "${shown.slice(0, 100)}".`);
}

const isWhole = (value: unknown): boolean =>
	(typeof value === 'number' && Number.isSafeInteger(value)) ||
	(typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()));

/** A whole number from a number or its digits. */
export function toWhole(value: unknown, source: Source): number {
	if (!isWhole(value)) throw unfit(source, 'a whole number', value);
	return Number(value);
}

/** Several values from a list, its JSON text, or a text with commas; what AI agents and expressions give varies. */
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
export function toUnixSeconds(value: unknown, source: Source): number {
	if (isWhole(value)) return Number(value);
	try {
		return Math.floor(tryToParseDateTime(value, source.context.getTimezone()).toSeconds());
	} catch {
		throw unfit(source, 'a date', value);
	}
}

/** `YYYY-MM-DD` in the workflow's time zone. */
export function toDay(value: unknown, source: Source): string {
	const zone = source.context.getTimezone();
	try {
		return tryToParseDateTime(value, zone).setZone(zone).toFormat('yyyy-MM-dd');
	} catch {
		throw unfit(source, 'a date', value);
	}
}

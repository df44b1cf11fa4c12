import { readMillis, readNumber, readText } from '../shared/values';
import { DEFAULT_PAUSE_MS, LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS } from './retry';
import type { ApiResponse } from './types';

/** API key (as a digest) to the moment, in milliseconds since 1970, until which 100Hires would only refuse. */
const refusedUntil = new Map<string, number>();

/** The form of a date in HTTP (RFC 9110, 5.6.7), the only one that senders may use. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Milliseconds since 1970 of a header that holds a date; `null` for any other form. */
export function readHttpDate(value: unknown): number | null {
	const text = readText(value)?.trim() ?? '';
	const millis = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
	return Number.isFinite(millis) ? millis : null;
}

/** The time that the server had when it answered, milliseconds since 1970; without a Date, n8n's. */
function readServerTime({ headers }: ApiResponse): number {
	return readHttpDate(headers.date) ?? Date.now();
}

const clamp = (ms: number): number => Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS);

/**
 * How long `Retry-After` asks to wait, milliseconds, between none and the longest pause: seconds or a date (RFC 9110, 10.2.3).
 *
 * @returns `null` where the answer has none that can be read
 */
export function readRetryAfter(response: ApiResponse): number | null {
	const value = response.headers['retry-after'];
	const seconds = readNumber(value);
	if (seconds !== null) return clamp(seconds * 1000);
	const date = readHttpDate(value);
	return date === null ? null : clamp(date - readServerTime(response));
}

/**
 * How long until the rate limit's window ends, milliseconds, between none and the longest pause: `Retry-After` where there is one,
 * else `X-RateLimit-Reset`, which holds unix seconds (100Hires OpenAPI 2.0.0, "Rate limits") by the clock of 100Hires, not by n8n's.
 *
 * @returns `null` where the answer has neither
 */
export function readPause(response: ApiResponse): number | null {
	const retryAfter = readRetryAfter(response);
	if (retryAfter !== null) return retryAfter;
	const reset = readNumber(response.headers['x-ratelimit-reset']);
	if (reset === null) return null;
	// Beyond what a Date can hold, only the sign counts.
	const resetMs = readMillis(reset) ?? Math.sign(reset) * Infinity;
	return clamp(resetMs - readServerTime(response));
}

/**
 * Records that a key has no request left: after a 429, and after the last answer within the limit. n8n tries a failed
 * activation four more times within seconds, and 100Hires lengthens the pause of a key that goes on sending requests.
 */
export function recordRateLimit(key: string, response: ApiResponse): void {
	const isRefused = response.status === 429;
	if (!isRefused && readNumber(response.headers['x-ratelimit-remaining']) !== 0) return;
	const pauseMs = readPause(response) ?? (isRefused ? DEFAULT_PAUSE_MS : null);
	if (pauseMs === null) return;
	refusedUntil.set(key, Date.now() + Math.max(pauseMs, isRefused ? SHORTEST_PAUSE_MS : 0));
}

/** The moment, in milliseconds since 1970, until which 100Hires would refuse every request of the key; `null` where it would not. */
export function pausedUntil(key: string): number | null {
	const until = refusedUntil.get(key);
	if (until === undefined) return null;
	if (until > Date.now()) return until;
	refusedUntil.delete(key);
	return null;
}

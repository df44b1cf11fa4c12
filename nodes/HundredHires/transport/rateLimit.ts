import { readNumber } from '../shared/values';
import type { ApiResponse } from './types';

/** Longest that an answer can keep this process from asking again, milliseconds; the window of 100Hires is ten minutes. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** A clock that is ahead of 100Hires' own sees resets that are over; a 429 is heeded all the same, milliseconds. */
const SHORTEST_PAUSE_MS = 1000;

/** How long a 429 that does not tell its reset is heeded, milliseconds. */
const UNTOLD_PAUSE_MS = 60_000;

/** API key (as a digest) to the moment, in milliseconds since 1970, until which 100Hires would only refuse. */
const refusedUntil = new Map<string, number>();

/**
 * When the rate limit's window ends, in milliseconds since 1970: `Retry-After` where there is one, else `X-RateLimit-Reset`, which
 * holds unix seconds (100Hires OpenAPI 2.0.0, "Rate limits").
 *
 * @returns `null` where the answer does not tell
 */
export function resetTimeOf(response: ApiResponse): number | null {
	const seconds = readNumber(response.headers['retry-after']);
	if (seconds !== null) return Date.now() + seconds * 1000;
	const reset = readNumber(response.headers['x-ratelimit-reset']);
	return reset === null ? null : reset * 1000;
}

/**
 * Remembers that a key has no request left: after a 429, and after the last answer that was still given. n8n tries a failed
 * activation four more times within seconds, and 100Hires lengthens the pause of a key that goes on asking.
 */
export function noteLimit(key: string, response: ApiResponse): void {
	const isRefused = response.status === 429;
	if (!isRefused && readNumber(response.headers['x-ratelimit-remaining']) !== 0) return;
	const reset = resetTimeOf(response) ?? (isRefused ? Date.now() + UNTOLD_PAUSE_MS : null);
	if (reset === null) return;
	const earliest = isRefused ? Date.now() + SHORTEST_PAUSE_MS : reset;
	refusedUntil.set(key, Math.min(Math.max(reset, earliest), Date.now() + LONGEST_PAUSE_MS));
}

/** The moment until which asking is useless, or `null`. */
export function pauseOf(key: string): number | null {
	const until = refusedUntil.get(key);
	if (until === undefined) return null;
	if (until > Date.now()) return until;
	refusedUntil.delete(key);
	return null;
}

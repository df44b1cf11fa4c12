import { readNumber } from '../shared/values';
import { DEFAULT_PAUSE_MS, LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS } from './retry';
import type { ApiResponse } from './types';

/** API key (as a digest) to the moment, in milliseconds since 1970, until which 100Hires would only refuse. */
const refusedUntil = new Map<string, number>();

/**
 * When the rate limit's window ends, in milliseconds since 1970: `Retry-After` where there is one, else `X-RateLimit-Reset`, which
 * holds unix seconds (100Hires OpenAPI 2.0.0, "Rate limits").
 *
 * @returns `null` where the answer has neither
 */
export function readResetTime(response: ApiResponse): number | null {
	const seconds = readNumber(response.headers['retry-after']);
	if (seconds !== null) return Date.now() + seconds * 1000;
	const reset = readNumber(response.headers['x-ratelimit-reset']);
	return reset === null ? null : reset * 1000;
}

/**
 * Records that a key has no request left: after a 429, and after the last answer within the limit. n8n tries a failed
 * activation four more times within seconds, and 100Hires lengthens the pause of a key that goes on sending requests.
 */
export function recordRateLimit(key: string, response: ApiResponse): void {
	const isRefused = response.status === 429;
	if (!isRefused && readNumber(response.headers['x-ratelimit-remaining']) !== 0) return;
	const reset = readResetTime(response) ?? (isRefused ? Date.now() + DEFAULT_PAUSE_MS : null);
	if (reset === null) return;
	const earliest = isRefused ? Date.now() + SHORTEST_PAUSE_MS : reset;
	refusedUntil.set(key, Math.min(Math.max(reset, earliest), Date.now() + LONGEST_PAUSE_MS));
}

/** The moment, in milliseconds since 1970, until which 100Hires would refuse every request of the key; `null` where it would not. */
export function pausedUntil(key: string): number | null {
	const until = refusedUntil.get(key);
	if (until === undefined) return null;
	if (until > Date.now()) return until;
	refusedUntil.delete(key);
	return null;
}

/** Every time-out, pause and rule for trying again stands here, with its reason. */
import { sleep } from 'n8n-workflow';
import type { ApiRequest, ApiResponse, Context, Unreachable } from './types';

/** How long an answer is waited for, milliseconds. n8n ends an activation after 84 s, and that may take several requests. */
export const TIMEOUT_MS = 20_000;

/** How long the answer to a request of a flow is waited for, milliseconds: a page of full records with resume texts takes a while. */
export const FLOW_TIMEOUT_MS = 120_000;

/** How long the answer to a request of a poll is waited for, milliseconds: a page with the texts of a hundred resumes takes a while. */
export const POLL_TIMEOUT_MS = 30_000;

/** How long a file may take to begin, milliseconds. */
export const FILE_TIMEOUT_MS = 60_000;

/** Pauses before a request is tried again, milliseconds; after the last one its failure stands. */
export const RETRY_PAUSES_MS = [1000, 3000, 9000];

/** Windows of the rate limit that one request is carried over. */
export const MOST_RESETS = 3;

/** A reset comes in whole seconds, and clocks differ: this much later, milliseconds, is surely after it. */
export const RESET_MARGIN_MS = 500;

/** Longest that an answer can keep this process from the next request, milliseconds; the window of 100Hires is ten minutes. */
export const LONGEST_PAUSE_MS = 15 * 60_000;

/** A clock that is ahead of 100Hires' own sees resets that are over; a 429 is heeded all the same, milliseconds. */
export const SHORTEST_PAUSE_MS = 1000;

/** How long a 429 without a reset is heeded, milliseconds. */
export const DEFAULT_PAUSE_MS = 60_000;

/** How often a long pause checks whether the execution was stopped, milliseconds. */
const SLICE_MS = 1000;

/** Nothing can have reached 100Hires then, so that even a write may be tried again. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** How long a request may wait for the rate limit, milliseconds; 0 to give up at once. */
export interface RateLimitWait {
	longestWaitMs: number;
}

/**
 * Whether a request may be sent again: a read after a 5xx or a broken connection, a write only where nothing can have reached
 * 100Hires.
 */
export function maySendAgain({ method }: ApiRequest, outcome: ApiResponse | Unreachable): boolean {
	const isRead = method === 'GET';
	if ('unreachable' in outcome) return isRead || NEVER_SENT.includes(outcome.code);
	return isRead && outcome.status >= 500;
}

/** Sleeps for so many milliseconds, and ends early where the execution is stopped. */
export async function pause(context: Context, ms: number): Promise<void> {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	for (let left = ms; left > 0 && !signal?.aborted; left -= SLICE_MS)
		await sleep(Math.min(left, SLICE_MS));
}

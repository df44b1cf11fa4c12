/** Every time-out, pause and rule for trying again stands here, with its reason. */
import { sleep } from 'n8n-workflow';
import type { ApiRequest, Context, Outcome } from './types';

/**
 * How long an exchange may take as a whole, milliseconds, from the first byte sent to the last received. n8n tries an activation five
 * times, and ends it after 84 s without a word of what the node said (measured with n8n 2.41.1): five of these fit in.
 */
export const TIMEOUT_MS = 10_000;

/** How long an exchange of a flow may take, milliseconds: a page of full records with resume texts takes a while. */
export const FLOW_TIMEOUT_MS = 120_000;

/** How long an exchange of a poll may take, milliseconds: a page with the texts of a hundred resumes takes a while. */
export const POLL_TIMEOUT_MS = 30_000;

/** How long a file may take as a whole, milliseconds: 25 MB at a slow 1.5 megabit a second. */
export const FILE_DEADLINE_MS = 180_000;

/** After how long a poll that does not end no longer keeps the next one away, milliseconds: n8n gives one up after five minutes. */
export const POLL_AGE_MS = 10 * 60_000;

/** Pauses before a request is tried again, milliseconds; after the last one its failure stands. */
export const RETRY_PAUSES_MS = [1000, 3000, 9000];

/** Windows of the rate limit that one request is carried over. */
export const MOST_RESETS = 3;

/** A reset comes in whole seconds, and clocks differ: this much later, milliseconds, is surely after it. */
export const RESET_MARGIN_MS = 500;

/** Longest that an answer can keep this process from the next request, milliseconds; the window of 100Hires is ten minutes. */
export const LONGEST_PAUSE_MS = 12 * 60_000;

/** Longest wait for the rate limit unless the user says otherwise, minutes: longer than any pause. */
export const DEFAULT_WAIT_MINUTES = 15;

/** A reset that is over already, or all but, says nothing of a 429, which is heeded all the same, milliseconds. */
export const SHORTEST_PAUSE_MS = 1000;

/** From how long on a wait is told to the user, milliseconds. */
const TOLD_FROM_MS = 30_000;

/** How long a 429 without a reset is heeded, milliseconds. */
export const DEFAULT_PAUSE_MS = 60_000;

/** Longest timer of a pause, milliseconds. */
const SLICE_MS = 1000;

/** Nothing can have reached 100Hires then, so that even a write may be tried again. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** How long a request may wait for the rate limit, milliseconds; 0 to give up at once. */
export interface RateLimitWait {
	longestWaitMs: number;
}

/** Whether nothing can have reached 100Hires. */
export function wasNeverSent(outcome: Outcome): boolean {
	return 'unreachable' in outcome && NEVER_SENT.includes(outcome.code);
}

/**
 * Whether a request may be sent again: a read after a 5xx, a broken connection or a success that is none, a write only where nothing
 * can have reached 100Hires.
 *
 * @param isExpected Whether what came is what the request was for
 */
export function maySendAgain(
	{ method }: ApiRequest,
	outcome: Outcome,
	isExpected: boolean,
): boolean {
	if (method !== 'GET') return wasNeverSent(outcome);
	if ('unreachable' in outcome) return true;
	const { status } = outcome;
	return status >= 500 || (status >= 200 && status <= 299 && !isExpected);
}

/** n8n's signal that the execution was stopped, in the contexts that have one. */
export function findStopSignal(context: Context): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** Sleeps for so many milliseconds, and ends at once where the execution is stopped. */
export async function pause(context: Context, ms: number): Promise<void> {
	const signal = findStopSignal(context);
	const stopped = new Promise<void>((resolve) => {
		if (signal?.aborted) resolve();
		signal?.addEventListener('abort', () => resolve(), { once: true });
	});
	// In slices, so that no timer of minutes is left behind.
	for (let left = ms; left > 0 && !signal?.aborted; left -= SLICE_MS)
		await Promise.race([sleep(Math.min(left, SLICE_MS)), stopped]);
}

/** Leaves a hint at the node that it waited for the rate limit, and how long, so that people see why nothing moved. */
export function tellWait(context: Context, ms: number): void {
	if (ms < TOLD_FROM_MS || !('addExecutionHints' in context)) return;
	const minutes = Math.ceil(ms / 60_000);
	context.addExecutionHints({
		message: `This node waited up to ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} for the rate limit of 100Hires (new keys have 100 requests in 10 minutes). 100Hires lifts the limit on request (support@100hires.com).`,
		type: 'info',
		location: 'outputPane',
	});
}

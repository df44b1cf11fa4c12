import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';
import { refusal } from './errors';
import { pauseOf } from './rateLimit';
import { exchange, pausedRefusal, readAccount, unreachable } from './request';
import type { ApiRequest, ApiResponse, Unreachable } from './types';

/** How long the answer to a request of a flow is waited for, milliseconds: a page of full records with resume texts takes a while. */
const TIMEOUT_MS = 120_000;

/** Pauses before a read is tried again, milliseconds. */
const RETRY_PAUSES_MS = [1000, 3000, 9000];

/** Windows of the rate limit that one request is carried over. */
const MOST_RESETS = 3;

/** How often a long pause looks whether the execution was stopped, milliseconds. */
const SLICE_MS = 1000;

/** A reset is told in whole seconds, and clocks differ: this much later, milliseconds, is surely after it. */
const MARGIN_MS = 500;

/** Nothing can have reached 100Hires then, so that even a write may be tried again. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** How long a request may wait for the rate limit, milliseconds; 0 to give up at once. */
export interface Patience {
	longestWaitMs: number;
}

/** Sleeps, and ends early where the execution is stopped. */
async function pause(context: IExecuteFunctions, ms: number): Promise<void> {
	const signal = context.getExecutionCancelSignal();
	for (let left = ms; left > 0 && !signal?.aborted; left -= SLICE_MS)
		await sleep(Math.min(left, SLICE_MS));
}

function maySendAgain({ method }: ApiRequest, outcome: ApiResponse | Unreachable): boolean {
	const isRead = method === 'GET';
	if ('unreachable' in outcome) return isRead || NEVER_SENT.includes(outcome.code);
	return isRead && outcome.status >= 500;
}

/**
 * Sends one request of a flow and gives the answer, whatever its status. Waits for the rate limit's window to end where the answer,
 * or an answer before, says that the key has no request left; tries reads again after 5xx and broken connections, and writes only
 * where nothing can have reached 100Hires.
 *
 * @throws NodeApiError where no answer came, or where the wait for the rate limit would be longer than allowed
 */
export async function sendPatiently(
	context: IExecuteFunctions,
	request: ApiRequest,
	{ longestWaitMs }: Patience,
): Promise<ApiResponse> {
	const account = await readAccount(context);
	const asked = { timeoutMs: TIMEOUT_MS, ...request };
	const giveUpAt = Date.now() + longestWaitMs;
	let [pauses, refusals, retries] = [0, 0, 0];
	for (;;) {
		const until = pauseOf(account.keyDigest);
		if (until !== null) {
			if (pauses >= MOST_RESETS || until + MARGIN_MS > giveUpAt)
				throw pausedRefusal(context, request, until);
			await pause(context, until + MARGIN_MS - Date.now());
			pauses++;
			continue;
		}
		const outcome = await exchange(context, account, asked);
		if (!('unreachable' in outcome) && outcome.status === 429 && refusals++ < MOST_RESETS) continue;
		if (!maySendAgain(request, outcome) || retries >= RETRY_PAUSES_MS.length) {
			if ('unreachable' in outcome) throw unreachable(context, account.baseUrl, request, outcome);
			return outcome;
		}
		await pause(context, RETRY_PAUSES_MS[retries++]);
	}
}

/**
 * Sends one request of a flow and gives the body of the answer.
 *
 * @returns An object, or the array that 100Hires answers some lists with
 * @throws NodeApiError where no answer came or 100Hires refused; the message says what to do
 */
export async function callPatiently(
	context: IExecuteFunctions,
	request: ApiRequest,
	patience: Patience,
): Promise<Json | IDataObject[]> {
	const response = await sendPatiently(context, request, patience);
	if (response.status < 200 || response.status > 299)
		throw refusal(context.getNode(), response, request.task);
	const { body } = response;
	return isObject(body) ? body : Array.isArray(body) ? (body as IDataObject[]) : {};
}

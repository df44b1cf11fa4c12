import { createHash } from 'node:crypto';
import { NodeOperationError, type IDataObject, type NodeApiError } from 'n8n-workflow';
import { readCredential, readPathBelow, type Credential } from '../shared/credential';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal, createUnexpected, MAY_BE_DONE } from './errors';
import { CREDENTIAL, exchange } from './exchange';
import { isExpected } from './expectation';
import { pausedUntil, readRetryAfter, recordRateLimit } from './rateLimit';
import {
	findStopSignal,
	maySendAgain,
	MOST_RESETS,
	pause,
	RESET_MARGIN_MS,
	RETRY_PAUSES_MS,
	tellWait,
	TIMEOUT_MS,
	wasNeverSent,
	type RateLimitWait,
} from './retry';
import type { Account, ApiRequest, ApiResponse, Context, Outcome, Unreachable } from './types';

/** How a request is made, where not as usual: 10 s for the whole exchange, no second try, no wait. */
export interface RequestOptions {
	/** How long it may wait for the rate limit; without, a 429 is an answer like others. */
	rateLimitWait?: RateLimitWait;
	/** Whether it is tried again after a failure that usually passes; `retry.ts` has the rules. */
	retry?: boolean;
	/** How long the exchange may take as a whole, milliseconds. */
	timeoutMs?: number;
}

/**
 * What the node's credential says.
 *
 * @throws NodeOperationError from n8n where no credential is chosen, and where it cannot be right
 */
export async function readAccount(context: Context): Promise<Account> {
	const data = await context.getCredentials(CREDENTIAL);
	let credential: Credential;
	try {
		credential = readCredential(data);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
	const { baseUrl, companyId, apiKey } = credential;
	const digest = createHash('sha256').update(`${baseUrl} ${apiKey}`).digest('hex');
	return { baseUrl, companyId, keyDigest: digest.slice(0, 16) };
}

/** Waits until the key may be used again, or throws where that is later than may be waited for. */
async function waitForReset(
	context: Context,
	req: ApiRequest,
	until: number,
	mayWait: boolean,
): Promise<void> {
	if (!mayWait) throw createPausedRefusal(context, req, until);
	const waitMs = until + RESET_MARGIN_MS - Date.now();
	tellWait(context, waitMs);
	await pause(context, waitMs);
}

const isStopped = (context: Context): boolean => findStopSignal(context)?.aborted === true;

/**
 * The error for a request that a stopped execution no longer makes, or whose answer it no longer waits for.
 *
 * @param mayBeDone Whether it was sent, and is not to be done twice
 */
function createStopped(context: Context, { task }: ApiRequest, mayBeDone: boolean): NodeApiError {
	const message = `Could not ${task}: the execution was stopped.`;
	return createApiError(context.getNode(), mayBeDone ? `${message} ${MAY_BE_DONE}` : message);
}

/**
 * Sends a request and returns the answer, whatever its status but a redirect. A 2xx is what the request expects. With the options for it, waits for
 * the rate limit's window to end where this answer, or one before, says that the key has no request left, and tries again after
 * failures that usually pass.
 *
 * @throws NodeApiError where no answer came, where a 2xx is not what was expected or it is a redirect, where the execution was stopped, or where the key
 * has no request left and its reset is later than may be waited for
 */
export async function tryRequest(
	context: Context,
	req: ApiRequest,
	options: RequestOptions = {},
): Promise<ApiResponse> {
	const { rateLimitWait, retry = false } = options;
	const account = await readAccount(context);
	const giveUpAt = Date.now() + (rateLimitWait?.longestWaitMs ?? 0);
	let [pauses, refusals, retries] = [0, 0, 0];
	for (;;) {
		if (isStopped(context)) throw createStopped(context, req, false);
		const until = pausedUntil(account.keyDigest);
		if (until !== null) {
			const mayWait = pauses++ < MOST_RESETS && until + RESET_MARGIN_MS <= giveUpAt;
			await waitForReset(context, req, until, mayWait);
			continue;
		}
		const outcome = await sendOnce(context, account, req, options);
		const isOver = isStopped(context);
		if (isOver && 'unreachable' in outcome) throw createStopped(context, req, isWrite(req));
		const isRefused = !('unreachable' in outcome) && outcome.status === 429;
		if (rateLimitWait && isRefused && refusals++ < MOST_RESETS) continue;
		const isRight = isAsExpected(req, outcome);
		if (
			retry &&
			!isOver &&
			maySendAgain(req, outcome, isRight) &&
			retries < RETRY_PAUSES_MS.length
		) {
			const pauseMs = Math.max(RETRY_PAUSES_MS[retries++], readRequestedPause(outcome));
			if (pauseMs <= Math.max(giveUpAt - Date.now(), ...RETRY_PAUSES_MS)) {
				tellWait(context, pauseMs);
				await pause(context, pauseMs);
				continue;
			}
		}
		if ('unreachable' in outcome) throw createUnreachableError(context, account, req, outcome);
		if (isSuccess(outcome) && !isRight)
			throw createUnexpected(context.getNode(), outcome, req.task);
		// It is no answer of the API but another server, whatever else the caller would try; a file may lie elsewhere.
		if (isRedirect(outcome) && req.expect.kind !== 'file')
			throw createRefusal(context.getNode(), outcome, req.task);
		return outcome;
	}
}

function isAsExpected({ expect, qs }: ApiRequest, outcome: Outcome): boolean {
	if ('unreachable' in outcome || !isSuccess(outcome)) return false;
	return isExpected(outcome, expect, qs?.page);
}

/** How long an answer that is no 429 asks to wait before the next try, milliseconds; 503 may say (RFC 9110, 15.6.4). */
function readRequestedPause(outcome: Outcome): number {
	return 'unreachable' in outcome ? 0 : (readRetryAfter(outcome) ?? 0);
}

/**
 * Sends a request and returns the body of the answer; otherwise like `tryRequest`, which is the one for streams.
 *
 * @returns An object, or the array that 100Hires answers some lists with; an empty object for 204
 * @throws NodeApiError where no answer came, its status is not a 2xx, or it is not what was expected; the message says what to do
 */
export async function request(
	context: Context,
	req: ApiRequest,
	options?: RequestOptions,
): Promise<Json | IDataObject[]> {
	const response = await tryRequest(context, req, options);
	if (!isSuccess(response)) throw createRefusal(context.getNode(), response, req.task);
	const { body } = response;
	return isObject(body) ? body : Array.isArray(body) ? (body as IDataObject[]) : {};
}

/** Whether a request does something that should not be done again. */
function isWrite({ method, isIdempotent = false }: ApiRequest): boolean {
	return method !== 'GET' && !isIdempotent;
}

/** Whether the status is a 2xx. */
export function isSuccess({ status }: ApiResponse): boolean {
	return status >= 200 && status <= 299;
}

/** Whether the status is a 3xx. */
export function isRedirect({ status }: ApiResponse): boolean {
	return status >= 300 && status <= 399;
}

/**
 * The error for a request that is not even made, because 100Hires would refuse it with a 429.
 *
 * @param until Milliseconds since 1970
 */
function createPausedRefusal(context: Context, req: ApiRequest, until: number): NodeApiError {
	const headers = { 'retry-after': Math.ceil((until - Date.now()) / 1000) };
	return createRefusal(context.getNode(), { status: 429, headers, body: null }, req.task);
}

/** The error for a request that got no answer. */
function createUnreachableError(
	context: Context,
	{ baseUrl }: Account,
	req: ApiRequest,
	outcome: Unreachable,
): NodeApiError {
	const { unreachable: reason } = outcome;
	const { task } = req;
	const isUnknown = isWrite(req) && !wasNeverSent(outcome);
	const message = isUnknown
		? `Could not ${task}: no answer came from 100Hires (${reason}). ${MAY_BE_DONE}`
		: `Could not ${task}: 100Hires could not be reached (${reason}). Check that n8n can reach ${baseUrl}, then try again.`;
	return createApiError(context.getNode(), message);
}

/**
 * The absolute URL of a request: below the base URL, or it is not sent.
 *
 * @throws NodeApiError for any other
 */
function buildUrl(context: Context, baseUrl: string, { path }: ApiRequest): string {
	const url = path.startsWith('/') ? `${baseUrl}${path}` : path;
	if (readPathBelow(url, baseUrl) !== null) return url;
	throw createApiError(
		context.getNode(),
		`The API key is sent to addresses below ${baseUrl} only, and this is another: ${url.slice(0, 200)}. Fetch it with the HTTP Request node.`,
	);
}

/** Makes one request, whatever was learnt about the rate limit before, and keeps what its answer says of it. */
async function sendOnce(
	context: Context,
	{ baseUrl, keyDigest }: Account,
	req: ApiRequest,
	{ timeoutMs = TIMEOUT_MS }: RequestOptions,
): Promise<Outcome> {
	const url = buildUrl(context, baseUrl, req);
	const isStream = req.expect.kind === 'file';
	const { method, headers, qs, body } = req;
	const isEmptyPost = method === 'POST' && (body === undefined || Object.keys(body).length === 0);
	const outcome = await exchange(context, timeoutMs, {
		method,
		url,
		qs,
		// n8n sends no empty object and no type for it, and 100Hires answers 415 to a POST that is not JSON.
		headers: isEmptyPost ? { ...headers, 'Content-Type': 'application/json' } : headers,
		body: isEmptyPost ? '{}' : body,
		// As `GET /jobs/batch-job-boards` takes its jobs (OpenAPI 2.0.0).
		arrayFormat: 'repeat',
		...(isStream ? { encoding: 'stream' } : { json: true }),
	});
	if ('unreachable' in outcome) return outcome;
	const response = { ...outcome, url, isWrite: isWrite(req) };
	recordRateLimit(keyDigest, response);
	return response;
}

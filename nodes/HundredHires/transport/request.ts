import { createHash } from 'node:crypto';
import type { IDataObject, NodeApiError } from 'n8n-workflow';
import { isObject, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal } from './errors';
import { pausedUntil, recordRateLimit } from './rateLimit';
import {
	maySendAgain,
	MOST_RESETS,
	pause,
	RESET_MARGIN_MS,
	RETRY_PAUSES_MS,
	TIMEOUT_MS,
	type RateLimitWait,
} from './retry';
import type { Account, ApiRequest, ApiResponse, Context, Unreachable } from './types';

const CREDENTIAL = 'hundredHiresApi';
export const PRODUCTION_BASE_URL = 'https://api.100hires.com/v2';

/** How a request is made, where not as usual: 20 s for an answer, no second try, no wait, JSON. */
export interface RequestOptions {
	/** How long it may wait for the rate limit; without, a 429 is an answer like others. */
	rateLimitWait?: RateLimitWait;
	/** Whether it is tried again after a failure that usually passes; `retry.ts` has the rules. */
	retry?: boolean;
	/** How long the answer is waited for, milliseconds. */
	timeoutMs?: number;
	/**
	 * What the body of a 2xx comes as. A stream is a file's bytes as they arrive; no redirect is followed for it, which would take
	 * the API key to another host.
	 */
	as?: 'json' | 'stream';
}

/**
 * What the node's credential says.
 *
 * @throws NodeOperationError from n8n where no credential is chosen
 */
export async function readAccount(context: Context): Promise<Account> {
	const credential = await context.getCredentials(CREDENTIAL);
	const baseUrl = (readText(credential.baseUrl) ?? PRODUCTION_BASE_URL).trim().replace(/\/+$/, '');
	const digest = createHash('sha256')
		.update(`${baseUrl} ${String(credential.apiKey)}`)
		.digest('hex');
	return {
		baseUrl,
		companyId: readText(credential.companyId)?.trim() || null,
		keyDigest: digest.slice(0, 16),
	};
}

/**
 * Sends a request and returns the answer, whatever its status. With the options for it, waits for the rate limit's window to end
 * where this answer, or one before, says that the key has no request left, and tries again after failures that usually pass.
 *
 * @throws NodeApiError where no answer came, or where the key has no request left and its reset is later than may be waited for
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
		const until = pausedUntil(account.keyDigest);
		if (until !== null) {
			if (pauses >= MOST_RESETS || until + RESET_MARGIN_MS > giveUpAt)
				throw createPausedRefusal(context, req, until);
			await pause(context, until + RESET_MARGIN_MS - Date.now());
			pauses++;
			continue;
		}
		const outcome = await sendOnce(context, account, req, options);
		const isRefused = !('unreachable' in outcome) && outcome.status === 429;
		if (rateLimitWait && isRefused && refusals++ < MOST_RESETS) continue;
		if (retry && maySendAgain(req, outcome) && retries < RETRY_PAUSES_MS.length) {
			await pause(context, RETRY_PAUSES_MS[retries++]);
			continue;
		}
		if ('unreachable' in outcome)
			throw createUnreachableError(context, account.baseUrl, req, outcome);
		return outcome;
	}
}

/**
 * Sends a request and returns the body of the answer; otherwise like `tryRequest`, which is the one for streams.
 *
 * @returns An object, or the array that 100Hires answers some lists with
 * @throws NodeApiError where no answer came or its status is not a 2xx; the message says what to do
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

/** Whether the status is a 2xx. */
export function isSuccess({ status }: ApiResponse): boolean {
	return status >= 200 && status <= 299;
}

/**
 * The error for a request that is not even made, because 100Hires would refuse it with a 429.
 *
 * @param until Milliseconds since 1970
 */
function createPausedRefusal(context: Context, req: ApiRequest, until: number): NodeApiError {
	const headers = { 'x-ratelimit-reset': Math.ceil(until / 1000) };
	return createRefusal(context.getNode(), { status: 429, headers, body: null }, req.task);
}

/** The error for a request that got no answer. */
function createUnreachableError(
	context: Context,
	baseUrl: string,
	{ task }: ApiRequest,
	{ unreachable: reason }: Unreachable,
): NodeApiError {
	return createApiError(
		context.getNode(),
		`Could not ${task}: 100Hires could not be reached (${reason}). Check that n8n can reach ${baseUrl}, then try again.`,
	);
}

/** Makes one request, whatever was learnt about the rate limit before, and keeps what its answer says of it. */
async function sendOnce(
	context: Context,
	{ baseUrl, keyDigest }: Pick<Account, 'baseUrl' | 'keyDigest'>,
	req: ApiRequest,
	{ timeoutMs = TIMEOUT_MS, as = 'json' }: RequestOptions,
): Promise<ApiResponse | Unreachable> {
	try {
		const isStream = as === 'stream';
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: req.method,
				url: req.path.startsWith('/') ? `${baseUrl}${req.path}` : req.path,
				qs: req.qs,
				headers: req.headers,
				// As `GET /jobs/batch-job-boards` takes its jobs (OpenAPI 2.0.0).
				arrayFormat: 'repeat',
				// 100Hires answers 415 to a body of any other type, and its POSTs without fields still want JSON.
				body: req.body ?? (req.method === 'POST' ? {} : undefined),
				...(isStream ? { encoding: 'stream', disableFollowRedirect: true } : { json: true }),
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				timeout: timeoutMs,
			},
		);
		const { statusCode, headers, body } = isObject(answer) ? answer : {};
		const response = {
			status: Number(statusCode),
			headers: isObject(headers) ? headers : {},
			body,
		};
		recordRateLimit(keyDigest, response);
		if (!isStream || isSuccess(response)) return response;
		// Nobody reads the rest, which would keep the connection open.
		(body as { destroy?(): void } | undefined)?.destroy?.();
		return { ...response, body: null };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { unreachable: reason, code: readText(isObject(error) ? error.httpCode : null) ?? '' };
	}
}

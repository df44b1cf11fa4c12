import { createHash } from 'node:crypto';
import type { NodeApiError } from 'n8n-workflow';
import { isObject, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { apiError, refusal } from './errors';
import { noteLimit, pauseOf } from './rateLimit';
import type { Account, ApiRequest, ApiResponse, Context, Unreachable } from './types';

export const CREDENTIAL = 'hundredHiresApi';
export const PRODUCTION_BASE_URL = 'https://api.100hires.com/v2';

/** How long an answer is waited for, milliseconds. n8n ends an activation after 84 s, and that may take several requests. */
const TIMEOUT_MS = 20_000;

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
 * Sends one request and gives the answer, whatever its status.
 *
 * @throws NodeApiError where no answer came, or where a 429 lately forbade asking
 */
export async function send(context: Context, request: ApiRequest): Promise<ApiResponse> {
	const { baseUrl, keyDigest } = await readAccount(context);
	const paused = pauseOf(keyDigest);
	if (paused !== null) throw pausedRefusal(context, request, paused);
	const outcome = await exchange(context, { baseUrl, keyDigest }, request);
	if ('unreachable' in outcome) throw unreachable(context, baseUrl, request, outcome);
	return outcome;
}

/**
 * The error for a request that is not even made, because 100Hires would refuse it with a 429.
 *
 * @param until Milliseconds since 1970
 */
export function pausedRefusal(context: Context, request: ApiRequest, until: number): NodeApiError {
	const headers = { 'x-ratelimit-reset': Math.ceil(until / 1000) };
	return refusal(context.getNode(), { status: 429, headers, body: null }, request.task);
}

/** The error for a request that got no answer. */
export function unreachable(
	context: Context,
	baseUrl: string,
	{ task }: ApiRequest,
	{ unreachable: reason }: Unreachable,
): NodeApiError {
	return apiError(
		context.getNode(),
		`Could not ${task}: 100Hires could not be reached (${reason}). Check that n8n can reach ${baseUrl}, then try again.`,
	);
}

/** Makes one request, whatever was learnt about the rate limit before, and keeps what its answer says of it. */
export async function exchange(
	context: Context,
	{ baseUrl, keyDigest }: Pick<Account, 'baseUrl' | 'keyDigest'>,
	request: ApiRequest,
): Promise<ApiResponse | Unreachable> {
	try {
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: request.method,
				url: `${baseUrl}${request.path}`,
				qs: request.qs,
				headers: request.headers,
				// As `GET /jobs/batch-job-boards` takes its jobs (OpenAPI 2.0.0).
				arrayFormat: 'repeat',
				// 100Hires answers 415 to a body of any other type, and its POSTs without fields still want JSON.
				body: request.body ?? (request.method === 'POST' ? {} : undefined),
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				timeout: request.timeoutMs ?? TIMEOUT_MS,
			},
		);
		const { statusCode, headers, body } = isObject(answer) ? answer : {};
		const response = {
			status: Number(statusCode),
			headers: isObject(headers) ? headers : {},
			body,
		};
		noteLimit(keyDigest, response);
		return response;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { unreachable: reason, code: readText(isObject(error) ? error.httpCode : null) ?? '' };
	}
}

/**
 * Sends one request and gives the body of the answer.
 *
 * @throws NodeApiError where no answer came or 100Hires refused; the message says what to do
 */
export async function call(context: Context, request: ApiRequest): Promise<Json> {
	const response = await send(context, request);
	if (response.status < 200 || response.status > 299)
		throw refusal(context.getNode(), response, request.task);
	return isObject(response.body) ? response.body : {};
}

import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { readOrigin } from '../shared/credential';
import { isObject, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { readPause } from './rateLimit';
import type { ApiResponse } from './types';

/** Longest text from outside that a message repeats, characters. */
const LONGEST_REASON = 1000;

/** How much of an answer that cannot be understood is shown, characters. */
const FIRST_WORDS = 120;

/** How deep the parts of a reason are read. */
const DEPTH = 5;

/** Every text in a value, however it is nested: one text, a list, fields with texts or lists. */
function collectTexts(value: unknown, depth = DEPTH): string[] {
	const text = readText(value);
	if (text !== null) return [text.trim()].filter(Boolean);
	if (depth === 0 || typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((each) => collectTexts(each, depth - 1));
	return Object.entries(value).flatMap(([field, each]) =>
		collectTexts(each, depth - 1).map((found) => `${field}: ${found}`),
	);
}

function readError({ body }: ApiResponse): Json {
	return isObject(body) && isObject(body.error) ? body.error : {};
}

/**
 * The field errors of a refused request. The OpenAPI document (2.0.0) has a text per field, the vendor's own client a list of
 * texts; both are read, and whatever is nested in them.
 *
 * @returns Field names with their texts; empty where there are none
 */
export function readValidationErrors(response: ApiResponse): Record<string, string> {
	const errors = readError(response).validation_errors;
	const fields = isObject(errors) ? errors : {};
	return Object.fromEntries(
		Object.entries(fields).map(([field, texts]) => [field, collectTexts(texts).join(' ')]),
	);
}

/** Whether a text is a web page, or holds one, which tells people nothing where it is quoted. */
const isWebPage = (text: string): boolean => /^\s{0,100}<|<(!doctype|html)\b/i.test(text);

/** Control codes and line breaks, which would change how a message is shown. */
const CONTROL_CODES = /\p{Cc}+/gu;

/** An error object without what is no reason. */
function omitNumbers(error: Json): Json {
	const others = Object.entries(error).filter(([name]) => name !== 'code' && name !== 'status');
	return Object.fromEntries(others);
}

/** What 100Hires itself says of the refusal, wherever it says it (the samples of its document differ). */
export function readReason(response: ApiResponse): string {
	const { body } = response;
	const { validation_errors: fields, message, name } = readError(response);
	const whole: Json = isObject(body) ? body : {};
	const candidates = [
		collectTexts(fields).join(' '),
		collectTexts(message).join(' '),
		readText(name),
		isObject(whole.error) ? null : collectTexts(whole.error).join(' '),
		collectTexts(omitNumbers(readError(response))).join(' '),
		collectTexts(whole.message).join(' '),
		collectTexts(whole.errors).join(' '),
		collectTexts(whole.detail).join(' '),
		Array.isArray(body) ? collectTexts(body).join(' ') : null,
		typeof body === 'string' ? body : null,
	];
	const said = candidates.map((text) => (text ?? '').slice(0, LONGEST_REASON * 2));
	const found = said.find((text) => text.trim() !== '' && !isWebPage(text)) ?? '';
	return found.replace(CONTROL_CODES, ' ').trim().slice(0, LONGEST_REASON);
}

/** What to do after a write of which nobody knows whether it was done. */
export const MAY_BE_DONE = 'It may have been done: look in 100Hires before doing it again.';

/** Such as `2026-09-08 08:10:30 UTC`. */
function formatTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Where a redirect points, which is not followed. */
function describeRedirect({ headers, url = '' }: ApiResponse): string {
	const location = readText(headers.location) ?? '';
	const target = URL.canParse(location, url) ? new URL(location, url) : null;
	const isElsewhere = target !== null && target.origin !== readOrigin(url);
	const where = target === null ? 'nowhere' : isElsewhere ? target.origin : target.pathname;
	return `The server at the Base URL points to ${where.slice(0, 200)}, and the API key is not sent there. If that is the address of the API, enter it as Base URL in the 100Hires credential; if not, correct the Base URL.`;
}

function findCure(response: ApiResponse): string {
	const { status, isWrite } = response;
	if (status >= 300 && status <= 399) return describeRedirect(response);
	if (status === 401)
		return 'Check the API key in the 100Hires credential (100Hires: Settings > Integrations). If the key is right, the company may not be verified yet: until then 100Hires answers 401 to every request; write to support@100hires.com.';
	if (status === 403)
		return 'The user whose API key is used is not allowed to do this. Use the key of an administrator, or ask one for the permission.';
	if (status === 404)
		return 'Check that it still exists and that the user of the API key can see it.';
	if (status === 429) {
		const pauseMs = readPause(response);
		const when = pauseMs === null ? 'in ten minutes' : `after ${formatTime(Date.now() + pauseMs)}`;
		return `The API key has used up its requests (new keys have 100 in 10 minutes). Try again ${when}; 100Hires lifts the limit on request (support@100hires.com).`;
	}
	// 408 is a server that gave up waiting, perhaps for its own work.
	if ((status >= 500 || status === 408) && isWrite) return MAY_BE_DONE;
	if (status >= 500)
		return 'This lies with 100Hires and usually passes: try again in a few minutes.';
	return '';
}

/**
 * The error for a request that 100Hires refused. n8n shows only the message of an error that stopped an activation, so that all of
 * it stands there: what could not be done, what 100Hires says of it, and what to do.
 *
 * @param node The node that made the request
 * @param response 100Hires' answer
 * @param task What the request was for, to follow "Could not", such as "list the webhooks of the company"
 */
export function createRefusal(node: INode, response: ApiResponse, task: string): NodeApiError {
	const { status } = response;
	const reasons = [
		status === 401 ? '100Hires does not accept the API key.' : '',
		readReason(response).replace(/([^.!?])$/, '$1.'),
	].filter(Boolean);
	const failed = `Could not ${task} (HTTP ${status})${reasons.length > 0 ? ':' : '.'}`;
	const message = [failed, ...reasons, findCure(response)].filter(Boolean).join(' ');
	return createApiError(node, message, String(status));
}

/** What came, for people: its type and its first words. */
function describeBody({ headers, body }: ApiResponse): string {
	const type = (readText(headers['content-type']) ?? 'no content type').split(';')[0].slice(0, 60);
	const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
	const words = text
		.slice(0, FIRST_WORDS * 4)
		.replace(CONTROL_CODES, ' ')
		.replace(/ {2,}/g, ' ')
		.trim()
		.slice(0, FIRST_WORDS);
	return words === '' ? `${type}, nothing in it` : `${type}: "${words}"`;
}

/**
 * The error for a 2xx that is not what the request was for.
 *
 * @param task What the request was for, to follow "Could not"
 */
export function createUnexpected(node: INode, response: ApiResponse, task: string): NodeApiError {
	const { status, isWrite, body } = response;
	const came = `the answer is not what the API promises (HTTP ${status}, ${describeBody(response)}).`;
	const reason = typeof body === 'string' ? '' : readReason(response).replace(/([^.!?])$/, '$1.');
	const cure = isWrite
		? MAY_BE_DONE
		: 'Check the Base URL in the 100Hires credential. If it is right, try again in a few minutes.';
	const message = [`Could not ${task}: ${came}`, reason, cure].filter(Boolean).join(' ');
	return createApiError(node, message, String(status));
}

/**
 * A NodeApiError that says exactly this; n8n would otherwise put a text of its own for the status in front.
 *
 * @param itemIndex Of the item that it happened with, where there is one
 * @param description What n8n shows below the message
 */
export function createApiError(
	node: INode,
	message: string,
	httpCode?: string,
	itemIndex?: number,
	description?: string,
): NodeApiError {
	const options = { message, httpCode, itemIndex, description };
	const error = new NodeApiError(node, { message } as JsonObject, options);
	error.message = message;
	return error;
}

import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { isObject, readText } from '../shared/values';
import type { Json } from '../shared/types';
import type { ApiResponse } from './types';
import { readResetTime } from './rateLimit';

/**
 * The field errors of a refused request. The OpenAPI document (2.0.0) has a text per field, the vendor's own client a list of
 * texts; both are read.
 *
 * @returns Field names with their texts; empty where there are none
 */
export function readValidationErrors(response: ApiResponse): Record<string, string> {
	const error = readError(response);
	const fields = isObject(error.validation_errors) ? error.validation_errors : {};
	return Object.fromEntries(
		Object.entries(fields).map(([field, texts]) => [field, [texts].flat().map(String).join(' ')]),
	);
}

function readError(response: ApiResponse): Json {
	const { body } = response;
	return isObject(body) && isObject(body.error) ? body.error : {};
}

/** What 100Hires itself says of the refusal. */
function readReason(response: ApiResponse): string {
	const fields = Object.entries(readValidationErrors(response)).map(
		([field, text]) => `${field}: ${text}`,
	);
	return fields.join(' ') || readText(readError(response).message) || '';
}

/** Such as `2026-09-08 08:10:30 UTC`. */
function formatTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function findCure(response: ApiResponse): string {
	const { status } = response;
	if (status === 401)
		return 'Check the API key in the 100Hires credential (100Hires: Settings > Integrations). If the key is right, the company may not be verified yet: until then 100Hires answers 401 to every request; write to support@100hires.com.';
	if (status === 403)
		return 'The user whose API key is used is not allowed to do this. Use the key of an administrator, or ask one for the permission.';
	if (status === 404)
		return 'Check that it still exists and that the user of the API key can see it.';
	if (status === 429) {
		const reset = readResetTime(response);
		const when = reset === null ? 'in ten minutes' : `after ${formatTime(reset)}`;
		return `The API key has used up its requests (new keys have 100 in 10 minutes). Try again ${when}; 100Hires lifts the limit on request (support@100hires.com).`;
	}
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
		readReason(response)
			.replace(/\s+$/, '')
			.replace(/([^.!?])$/, '$1.'),
	].filter(Boolean);
	const failed = `Could not ${task} (HTTP ${status})${reasons.length > 0 ? ':' : '.'}`;
	const message = [failed, ...reasons, findCure(response)].filter(Boolean).join(' ');
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

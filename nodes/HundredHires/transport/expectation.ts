/** What the answer to a request has to be, so that a 2xx counts for what it says. Pure. */
import type { Json } from '../shared/types';
import { isObject, readId, readNumber } from '../shared/values';
import type { ApiResponse, Expectation } from './types';

/**
 * Whether a body says itself that nothing was done: an error in any form but an empty one, or `"success": false`. An empty list is
 * what some servers write for an empty object.
 */
export function isRefusal(body: unknown): boolean {
	if (!isObject(body)) return false;
	const { error, success } = body;
	const isEmpty = Array.isArray(error) && error.length === 0;
	return success === false || (Boolean(error) && !isEmpty);
}

function isObjectWith(object: unknown, fields: readonly string[] = []): boolean {
	if (!isObject(object)) return false;
	if (fields.includes('id')) return readId(object.id) !== null;
	return fields.length === 0 || fields.some((field) => field in object);
}

const readAt = (body: unknown, key: string | undefined): unknown =>
	key === undefined ? body : isObject(body) ? body[key] : undefined;

/**
 * Whether an answer with a 2xx is what the request was for (100Hires OpenAPI 2.0.0 has one form for each). A web page, an empty body,
 * a text that is no JSON, a list under another key: none of them says that anything was done, or that there is nothing.
 */
export function isExpected({ status, body }: ApiResponse, expect: Expectation): boolean {
	if (isRefusal(body)) return false;
	switch (expect.kind) {
		case 'list': {
			const rows = readAt(body, expect.key);
			return Array.isArray(rows) && rows.every((row) => isObjectWith(row, expect.fields));
		}
		case 'texts': {
			const texts = readAt(body, expect.key);
			return Array.isArray(texts) && texts.every((text) => typeof text === 'string');
		}
		case 'object': {
			const object = readAt(body, expect.at);
			if (object === null && expect.mayBeNull === true) return true;
			const isRight = isObjectWith(object, expect.fields);
			return isRight && (expect.lists ?? []).every((list) => Array.isArray(readAt(object, list)));
		}
		case 'done':
			return status === 204 || (isObject(body) && body.success === true);
		case 'file':
			return status === 200;
	}
}

/** Number of pages of a list, by its pagination; `null` where the answer has none. */
export function readPageCount(body: unknown): number | null {
	const pagination: Json = isObject(body) && isObject(body.pagination) ? body.pagination : {};
	return readNumber(pagination.page_count);
}

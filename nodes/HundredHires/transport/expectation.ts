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
 *
 * @param page The page of a list that was asked for, where it was
 */
export function isExpected(
	{ status, body }: ApiResponse,
	expect: Expectation,
	page: unknown = undefined,
): boolean {
	if (expect.kind === 'any') return true;
	if (isRefusal(body)) return false;
	switch (expect.kind) {
		case 'list': {
			const rows = readAt(body, expect.key);
			if (!Array.isArray(rows) || isContradictory(body, rows, readNumber(page))) return false;
			return rows.every((row) => isObjectWith(row, expect.fields));
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

/**
 * Whether a page of a list says of itself that it is another one, or that it should not be empty. A server that is asked for more
 * pages than there are may send the last one, which is none.
 */
function isContradictory(body: unknown, rows: unknown[], asked: number | null): boolean {
	const pagination = readPagination(body);
	const [page, pageCount] = [pagination.page, pagination.page_count].map(readNumber);
	if (pageCount === null) return false;
	if (rows.length > 0 && pageCount === 0) return true;
	const wanted = asked ?? page ?? 1;
	if (wanted > pageCount) return false;
	// Where there is no row, some servers count one page all the same.
	const isEmpty = rows.length === 0 && (readNumber(pagination.total_count) ?? 0) > 0;
	return isEmpty || (page !== null && page !== wanted);
}

const readPagination = (body: unknown): Json =>
	isObject(body) && isObject(body.pagination) ? body.pagination : {};

/** Number of pages of a list, by its pagination; `null` where the answer has none. */
export function readPageCount(body: unknown): number | null {
	return readNumber(readPagination(body).page_count);
}

/** Number of rows of a list in all, by its pagination; `null` where the answer has none. */
export function readTotal(body: unknown): number | null {
	return readNumber(readPagination(body).total_count);
}

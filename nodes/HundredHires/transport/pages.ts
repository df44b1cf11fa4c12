import type { IDataObject } from 'n8n-workflow';
import { isObject, readNumber, readObjects } from '../shared/values';
import type { Json } from '../shared/types';
import { refusal } from './errors';
import { send } from './request';
import type { ApiResponse, Context } from './types';

/** Most rows that 100Hires gives at a time (OpenAPI 2.0.0); its default is said to be 20 here and 25 there, so it is always sent. */
export const PAGE_SIZE = 100;

/** More pages than any list of webhooks or jobs has; ends the reading of a list whose page count never ends. */
const MOST_PAGES = 1000;

export interface ListRequest {
	path: string;
	/** The key of the answer under which the rows stand. */
	key: string;
	qs?: IDataObject;
	task: string;
}

/** The rows of one page, and whether there are more; without a page count, a full page means that there are. */
export function readPage(
	body: unknown,
	key: string,
	page: number,
	size = PAGE_SIZE,
): { rows: Json[]; more: boolean } {
	const answer = isObject(body) ? body : {};
	const rows = readObjects(answer[key]);
	const pagination = isObject(answer.pagination) ? answer.pagination : {};
	const pageCount = readNumber(pagination.page_count);
	return {
		rows,
		more: rows.length > 0 && (pageCount === null ? rows.length >= size : page < pageCount),
	};
}

/**
 * All rows of a list, or the answer that was none.
 *
 * @returns Rows, or the refusing answer of the first page for the caller to judge
 * @throws NodeApiError where no answer came, or where a later page was refused
 */
export async function tryList(context: Context, list: ListRequest): Promise<Json[] | ApiResponse> {
	const all: Json[] = [];
	for (let page = 1; page <= MOST_PAGES; page++) {
		const { path, task } = list;
		const qs = { ...list.qs, page, size: PAGE_SIZE };
		const response = await send(context, { method: 'GET', path, qs, task });
		if (response.status !== 200) {
			if (page === 1) return response;
			throw refusal(context.getNode(), response, task);
		}
		const { rows, more } = readPage(response.body, list.key, page);
		all.push(...rows);
		if (!more) break;
	}
	return all;
}

import type { IDataObject } from 'n8n-workflow';
import { isObject, readNumber, readObjects } from '../shared/values';
import type { Json } from '../shared/types';
import { createRefusal } from './errors';
import { tryRequest } from './request';
import type { ApiResponse, Context } from './types';

/** Most rows that 100Hires returns at a time (OpenAPI 2.0.0); it documents 20 and 25 as its default, so the size is always sent. */
export const PAGE_SIZE = 100;

/** More pages than any list of webhooks or jobs has; ends the reading of a list whose page count never ends. */
const MOST_PAGES = 1000;

interface ListRequest {
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
 * Reads a list page by page, until there are no more.
 *
 * @param key The key of the answer under which the rows stand
 * @param getPage Gets the body of the page of this number, from 1
 * @param options `size`: rows per page that `getPage` requests; `mostPages`: where the reading ends at the latest
 * @returns The rows of each page
 * @throws What `getPage` throws
 */
export async function* readPages(
	key: string,
	getPage: (page: number) => Promise<unknown>,
	{ size = PAGE_SIZE, mostPages = MOST_PAGES } = {},
): AsyncGenerator<Json[], void> {
	for (let page = 1; page <= mostPages; page++) {
		const { rows, more } = readPage(await getPage(page), key, page, size);
		yield rows;
		if (!more) return;
	}
}

/**
 * All rows of a list, or the answer that was none.
 *
 * @returns Rows, or the refusing answer of the first page for the caller to judge
 * @throws NodeApiError where no answer came, or where a later page was refused
 */
export async function tryList(context: Context, list: ListRequest): Promise<Json[] | ApiResponse> {
	const { path, key, task } = list;
	const tryPage = async (page: number): Promise<ApiResponse> => {
		const qs = { ...list.qs, page, size: PAGE_SIZE };
		return await tryRequest(context, { method: 'GET', path, qs, task });
	};
	const first = await tryPage(1);
	if (first.status !== 200) return first;
	const getPage = async (page: number): Promise<unknown> => {
		const response = page === 1 ? first : await tryPage(page);
		if (response.status !== 200) throw createRefusal(context.getNode(), response, task);
		return response.body;
	};
	const all: Json[] = [];
	for await (const rows of readPages(key, getPage)) all.push(...rows);
	return all;
}

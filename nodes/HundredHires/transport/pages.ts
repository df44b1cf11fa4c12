import { UserError, type IDataObject } from 'n8n-workflow';
import { isObject, readObjects } from '../shared/values';
import type { Json } from '../shared/types';
import { createRefusal } from './errors';
import { readPageCount } from './expectation';
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
	/** What each row has: see `Expectation`. */
	fields?: readonly string[];
	/** Whether it takes `page` and `size`; by default yes. Another may come in pages all the same, which its answer then says. */
	isPaged?: boolean;
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
	const pageCount = readPageCount(body);
	return {
		rows,
		more: rows.length > 0 && (pageCount === null ? rows.length >= size : page < pageCount),
	};
}

/** The error for a list whose pages are all the same, which would be read for ever, or that ends in the middle. */
export function createStuckError(task: string): UserError {
	return new UserError(
		`Could not ${task}: 100Hires sends the same rows, or none, whatever page is asked for. Try again in a few minutes, and write to support@100hires.com if it happens again.`,
	);
}

/** The query for a page; a list that is not documented to come in pages is asked for none before its answer has named others. */
export function buildPageQuery(page: number, size: number, isPaged: boolean): IDataObject {
	if (isPaged) return { page, size };
	return page === 1 ? {} : { page };
}

/**
 * Reads a list page by page, until there are no more.
 *
 * @param list The key of the answer under which the rows stand, and what they are read for, to follow "Could not"
 * @param getPage Gets the body of the page of this number, from 1
 * @param options `size`: rows per page that `getPage` requests; `mostPages`: where the reading ends at the latest
 * @returns The rows of each page
 * @throws What `getPage` throws; UserError where each page is the same
 */
export async function* readPages(
	{ key, task }: { key: string; task: string },
	getPage: (page: number) => Promise<unknown>,
	{ size = PAGE_SIZE, mostPages = MOST_PAGES } = {},
): AsyncGenerator<Json[], void> {
	let previous = '';
	for (let page = 1; page <= mostPages; page++) {
		const { rows, more } = readPage(await getPage(page), key, page, size);
		const written = JSON.stringify(rows);
		if (rows.length > 0 && written === previous) throw createStuckError(task);
		previous = written;
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
	const { path, key, task, fields, isPaged = true } = list;
	const tryPage = async (page: number): Promise<ApiResponse> => {
		const qs = { ...list.qs, ...buildPageQuery(page, PAGE_SIZE, isPaged) };
		return await tryRequest(context, {
			method: 'GET',
			path,
			qs,
			task,
			expect: { kind: 'list', key, fields },
		});
	};
	const first = await tryPage(1);
	if (first.status !== 200) return first;
	const getPage = async (page: number): Promise<unknown> => {
		const response = page === 1 ? first : await tryPage(page);
		if (response.status !== 200) throw createRefusal(context.getNode(), response, task);
		return response.body;
	};
	const all: Json[] = [];
	for await (const rows of readPages({ key, task }, getPage)) for (const row of rows) all.push(row);
	return all;
}

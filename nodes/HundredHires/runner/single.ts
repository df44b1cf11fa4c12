import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';
import { downloadFile } from '../transport/download';
import { readPageCount, readTotal } from '../transport/expectation';
import { createStuckError, PAGE_SIZE, readPages } from '../transport/pages';
import { ResumablePaginator, type Get } from '../transport/paginator';
import { request, type RequestOptions } from '../transport/request';
import type { ApiRequest } from '../transport/types';
import type { Operation, OperationCall, Output, Row } from '../resources/types';
import { expectOutput, readRows, shouldSimplify } from './output';
import { buildPath, fillText, type Values } from './parameters';

/** No account has as many; ends the reading of a list whose page count never ends. */
const MOST_PAGES = 100_000;

type ListRead = Omit<ApiRequest, 'method'>;

/** Sends the reads of a list, as requests of the operation. */
function createGet(context: IExecuteFunctions, req: ListRead, options: RequestOptions): Get {
	return async ({ path, qs, task, expect }) => {
		const { headers } = req;
		const wanted = { method: 'GET' as const, path, qs, task, expect, headers };
		return { status: 200, headers: {}, body: await request(context, wanted, options) };
	};
}

/**
 * The rows of a list that may change while it is read, each once: by ID, so that rows that join or leave neither bring one twice nor
 * hide others.
 */
async function readRowsById(
	context: IExecuteFunctions,
	key: string,
	limit: number,
	req: ListRead,
	options: RequestOptions,
): Promise<Json[]> {
	const get = createGet(context, req, options);
	const size = Math.min(PAGE_SIZE, limit);
	const rows: Json[] = [];
	const paginator = new ResumablePaginator(get, { key, request: req, size });
	while (!paginator.isDone && rows.length < limit)
		for (const row of (await paginator.next()) ?? []) {
			paginator.pass(row);
			rows.push(row);
		}
	return rows.slice(0, limit);
}

/** The rows of a list without IDs, page by page. */
async function readRowsByPage(
	context: IExecuteFunctions,
	key: string,
	limit: number,
	req: ListRead,
	options: RequestOptions,
): Promise<Json[]> {
	const size = Math.min(PAGE_SIZE, limit);
	const getPage = async (page: number) =>
		await request(context, { ...req, method: 'GET', qs: { ...req.qs, page, size } }, options);
	const rows: Json[] = [];
	const list = { key, task: req.task };
	for await (const found of readPages(list, getPage, { size, mostPages: MOST_PAGES })) {
		for (const row of found) rows.push(row);
		if (rows.length >= limit) break;
	}
	return rows.slice(0, limit);
}

async function readPagedRows(
	context: IExecuteFunctions,
	{ entity, key }: Extract<Output, { kind: 'pages' }>,
	item: number,
	req: ListRead,
	options: RequestOptions,
): Promise<Json[]> {
	const isAll = context.getNodeParameter('returnAll', item, false) === true;
	const limit = isAll ? Infinity : Number(context.getNodeParameter('limit', item, 50));
	const readList = 'id' in entity.shape ? readRowsById : readRowsByPage;
	return await readList(context, key, limit, req, options);
}

/** The answer of a list that comes whole; where it says that it comes in pages all the same, with those of all pages. */
async function requestWhole(
	context: IExecuteFunctions,
	req: ApiRequest,
	key: string,
	options: RequestOptions,
): Promise<Json> {
	const first = await request(context, req, options);
	if (Array.isArray(first)) return {};
	const pageCount = Math.min(readPageCount(first) ?? 1, MOST_PAGES);
	const pages = [first[key] as unknown[]];
	for (let page = 2; page <= pageCount; page++) {
		const next = await request(context, { ...req, qs: { ...req.qs, page } }, options);
		const rows = Array.isArray(next) ? [] : (next[key] as unknown[]);
		// It knows no pages after all, and has sent everything, or it says that there is more.
		if (rows.length === 0 || JSON.stringify(rows) === JSON.stringify(pages[page - 2])) {
			if ((readTotal(first) ?? 0) > pages.flat().length) throw createStuckError(req.task);
			break;
		}
		pages.push(rows);
	}
	// Where the list changed meanwhile, a row may be on two of its pages.
	const rows = new Map(pages.flat().map((row) => [JSON.stringify(row), row]));
	return { ...first, [key]: [...rows.values()] };
}

/**
 * Does an operation for one item.
 *
 * @param options How its requests are made
 * @returns What 100Hires answered, not yet simplified
 * @throws NodeApiError where no answer came or 100Hires refused, UserError where the user's input cannot be right
 */
export async function runSingle(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
	values: Values,
	options: RequestOptions,
): Promise<Row[]> {
	const { output, method = 'GET' } = operation;
	const task = fillText(operation.task, values.path);
	const expect = expectOutput(output);
	if (operation.run) {
		const call: OperationCall = {
			context,
			item,
			...values,
			parameter: (name, otherwise) =>
				context.getNodeParameter(name, item, otherwise, { extractValue: true }),
			request: async (req) => await request(context, { task, expect, ...req }, options),
			download: async (url) => await downloadFile(context, url, options),
		};
		return await operation.run(call);
	}
	const path = buildPath(context, operation, item, values);
	// The short form has nothing of what 'Include' adds.
	const isShort =
		operation.summary === true &&
		!('include' in values.query) &&
		shouldSimplify(context, operation, item);
	const qs = { ...values.query, ...(isShort && { view: 'summary' }) };
	const headers = values.header;
	if (output.kind === 'pages') {
		const req = { path, qs, headers, task, expect };
		const rows = await readPagedRows(context, output, item, req, options);
		return rows.map((json) => ({ json }));
	}
	const takesBody = method !== 'GET' && Object.keys(values.body).length > 0;
	const body = takesBody ? values.body : undefined;
	const req = { method, path, qs, headers, body, task, expect };
	const isList = output.kind === 'list' || output.kind === 'strings';
	const answer =
		method === 'GET' && isList && output.key !== undefined
			? await requestWhole(context, req, output.key, options)
			: await request(context, req, options);
	return readRows(output, answer).map((json) => ({ json }));
}

/** The part of a batch's answer that belongs to one item, as rows. */
export function readRowsOfPart({ output }: Operation, data: unknown): Row[] {
	const body = isObject(data) || Array.isArray(data) ? data : {};
	return readRows(output, body as Json).map((json) => ({ json }));
}

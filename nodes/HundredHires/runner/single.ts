import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';
import { downloadFile } from '../transport/download';
import { PAGE_SIZE, readPages } from '../transport/pages';
import { request, type RequestOptions } from '../transport/request';
import type { Operation, OperationCall, Row } from '../resources/types';
import { readRows, shouldSimplify } from './output';
import { buildPath, fillText, type Values } from './parameters';

/** No account has as many; ends the reading of a list whose page count never ends. */
const MOST_PAGES = 100_000;

async function readPagedRows(
	context: IExecuteFunctions,
	operation: Operation,
	key: string,
	item: number,
	req: { path: string; qs: IDataObject; headers: IDataObject; task: string },
	options: RequestOptions,
): Promise<Json[]> {
	const isAll = context.getNodeParameter('returnAll', item, false) === true;
	const limit = isAll ? Infinity : Number(context.getNodeParameter('limit', item, 50));
	const size = Math.min(PAGE_SIZE, limit);
	const rows: Json[] = [];
	const method = operation.method ?? 'GET';
	const getPage = async (page: number) =>
		await request(context, { ...req, method, qs: { ...req.qs, page, size } }, options);
	for await (const found of readPages(key, getPage, { size, mostPages: MOST_PAGES })) {
		for (const row of found) rows.push(row);
		if (rows.length >= limit) break;
	}
	return rows.length > limit ? rows.slice(0, limit) : rows;
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
	if (operation.run) {
		const call: OperationCall = {
			context,
			item,
			...values,
			parameter: (name, otherwise) =>
				context.getNodeParameter(name, item, otherwise, { extractValue: true }),
			request: async (req) => await request(context, { task, ...req }, options),
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
		const req = { path, qs, headers, task };
		const rows = await readPagedRows(context, operation, output.key, item, req, options);
		return rows.map((json) => ({ json }));
	}
	const takesBody = method !== 'GET' && Object.keys(values.body).length > 0;
	const body = takesBody ? values.body : undefined;
	const answer = await request(context, { method, path, qs, headers, body, task }, options);
	return readRows(output, answer).map((json) => ({ json }));
}

/** The part of a batch's answer that belongs to one item, as rows. */
export function readRowsOfPart({ output }: Operation, data: unknown): Row[] {
	const body = isObject(data) || Array.isArray(data) ? data : {};
	return readRows(output, body as Json).map((json) => ({ json }));
}

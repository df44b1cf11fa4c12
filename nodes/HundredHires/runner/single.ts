import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../shared/values';
import type { Json } from '../shared/types';
import { PAGE_SIZE, readPage } from '../transport/pages';
import { callPatiently, type Patience } from '../transport/retry';
import type { Operation, OperationCall, Row } from '../resources/types';
import { readRows, shouldSimplify } from './output';
import { buildPath, fillText, type Values } from './parameters';

/** No account has as many; ends the reading of a list whose page count never ends. */
const MOST_PAGES = 100_000;

async function readPages(
	context: IExecuteFunctions,
	operation: Operation,
	key: string,
	item: number,
	request: { path: string; qs: IDataObject; headers: IDataObject; task: string },
	patience: Patience,
): Promise<Json[]> {
	const isAll = context.getNodeParameter('returnAll', item, false) === true;
	const limit = isAll ? Infinity : Number(context.getNodeParameter('limit', item, 50));
	const size = Math.min(PAGE_SIZE, limit);
	const rows: Json[] = [];
	for (let page = 1; page <= MOST_PAGES; page++) {
		const qs = { ...request.qs, page, size };
		const body = await callPatiently(
			context,
			{ ...request, method: operation.method ?? 'GET', qs },
			patience,
		);
		const found = readPage(body, key, page, size);
		for (const row of found.rows) rows.push(row);
		if (!found.more || rows.length >= limit) break;
	}
	return rows.length > limit ? rows.slice(0, limit) : rows;
}

/**
 * Does an operation for one item.
 *
 * @returns What 100Hires gave, not yet simplified
 * @throws NodeApiError where no answer came or 100Hires refused, UserError where the user's input cannot be right
 */
export async function runSingle(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
	values: Values,
	patience: Patience,
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
			call: async (request) => await callPatiently(context, { task, ...request }, patience),
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
		const request = { path, qs, headers, task };
		const rows = await readPages(context, operation, output.key, item, request, patience);
		return rows.map((json) => ({ json }));
	}
	const takesBody = method !== 'GET' && Object.keys(values.body).length > 0;
	const body = takesBody ? values.body : undefined;
	const request = { method, path, qs, headers, body, task };
	const given = await callPatiently(context, request, patience);
	return readRows(output, given).map((json) => ({ json }));
}

/** The part of a batch's answer that belongs to one item, as rows. */
export function rowsOfPart({ output }: Operation, data: unknown): Row[] {
	const body = isObject(data) || Array.isArray(data) ? data : {};
	return readRows(output, body as Json).map((json) => ({ json }));
}

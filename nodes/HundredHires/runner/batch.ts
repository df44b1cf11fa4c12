import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isObject, readNumber, readObjects, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal } from '../transport/errors';
import { request, type RequestOptions } from '../transport/request';
import type { Batch, Operation, Row } from '../resources/types';
import { fillText, type Values } from './parameters';
import { readRowsOfPart } from './single';

/** Most that the API takes at once (100Hires OpenAPI 2.0.0). */
const BATCH_SIZE = 100;

/** An item with what the user filled in for it. */
export interface Prepared {
	item: number;
	values: Values;
}

export type Outcome = { rows: Row[] } | { failure: Error };

/** Whether an item can go with others: batches take numbers only, not the aliases that single requests take, and know fewer fields. */
export function fitsBatch(batch: Batch, { path, query, body }: Values): boolean {
	const alone = batch.by === 'ids' ? (batch.unless ?? []) : [];
	return typeof path[batch.id] === 'number' && !alone.some((name) => name in body || name in query);
}

/** Puts together what can go in one request: the same values but for the ID, at most 100. Keeps the order of the items. */
export function groupItems(batch: Batch, prepared: readonly Prepared[]): Prepared[][] {
	const groups = new Map<string, Prepared[][]>();
	for (const each of prepared) {
		const { path, query, body } = each.values;
		const key =
			batch.by === 'bodies'
				? JSON.stringify(query)
				: JSON.stringify([{ ...path, [batch.id]: null }, query, body]);
		const chunks = groups.get(key) ?? [[]];
		if (chunks[chunks.length - 1].length >= BATCH_SIZE) chunks.push([]);
		chunks[chunks.length - 1].push(each);
		groups.set(key, chunks);
	}
	return [...groups.values()].flat();
}

function buildRequest(batch: Batch, group: readonly Prepared[]) {
	const [{ values }] = group;
	const { method, path } = batch;
	if (batch.by === 'bodies') {
		const list = group.map(({ values: own }) => ({
			...own.body,
			[batch.as]: own.path[batch.id],
		}));
		return { method, path, qs: values.query, body: { [batch.key]: list } as IDataObject };
	}
	// The same ID in two items is sent once.
	const ids = [...new Set(group.map(({ values: own }) => own.path[batch.id]))];
	const list = { [batch.ids ?? 'ids']: ids } as IDataObject;
	return batch.in === 'query'
		? { method, path, qs: { ...values.query, ...list }, body: undefined }
		: { method, path, qs: values.query, body: { ...list, ...values.body } };
}

function findResult(batch: Batch, results: readonly Json[], each: Prepared, index: number) {
	if (batch.by === 'bodies')
		return results.find((result) => readNumber(result.index) === index) ?? results[index];
	const id = readText(each.values.path[batch.id]);
	return results.find((result) => readText(result[batch.resultId]) === id);
}

function readOutcome(
	context: IExecuteFunctions,
	operation: Operation,
	batch: Batch,
	each: Prepared,
	result: Json | undefined,
): Outcome {
	const task = fillText(operation.task, each.values.path);
	if (result === undefined)
		return {
			failure: createApiError(
				context.getNode(),
				`100Hires did not say whether it could ${task}. Look at it in 100Hires before doing it again.`,
			),
		};
	if (isObject(result.error)) {
		const status = readNumber(result.error.status) ?? 400;
		const response = { status, headers: {}, body: result };
		return { failure: createRefusal(context.getNode(), response, task) };
	}
	const { resultData } = batch;
	return {
		rows: readRowsOfPart(operation, resultData === undefined ? result : result[resultData]),
	};
}

/**
 * Does an operation for several items in one request.
 *
 * @returns What became of each item, in the group's order; where the request as a whole was refused, that is each item's refusal
 */
export async function runBatch(
	context: IExecuteFunctions,
	operation: Operation,
	batch: Batch,
	group: readonly Prepared[],
	options: RequestOptions,
): Promise<Outcome[]> {
	const first = fillText(operation.task, group[0].values.path);
	const task = group.length === 1 ? first : `${first} and ${group.length - 1} others`;
	let results: Json[];
	try {
		const expect = { kind: 'list' as const, key: batch.results };
		const req = { ...buildRequest(batch, group), task, expect };
		const body = await request(context, req, options);
		results = Array.isArray(body) ? [] : readObjects(body[batch.results]);
	} catch (error) {
		return group.map(() => ({ failure: error as Error }));
	}
	return group.map((each, index) =>
		readOutcome(context, operation, batch, each, findResult(batch, results, each, index)),
	);
}

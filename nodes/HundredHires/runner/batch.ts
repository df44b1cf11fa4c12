import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { request, type RequestOptions } from '../transport/request';
import type { Batch, Operation } from '../resources/types';
import { fillText, type Prepared } from './parameters';
import { findResults, readOutcome, type Outcome } from './results';

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
	let results: unknown;
	try {
		const expect = { kind: 'list' as const, key: batch.results };
		const body = await request(context, { ...buildRequest(batch, group), task, expect }, options);
		results = Array.isArray(body) ? [] : body[batch.results];
	} catch (error) {
		return group.map(() => ({ failure: error as Error }));
	}
	const found = findResults(batch, results, group);
	return group.map((each, index) =>
		readOutcome(context.getNode(), operation, batch, each, found[index]),
	);
}

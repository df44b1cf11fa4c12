/** What became of each item of a batch, by 100Hires' own words only: what is not said is told as unknown. */
import type { INode } from 'n8n-workflow';
import { isObject, readNumber, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal } from '../transport/errors';
import type { Batch, Operation, Row } from '../resources/types';
import { fillText, type Prepared } from './parameters';
import { readRowsOfPart } from './single';

export type Outcome = { rows: Row[] } | { failure: Error };

/** Which part of a batch each of the results is for, `null` where it does not say so. */
function readParts(batch: Batch, results: readonly unknown[], count: number): unknown[] {
	if (batch.by === 'ids')
		return results.map((result) => (isObject(result) ? readText(result[batch.resultId]) : null));
	const indexes = results.map((result) => (isObject(result) ? (result.index ?? null) : null));
	if (indexes.some((index) => index !== null)) return indexes.map(readNumber);
	// Their order tells nothing as soon as one is missing, or one more is there.
	return results.length === count ? results.map((_, index) => index) : indexes;
}

/**
 * Finds the result of each item of a batch.
 *
 * @param results What 100Hires answered
 * @returns In the group's order; `undefined` where there is no result, or more than one
 */
export function findResults(
	batch: Batch,
	results: unknown,
	group: readonly Prepared[],
): Array<Json | undefined> {
	const list: unknown[] = Array.isArray(results) ? results : [];
	const parts = readParts(batch, list, group.length);
	const found = new Map<unknown, unknown[]>();
	parts.forEach((part, index) => found.set(part, [...(found.get(part) ?? []), list[index]]));
	return group.map(({ values }, index) => {
		const part = batch.by === 'ids' ? readText(values.path[batch.id]) : index;
		const own = found.get(part) ?? [];
		return own.length === 1 && isObject(own[0]) ? own[0] : undefined;
	});
}

/** The error for an item of which 100Hires' answer says nothing that can be relied on. */
function createUnknown(node: INode, { method }: Batch, task: string): Error {
	const cure =
		method === 'GET'
			? 'Try again.'
			: 'It may have been done: look in 100Hires before doing it again.';
	return createApiError(node, `100Hires did not say whether it could ${task}. ${cure}`);
}

/** Reads the result of an item. */
export function readOutcome(
	node: INode,
	operation: Operation,
	batch: Batch,
	{ values }: Prepared,
	result: Json | undefined,
): Outcome {
	const task = fillText(operation.task, values.path);
	if (result === undefined) return { failure: createUnknown(node, batch, task) };
	if (isObject(result.error)) {
		const status = readNumber(result.error.status) ?? 400;
		const response = { status, headers: {}, body: result };
		return { failure: createRefusal(node, response, task) };
	}
	const { resultData } = batch;
	return {
		rows: readRowsOfPart(operation, resultData === undefined ? result : result[resultData]),
	};
}

/** What became of each item of a batch. What 100Hires does not say is unknown. */
import type { INode } from 'n8n-workflow';
import { isObject, readNumber, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal, MAY_BE_DONE, readReason } from '../transport/errors';
import { isExpected, isRefusal } from '../transport/expectation';
import type { Batch, Operation, Row } from '../resources/types';
import { expectOutput } from './output';
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
	const cure = method === 'GET' ? 'Try again.' : MAY_BE_DONE;
	return createApiError(node, `100Hires did not say whether it could ${task}. ${cure}`);
}

/**
 * The refusal that a result is. The OpenAPI document (2.0.0) has an error object in it; others of
 * 100Hires' answers have a text, or `success`.
 *
 * @returns `null` where it is none
 */
function readRefusal(node: INode, result: Json, task: string): Error | null {
	const { error } = result;
	if (!isRefusal(result)) return null;
	const said = isObject(error) ? readNumber(error.status) : null;
	const status = said ?? readNumber(result.status);
	const response = { status: status ?? 0, headers: {}, body: result };
	if (status !== null && status >= 400 && status <= 599) return createRefusal(node, response, task);
	const reason = readReason(response) || '100Hires does not say why';
	return createApiError(node, `Could not ${task}: ${reason.replace(/([^.!?])$/, '$1.')}`);
}

/** Whether the data of an item are what the operation gives. */
function isRight({ output }: Operation, data: unknown): data is Json {
	// What a batch that removes something gives is what is left.
	if (output.kind === 'deleted') return isObject(data);
	return isExpected({ status: 200, headers: {}, body: data }, expectOutput(output));
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
	const refusal = readRefusal(node, result, task);
	if (refusal) return { failure: refusal };
	const data = batch.resultData === undefined ? result : result[batch.resultData];
	return isRight(operation, data)
		? { rows: readRowsOfPart(operation, data) }
		: { failure: createUnknown(node, batch, task) };
}

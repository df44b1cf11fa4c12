/** What became of each item of a batch. What 100Hires does not say is unknown. */
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

/** What may stand for a reason, as text; objects that hold no message as JSON. */
function readReason(value: unknown): string {
	if (Array.isArray(value)) return value.map(readReason).filter(Boolean).join(' ');
	if (!isObject(value)) return readText(value) ?? '';
	const said = readText(value.message) ?? readText(value.name);
	if (said !== null) return said;
	if (isObject(value.message)) return readReason(value.message);
	return Object.keys(value).length > 0 ? JSON.stringify(value) : '';
}

/** The texts of each field; `createRefusal` would write objects as "[object Object]". */
function readFields(errors: unknown): { [field: string]: string } {
	if (!isObject(errors)) return {};
	return Object.fromEntries(
		Object.entries(errors).map(([field, texts]) => [field, readReason(texts)]),
	);
}

/** Names in an error object that are no reason by themselves. */
const READ_APART = ['validation_errors', 'status'];

/**
 * The refusal that a result is. The OpenAPI document (2.0.0) has an error object in it; others of
 * 100Hires' answers have a text, or `success`.
 *
 * @returns `null` where it is none
 */
function readRefusal(node: INode, result: Json, task: string): Error | null {
	const { error } = result;
	// An empty list is what some servers write for an empty object.
	const isEmpty = Array.isArray(error) && error.length === 0;
	const hasError = Boolean(error) && !isEmpty;
	if (!hasError && result.success !== false) return null;
	const object = isObject(error) ? error : {};
	const fields = readFields(object.validation_errors);
	const rest = Object.entries(object).filter(([name]) => !READ_APART.includes(name));
	const message = hasError
		? readReason(isObject(error) ? Object.fromEntries(rest) : error)
		: readReason(result.message);
	const status = readNumber(object.status) ?? readNumber(result.status);
	if (status !== null && status >= 400 && status <= 599) {
		const body = { error: { message, validation_errors: fields } };
		return createRefusal(node, { status, headers: {}, body }, task);
	}
	const reasons = Object.entries(fields).map(([field, text]) => `${field}: ${text}`);
	const reason = reasons.join(' ') || message || '100Hires does not say why';
	return createApiError(node, `Could not ${task}: ${reason.trim().replace(/([^.!?])$/, '$1.')}`);
}

/** Whether the data of an item are what the operation gives, and not just any object. */
function isExpected({ output }: Operation, data: unknown): data is Json {
	if (output.kind === 'deleted') return data !== undefined && data !== null;
	if (!isObject(data)) return false;
	// An entity's shape has all of its documented fields: with none of them, it is another thing.
	if (output.kind === 'one') {
		const object = output.at === undefined ? data : data[output.at];
		return isObject(object) && Object.keys(output.entity.shape).some((name) => name in object);
	}
	return !('key' in output && output.key !== undefined) || Array.isArray(data[output.key]);
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
	return isExpected(operation, data)
		? { rows: readRowsOfPart(operation, data) }
		: { failure: createUnknown(node, batch, task) };
}

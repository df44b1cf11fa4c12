/**
 * Every operation that goes to 100Hires for many items at once, and a server that answers it with
 * whatever results a test wants: the stand-in of 100Hires never answers so badly.
 */
import type { IncomingMessage } from 'node:http';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import type {
	Batch,
	Entity,
	Operation,
	Shape,
} from '../../../nodes/HundredHires/resources/types.ts';
import { listen } from '../../harness/loopback.mts';
import { actionAt, ITEM_ID, itemsWith, type More } from './actionSetup.mts';
import { fillParameters, type Fixtures } from './fillParameters.mts';

export interface BatchCase {
	resource: string;
	operation: Operation;
	batch: Batch;
}

/** By name, for `test.each`. */
export const BATCHES = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations.flatMap((operation) => {
		const { batch, value } = operation;
		return batch ? [[`${resource} ${value}`, { resource, operation, batch }] as const] : [];
	}),
);

export const WRITING = BATCHES.filter(([, { batch }]) => batch.method !== 'GET');

/** What stands in a result for one item. */
export type Result = Record<string, unknown>;

function fillShape(shape: Shape, id: number): unknown {
	if (Array.isArray(shape)) return [fillShape(shape[0], id)];
	if (typeof shape === 'object')
		return Object.fromEntries(
			Object.entries(shape).map(([name, each]) => [name, fillShape(each, id)]),
		);
	return { boolean: true, integer: id, number: id, string: String(id), time: id, any: null }[shape];
}

/** Data that 100Hires could have answered with, full of the ID that they belong to. */
function makeData({ output }: Operation, id: number): Result {
	const row = (entity: Entity) => fillShape(entity.shape, id) as Result;
	if (output.kind === 'one') return row(output.entity);
	if (output.kind === 'list' && output.key !== undefined)
		return { [output.key]: [row(output.entity)] };
	return { success: true };
}

/** The result of what was done. */
export function makeResult({ operation, batch }: BatchCase, id: number, index: number): Result {
	const data = makeData(operation, id);
	const own = batch.resultData === undefined ? data : { [batch.resultData]: data };
	return batch.by === 'bodies'
		? { index, [batch.as]: id, ...own }
		: { [batch.resultId]: id, ...own };
}

/** The IDs in a request, in their order. */
function readIds(batch: Batch, { url = '' }: IncomingMessage, body: Buffer): number[] {
	if (batch.by === 'ids' && batch.in === 'query')
		return new URL(url, 'http://x').searchParams.getAll(batch.ids ?? 'ids').map(Number);
	const sent = JSON.parse(String(body)) as Record<string, unknown>;
	return batch.by === 'ids'
		? (sent[batch.ids ?? 'ids'] as number[])
		: (sent[batch.key] as Result[]).map((each) => Number(each[batch.as]));
}

/** Parameters with the ID of each item, and all else that is needed. */
export function fillBatch({ operation, batch }: BatchCase, fixtures: Fixtures) {
	const id = operation.fields?.find(({ to, as }) => to === 'path' && as === batch.id);
	return { ...fillParameters(operation, fixtures, false), [id!.parameter.name]: ITEM_ID };
}

/**
 * Does the operation for these IDs, against a server that answers with the results that `change`
 * makes of the right ones.
 *
 * @returns What came out, and the IDs of each request
 */
export async function runAnswered(
	each: BatchCase,
	fixtures: Fixtures,
	ids: readonly number[],
	change: (results: Result[]) => unknown,
	more: Omit<More, 'items'> = {},
) {
	const requests: number[][] = [];
	const server = await listen((request, body) => {
		const sent = readIds(each.batch, request, body);
		requests.push(sent);
		const results = change(sent.map((id, index) => makeResult(each, id, index)));
		return {
			status: 200,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ [each.batch.results]: results }),
		};
	});
	try {
		const run = actionAt({ apiKey: 'any', baseUrl: server.url });
		const parameters = fillBatch(each, fixtures);
		const items = await run(each.resource, each.operation.value, parameters, {
			items: itemsWith(ids),
			...more,
		});
		return { items, requests };
	} finally {
		await server.close();
	}
}

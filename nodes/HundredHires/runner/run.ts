import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { Operation, Resource } from '../resources/types';
import { createApiError } from '../transport/errors';
import type { RequestOptions } from '../transport/request';
import { FLOW_TIMEOUT_MS } from '../transport/retry';
import { toItems } from './output';
import { fitsBatch, groupItems, runBatch } from './batch';
import { readValues, type Prepared } from './parameters';
import type { Outcome } from './results';
import { runSingle } from './single';

/** Longest wait for the rate limit unless the user says otherwise, minutes: its window is ten (100Hires OpenAPI 2.0.0). */
export const DEFAULT_WAIT_MINUTES = 10;

function findOperation(context: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (!found)
		throw new NodeOperationError(
			context.getNode(),
			`The operation '${String(operation)}' of '${String(resource)}' is not known. Choose one from the list.`,
		);
	return found;
}

/** How the requests of a flow are made: they wait and try again, as nobody waits for the answer. */
function readRequestOptions(context: IExecuteFunctions): RequestOptions {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const minutes = Number(options.rateLimitWait ?? DEFAULT_WAIT_MINUTES);
	const rateLimitWait = { longestWaitMs: Math.max(0, minutes) * 60_000 };
	return { rateLimitWait, retry: true, timeoutMs: FLOW_TIMEOUT_MS };
}

/** The thrown, as an error of this node that names the item. */
function toItemError(context: IExecuteFunctions, error: unknown, itemIndex: number): Error {
	const node = context.getNode();
	if (!(error instanceof NodeApiError))
		return new NodeOperationError(node, error as Error, { itemIndex });
	// The same refusal may be that of a whole batch, whose items are told apart here.
	return createApiError(node, error.message, error.httpCode ?? undefined, itemIndex);
}

/** What becomes of each item, by index. */
type Outcomes = Map<number, Outcome>;

async function prepareAll(
	context: IExecuteFunctions,
	operation: Operation,
	outcomes: Outcomes,
): Promise<Prepared[]> {
	const prepared: Prepared[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		try {
			prepared.push({ item, values: await readValues(context, operation, item) });
		} catch (error) {
			outcomes.set(item, { failure: error as Error });
		}
	}
	return prepared;
}

async function runSingles(
	context: IExecuteFunctions,
	operation: Operation,
	items: Iterable<{ item: number; values?: Prepared['values'] }>,
	outcomes: Outcomes,
	requestOptions: RequestOptions,
): Promise<void> {
	for (const { item, values } of items) {
		try {
			const own = values ?? (await readValues(context, operation, item));
			outcomes.set(item, { rows: await runSingle(context, operation, item, own, requestOptions) });
		} catch (error) {
			outcomes.set(item, { failure: error as Error });
			if (!context.continueOnFail()) return;
		}
	}
}

async function runInBatches(
	context: IExecuteFunctions,
	operation: Operation,
	batch: NonNullable<Operation['batch']>,
	outcomes: Outcomes,
	requestOptions: RequestOptions,
): Promise<void> {
	const prepared = await prepareAll(context, operation, outcomes);
	// Nothing is done at 100Hires while a later item is known to stop the workflow.
	if (outcomes.size > 0 && !context.continueOnFail()) return;
	const isFitting = ({ values }: Prepared) => fitsBatch(batch, values);
	const isSingle = prepared.length === 1 && !('always' in batch && batch.always);
	const together = isSingle ? [] : prepared.filter(isFitting);
	for (const group of groupItems(batch, together)) {
		const results = await runBatch(context, operation, batch, group, requestOptions);
		results.forEach((outcome, index) => outcomes.set(group[index].item, outcome));
		const hasFailure = results.some((outcome) => 'failure' in outcome);
		if (hasFailure && !context.continueOnFail()) return;
	}
	const alone = prepared.filter((each) => !together.includes(each));
	await runSingles(context, operation, alone, outcomes, requestOptions);
}

/**
 * Does the chosen operation for each input item.
 *
 * @param resources All that can be chosen
 * @returns Items in the order of the input; with Continue On Fail, an item that failed becomes `{error: message}`
 * @throws NodeApiError or NodeOperationError of the first item that failed
 */
export async function runOperations(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const operation = findOperation(context, resources);
	const requestOptions = readRequestOptions(context);
	const outcomes: Outcomes = new Map();
	const all = context.getInputData().map((_, item) => ({ item }));
	if (operation.batch)
		await runInBatches(context, operation, operation.batch, outcomes, requestOptions);
	else await runSingles(context, operation, all, outcomes, requestOptions);

	const items: INodeExecutionData[] = [];
	for (const { item } of all) {
		const outcome = outcomes.get(item);
		if (outcome === undefined) continue;
		if ('rows' in outcome) {
			// One by one: a list may be longer than a call may have arguments.
			for (const each of await toItems(context, operation, item, outcome.rows)) items.push(each);
			continue;
		}
		const failure = toItemError(context, outcome.failure, item);
		if (!context.continueOnFail()) throw failure;
		items.push({ json: { error: failure.message }, pairedItem: { item } });
	}
	return [items];
}

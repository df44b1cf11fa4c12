import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import type { Batch, Operation, Resource } from '../resources/types';
import { createApiError } from '../transport/errors';
import type { RequestOptions } from '../transport/request';
import { DEFAULT_WAIT_MINUTES, FLOW_TIMEOUT_MS } from '../transport/retry';
import { toItems } from './output';
import { runBatch } from './batch';
import { readValues, type Prepared } from './parameters';
import { countDone, nameDone, type DoneItem } from './report';
import type { Outcome } from './results';
import { runSingle } from './single';
import { planSteps } from './steps';
import { openTries, type Tries } from './tries';

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

/** The thrown, as an error of this node that names the item, and those that were done before. */
function toItemError(
	context: IExecuteFunctions,
	error: Error,
	itemIndex: number,
	done: readonly DoneItem[],
): Error {
	const node = context.getNode();
	const count = countDone(done, context.getInputData().length);
	const message =
		count === '' ? error.message : `${error.message.replace(/([^.!?])$/, '$1.')} ${count}`;
	const description = nameDone(done) || undefined;
	// The same refusal may be that of a whole batch, whose items are told apart here.
	if (error instanceof NodeApiError)
		return createApiError(node, message, error.httpCode ?? undefined, itemIndex, description);
	const failure = new NodeOperationError(node, error, { itemIndex, description });
	failure.message = message;
	return failure;
}

/** What becomes of the items, by index. */
interface Progress {
	outcomes: Map<number, Outcome>;
	/** What each item is about, once that is known: its IDs. */
	subjects: Map<number, string>;
	tries: Tries;
}

/** Whether the operation changes something at 100Hires. */
function isWriting({ method = 'GET' }: Operation): boolean {
	return method !== 'GET';
}

function hasFailed({ outcomes }: Progress): boolean {
	return [...outcomes.values()].some((outcome) => 'failure' in outcome);
}

function record({ outcomes, tries }: Progress, prepared: Prepared, outcome: Outcome): void {
	outcomes.set(prepared.item, outcome);
	if ('rows' in outcome) tries.remember(prepared, outcome.rows);
}

function listDone({ outcomes, subjects }: Progress): DoneItem[] {
	return [...outcomes]
		.filter(([, outcome]) => 'rows' in outcome)
		.map(([item]) => ({ item, subject: subjects.get(item) ?? '' }))
		.sort((a, b) => a.item - b.item);
}

/** Reads what an item asks for; gives its outcome where that is wrong, or was done in a try before. */
async function prepareItem(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
	{ subjects, tries }: Progress,
): Promise<Prepared | Outcome> {
	try {
		const prepared = { item, values: await readValues(context, operation, item) };
		subjects.set(item, Object.values(prepared.values.path).map(String).join(', '));
		const rows = tries.recall(prepared);
		return rows === undefined ? prepared : { rows };
	} catch (error) {
		return { failure: error as Error };
	}
}

async function prepareAll(
	context: IExecuteFunctions,
	operation: Operation,
	progress: Progress,
): Promise<Prepared[]> {
	const prepared: Prepared[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		const own = await prepareItem(context, operation, item, progress);
		if ('values' in own) prepared.push(own);
		else progress.outcomes.set(item, own);
	}
	return prepared;
}

/** Does the operation for one item, and never throws. */
async function tryItem(
	context: IExecuteFunctions,
	operation: Operation,
	{ item, values }: Prepared,
	requestOptions: RequestOptions,
): Promise<Outcome> {
	try {
		return { rows: await runSingle(context, operation, item, values, requestOptions) };
	} catch (error) {
		return { failure: error as Error };
	}
}

async function runOneByOne(
	context: IExecuteFunctions,
	operation: Operation,
	progress: Progress,
	requestOptions: RequestOptions,
): Promise<void> {
	for (let item = 0; item < context.getInputData().length; item++) {
		const own = await prepareItem(context, operation, item, progress);
		const outcome = 'values' in own ? await tryItem(context, operation, own, requestOptions) : own;
		if ('values' in own) record(progress, own, outcome);
		else progress.outcomes.set(item, outcome);
		if ('failure' in outcome && !context.continueOnFail()) return;
	}
}

async function runInSteps(
	context: IExecuteFunctions,
	operation: Operation,
	batch: Batch,
	progress: Progress,
	requestOptions: RequestOptions,
): Promise<void> {
	const prepared = await prepareAll(context, operation, progress);
	// Nothing is done at 100Hires while a later item is known to stop the workflow.
	if (hasFailed(progress) && !context.continueOnFail()) return;
	for (const step of planSteps(batch, prepared)) {
		const group = 'group' in step ? step.group : [step.alone];
		const results =
			'group' in step
				? await runBatch(context, operation, batch, group, requestOptions)
				: [await tryItem(context, operation, step.alone, requestOptions)];
		results.forEach((outcome, index) => record(progress, group[index], outcome));
		const hasFailure = results.some((outcome) => 'failure' in outcome);
		if (hasFailure && !context.continueOnFail()) return;
	}
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
	const tries = openTries(context, operation);
	const progress: Progress = { outcomes: new Map(), subjects: new Map(), tries };
	if (operation.batch)
		await runInSteps(context, operation, operation.batch, progress, requestOptions);
	else await runOneByOne(context, operation, progress, requestOptions);

	const items: INodeExecutionData[] = [];
	for (let item = 0; item < context.getInputData().length; item++) {
		const outcome = progress.outcomes.get(item);
		if (outcome === undefined) continue;
		if ('rows' in outcome) {
			// One by one: a list may be longer than a call may have arguments.
			for (const each of await toItems(context, operation, item, outcome.rows)) items.push(each);
			continue;
		}
		if (!context.continueOnFail()) {
			const done = isWriting(operation) ? listDone(progress) : [];
			throw toItemError(context, outcome.failure, item, done);
		}
		const { message } = toItemError(context, outcome.failure, item, []);
		items.push({ json: { error: message }, pairedItem: { item } });
	}
	// Not before: n8n tries again whatever it was that failed.
	if (!hasFailed(progress)) tries.forget();
	return [items];
}

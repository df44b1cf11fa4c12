import {
	NodeApiError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { passes } from '../events/filters';
import { distribute } from '../triggers/outputs';
import { sortOccurrences, type EventName } from '../events';
import { quote } from '../shared/quote';
import { readAccount } from '../transport/request';
import { POLL_AGE_MS } from '../transport/retry';
import { RequestBudget } from './requestBudget';
import { readStream, type Found } from './readStream';
import { findJobId, selectStreams } from './query';
import { readPollingParameters, type PollingParameters } from './parameters';
import { readState, writeState, type State } from './state';
import { fetchTestEvents } from './testEvents';

/**
 * Nodes that are being polled in this process, each with the moment its poll began, milliseconds since 1970. n8n begins a poll at its
 * time even while the one before goes on.
 */
const underWay = new Map<string, number>();

/** Nodes that were polled in this process. */
const polledBefore = new Set<string>();

function toItem({ event }: Found): INodeExecutionData {
	return { json: event as unknown as IDataObject };
}

/** Every list from a certain second on. */
function startStreams(since: number, names: ReadonlySet<EventName>): State['sources'] {
	const lists = selectStreams(names, {}, null).map((selected) => {
		const from = Object.fromEntries([...selected.names].map((name) => [name, since]));
		return [selected.stream.name, { since, from, seen: {} }];
	});
	return Object.fromEntries(lists) as State['sources'];
}

/** The lists without the places in them, which are those of another job. */
function dropCheckpoints(sources: State['sources']): State['sources'] {
	const lists = Object.entries(sources).map(([name, { since, from, seen }]) => [
		name,
		{ since, from, seen },
	]);
	return Object.fromEntries(lists) as State['sources'];
}

/** Reads each list that a chosen event shows in. What was read before a request failed is not used. */
async function readStreams(
	context: IPollFunctions,
	parameters: PollingParameters,
	before: State | null,
	place: string,
): Promise<{ state: State; found: Found[] }> {
	const { companyId, baseUrl } = await readAccount(context);
	const budget = new RequestBudget(context);
	const { get } = budget;
	const { events, job, filters, startFrom } = parameters;
	const names = new Set(events);
	// Each time anew: an alias may have become that of another job, and a number that is kept would be followed for ever.
	const jobId = job === null ? null : await findJobId(get, job);
	if (job !== null && jobId === null) {
		// The rate limit came first: what happens from here on is not lost by that.
		const sources = startStreams(budget.now(), names);
		return { state: before ?? { place, baseUrl, sources }, found: [] };
	}
	const state: State = { place, baseUrl, ...(jobId !== null && { jobId }), sources: {} };
	const found: Found[] = [];
	const isOtherJob = before?.jobId !== undefined && String(before.jobId) !== String(jobId);
	const kept = isOtherJob ? dropCheckpoints(before.sources) : before?.sources;
	const known = before === null && startFrom !== null ? startStreams(startFrom, names) : kept;
	for (const selected of selectStreams(names, { companyId, filters }, jobId)) {
		const { name } = selected.stream;
		const read = await readStream(get, budget, selected, known?.[name] ?? null);
		state.sources[name] = read.state;
		found.push(...read.found);
	}
	if (budget.stop !== null)
		context.logger.info(
			`100Hires Polling Trigger ${quote(context.getNode().name)} stopped looking (${budget.stop}); the next poll goes on from there`,
			{ workflowId: context.getWorkflow().id, requests: budget.requests },
		);
	return { state, found };
}

async function pollOnce(
	context: IPollFunctions,
	key: string,
	isCurrent: () => boolean,
): Promise<INodeExecutionData[][] | null> {
	const parameters = readPollingParameters(context);
	const data = context.getWorkflowStaticData('node');
	const { companyId, baseUrl } = await readAccount(context);
	const place = `company ${companyId ?? ''} job ${parameters.job ?? ''}`;
	const before = readState(data, place, baseUrl);
	const isAfterStart = before !== null && !polledBefore.has(key);
	polledBefore.add(key);
	let result: Awaited<ReturnType<typeof readStreams>>;
	try {
		result = await readStreams(context, parameters, before, place);
	} catch (error) {
		if (!isAfterStart) throw new NodeApiError(context.getNode(), error as JsonObject);
		// n8n polls once when it starts, and leaves a trigger off for good whose first poll fails. The next one may well succeed.
		context.logger.warn(
			`100Hires Polling Trigger ${quote(context.getNode().name)} could not poll, and the next poll tries again: ${quote((error as Error).message)}`,
			{ workflowId: context.getWorkflow().id },
		);
		return null;
	}
	// Another poll began meanwhile, as this one took too long, and finds the same.
	if (!isCurrent()) return null;
	writeState(data, result.state);
	const { filters, events, isOutputPerEvent } = parameters;
	const items = sortOccurrences(result.found)
		.filter(({ event, body }) => passes(event, filters, body))
		.map(toItem);
	return items.length > 0 ? distribute(items, events, isOutputPerEvent) : null;
}

/**
 * One poll: what has happened since the last one, oldest first.
 *
 * @returns The events by output; `null` where nothing happened
 * @throws NodeApiError where 100Hires could not be reached or refused, except for the rate limit; the state is then as before
 * @throws NodeOperationError where the parameters are not complete
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual')
		return await fetchTestEvents(context, readPollingParameters(context));
	const key = `${context.getWorkflow().id}:${context.getNode().id}`;
	const startedAt = Date.now();
	// Two at a time would find the same events.
	if (startedAt - (underWay.get(key) ?? -Infinity) < POLL_AGE_MS) return null;
	underWay.set(key, startedAt);
	const isCurrent = () => underWay.get(key) === startedAt;
	try {
		return await pollOnce(context, key, isCurrent);
	} finally {
		if (isCurrent()) underWay.delete(key);
	}
}

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
import { readAccount } from '../transport/request';
import { Allowance } from './requestBudget';
import { look, type Found } from './readStream';
import { findJobId, wantedLists } from './query';
import { readPollingParameters, type PollingParameters } from './parameters';
import { readState, writeState, type State } from './state';
import { fetchTestEvents } from './testEvents';

/** Nodes that are being polled in this process. n8n begins a poll at its time even while the one before goes on. */
const underWay = new Set<string>();

/** Nodes that were polled in this process. */
const polledBefore = new Set<string>();

function toItems({ event }: Found): INodeExecutionData {
	return { json: event as unknown as IDataObject };
}

/** Every list from a certain second on. */
function startingAt(since: number, names: ReadonlySet<EventName>): State['sources'] {
	const lists = wantedLists(names, {}, null).map((wanted) => {
		const from = Object.fromEntries([...wanted.names].map((name) => [name, since]));
		return [wanted.source.name, { since, from, seen: {} }];
	});
	return Object.fromEntries(lists) as State['sources'];
}

/** Looks at each list that a chosen event shows in. What the lists gave before a request failed is not used. */
async function lookAround(
	context: IPollFunctions,
	parameters: PollingParameters,
	before: State | null,
	place: string,
): Promise<{ state: State; found: Found[] }> {
	const { companyId } = await readAccount(context);
	const allowance = new Allowance(context);
	const { ask } = allowance;
	const { events, job, filters, startFrom } = parameters;
	const names = new Set(events);
	const jobId = job === null ? null : (before?.jobId ?? (await findJobId(ask, job)));
	if (job !== null && jobId === null) {
		// The rate limit came first: what happens from here on is not lost by that.
		const sources = startingAt(allowance.now(), names);
		return { state: before ?? { place, sources }, found: [] };
	}
	const state: State = { place, ...(jobId !== null && { jobId }), sources: {} };
	const found: Found[] = [];
	const known =
		before === null && startFrom !== null ? startingAt(startFrom, names) : before?.sources;
	for (const wanted of wantedLists(names, { companyId, filters }, jobId)) {
		const { name } = wanted.source;
		const looked = await look(ask, allowance, wanted, known?.[name] ?? null);
		state.sources[name] = looked.state;
		found.push(...looked.found);
	}
	if (allowance.stop !== null)
		context.logger.info(
			`100Hires Polling Trigger "${context.getNode().name}" stopped looking (${allowance.stop}); the next poll goes on from there`,
			{ workflowId: context.getWorkflow().id, requests: allowance.requests },
		);
	return { state, found };
}

async function pollOnce(
	context: IPollFunctions,
	key: string,
): Promise<INodeExecutionData[][] | null> {
	const parameters = readPollingParameters(context);
	const data = context.getWorkflowStaticData('node');
	const { companyId } = await readAccount(context);
	const place = `company ${companyId ?? ''} job ${parameters.job ?? ''}`;
	const before = readState(data, place);
	const isAfterStart = before !== null && !polledBefore.has(key);
	polledBefore.add(key);
	let looked: Awaited<ReturnType<typeof lookAround>>;
	try {
		looked = await lookAround(context, parameters, before, place);
	} catch (error) {
		if (!isAfterStart) throw new NodeApiError(context.getNode(), error as JsonObject);
		// n8n polls once when it starts, and leaves a trigger off for good whose first poll fails. The next one may well succeed.
		context.logger.warn(
			`100Hires Polling Trigger "${context.getNode().name}" could not poll, and the next poll tries again: ${(error as Error).message}`,
			{ workflowId: context.getWorkflow().id },
		);
		return null;
	}
	writeState(data, looked.state);
	const { filters, events, isOutputPerEvent } = parameters;
	const items = sortOccurrences(looked.found)
		.filter(({ event, body }) => passes(event, filters, body))
		.map(toItems);
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
	// Two at a time would find the same events.
	if (underWay.has(key)) return null;
	underWay.add(key);
	try {
		return await pollOnce(context, key);
	} finally {
		underWay.delete(key);
	}
}

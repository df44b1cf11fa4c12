import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { sortOccurrences, type EventName } from '../events';
import { readComposed } from '../events/compose';
import { passes } from '../events/filters';
import { distribute } from '../triggers/outputs';
import { sampleEvent } from '../events/samples';
import type { Json } from '../shared/types';
import { PAGE_SIZE, readPage } from '../transport/pages';
import { readAccount } from '../transport/request';
import { RequestBudget } from './requestBudget';
import { toSeconds, type Occurrence } from './changes';
import { readHistory, type StreamQuery } from './readStream';
import { findJobId, selectStreams } from './query';
import type { PollingParameters } from './parameters';
import { NEEDS_HISTORY, readChanges } from './streams';

/** How far back to search for an event to test with, days, until there is one; at last in all there is. */
const SPANS_IN_DAYS = [1, 30, null];

/** Applications whose moves are read; the newest move is likely among those that changed last. */
const MAX_HISTORIES = 3;

async function readOccurrences(
	budget: RequestBudget,
	{ stream, names, query }: StreamQuery,
	days: number | null,
): Promise<Occurrence[]> {
	const qs: IDataObject = {
		...stream.query,
		...query,
		...('sort' in stream.query && { sort: '-created_at' }),
		...(days !== null && { [stream.since]: String(budget.now() - days * 86_400) }),
		page: 1,
		size: PAGE_SIZE,
	};
	const { path, task, name } = stream;
	const expect = { kind: 'list' as const, key: name, fields: ['id'] };
	const response = await budget.get({ path, qs, task, expect, isNeeded: true });
	const { rows } = readPage(response?.body, name, 1);
	const byChange = (a: Json, b: Json) =>
		(toSeconds(b[stream.time]) ?? 0) - (toSeconds(a[stream.time]) ?? 0);
	const changes: Occurrence[] = [];
	for (const [index, row] of rows.sort(byChange).entries()) {
		const isWanted = names.has(NEEDS_HISTORY) && index < MAX_HISTORIES;
		const history = isWanted ? await readHistory(budget.get, row) : null;
		changes.push(...readChanges(stream, row, Array.isArray(history) ? history : []));
	}
	return changes.filter((change) => names.has(change.name));
}

/** The latest real event of each kind, as far back as it takes to find any, or all of them. */
async function findLatest(
	context: IPollFunctions,
	{ events, job, filters, isOutputPerEvent }: PollingParameters,
): Promise<Map<EventName, Occurrence>> {
	const { companyId } = await readAccount(context);
	const budget = new RequestBudget(context);
	const found = new Map<EventName, Occurrence>();
	const jobId = job === null ? null : await findJobId(budget.get, job);
	if (job !== null && jobId === null) return found;
	for (const days of SPANS_IN_DAYS) {
		const missing = new Set(events.filter((name) => !found.has(name)));
		for (const selected of selectStreams(missing, { companyId, filters }, jobId))
			for (const occurrence of await readOccurrences(budget, selected, days)) {
				const { name, at, body } = occurrence;
				const isLater = at > (found.get(name)?.at ?? -Infinity);
				if (isLater && passes(readComposed(body), filters, body)) found.set(name, occurrence);
			}
		if (found.size === events.length || (found.size > 0 && !isOutputPerEvent)) break;
	}
	return found;
}

/**
 * What 'Fetch Test Event' shows: the latest real event of the chosen kinds, or with an output for each event the latest of each.
 * Where there is none yet, the offline sample, which says `sample: true`. What is kept for polling is not touched.
 *
 * @throws NodeApiError where 100Hires could not be reached or refused
 */
export async function fetchTestEvents(
	context: IPollFunctions,
	parameters: PollingParameters,
): Promise<INodeExecutionData[][]> {
	const { events, isOutputPerEvent } = parameters;
	const found = await findLatest(context, parameters);
	const newest = sortOccurrences(found.values()).pop()?.name ?? events[0];
	const items = (isOutputPerEvent ? events : [newest]).map((name) => {
		const occurrence = found.get(name);
		const event = occurrence
			? readComposed(occurrence.body)
			: { ...sampleEvent(name), sample: true };
		return { json: event as unknown as IDataObject };
	});
	return distribute(items, events, isOutputPerEvent);
}

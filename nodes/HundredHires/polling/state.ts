import type { IDataObject } from 'n8n-workflow';
import type { EventName } from '../events';
import type { Id, Json } from '../shared/types';
import { isObject, readId, readNumber, readText, readTexts } from '../shared/values';
import type { Position } from '../transport/paginator';
import type { Fingerprints } from './fingerprints';
import { STREAMS, type StreamName } from './streams';

/** How far the reading of a list has come that took more requests than one poll may make. */
export interface Checkpoint extends Position {
	/** When it began, unix seconds. What happens later is for the next one. */
	startedAt: number;
	/** From when to read once it is through. */
	next: number;
}

/** What is kept of one list. */
export interface StreamState {
	/** From when to read, unix seconds; everything before is done with. */
	since: number;
	/** By event: from when on it is wanted, unix seconds. */
	from: Partial<Record<EventName, number>>;
	/** What was found from `since` on. */
	seen: Fingerprints;
	/** Where the reading goes on. Named as published flows have it saved. */
	sweep?: Checkpoint;
}

/** What the node keeps between two polls. */
export interface State {
	/** Whose events these are; when that changes, all of it is void. */
	place: string;
	/** The server that gave the IDs and times; at another one, they mean nothing. An early version did not keep it. */
	baseUrl?: string;
	/** The number of the job that was chosen by its alias, as it was at the last poll. */
	jobId?: Id;
	/** The streams. Named as published flows have them saved. */
	sources: Partial<Record<StreamName, StreamState>>;
}

const KEY = 'polling';

function readCheckpoint(value: unknown): Checkpoint | undefined {
	if (!isObject(value)) return undefined;
	const [startedAt, next, page] = [value.startedAt, value.next, value.page].map(readNumber);
	if (startedAt === null || next === null || page === null) return undefined;
	const recent = (Array.isArray(value.recent) ? value.recent : [])
		.map(readId)
		.filter((id) => id !== null);
	return { startedAt, next, page, total: readNumber(value.total), recent };
}

function readStreamState(value: unknown): StreamState | undefined {
	if (!isObject(value)) return undefined;
	const since = readNumber(value.since);
	if (since === null || !isObject(value.from) || !isObject(value.seen)) return undefined;
	const seen = Object.entries(value.seen).map(([second, group]) => [second, readTexts(group)]);
	const sweep = readCheckpoint(value.sweep);
	return {
		since,
		from: { ...value.from },
		seen: Object.fromEntries(seen) as Fingerprints,
		...(sweep && { sweep }),
	};
}

/**
 * Reads the state; whatever is not as this version writes it (an old backup, an edited workflow) counts as not there.
 *
 * @param data n8n's static data of the node
 * @param place Whose events are wanted
 * @param baseUrl The server that they are wanted of
 * @returns `null` where nothing is kept for that place
 */
export function readState(data: IDataObject, place: string, baseUrl: string): State | null {
	const kept: unknown = data[KEY];
	if (!isObject(kept) || readText(kept.place) !== place || !isObject(kept.sources)) return null;
	if (![null, baseUrl].includes(readText(kept.baseUrl))) return null;
	const all: Json = kept.sources;
	const jobId = readId(kept.jobId);
	const state: State = { place, baseUrl, ...(jobId !== null && { jobId }), sources: {} };
	for (const { name } of STREAMS) {
		const stream = readStreamState(all[name]);
		if (stream) state.sources[name] = stream;
	}
	return state;
}

/** Writes the state, if it is another one; n8n saves it with the execution that it starts. */
export function writeState(data: IDataObject, state: State): void {
	// As one new value: n8n notes a change of the document by its keys.
	if (JSON.stringify(data[KEY]) !== JSON.stringify(state))
		data[KEY] = structuredClone(state) as unknown as IDataObject;
}

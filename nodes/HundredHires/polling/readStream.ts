import type { IDataObject } from 'n8n-workflow';
import { readComposed } from '../events/compose';
import type { EventName, HiringEvent } from '../events';
import { readId, isObject, readObjects } from '../shared/values';
import type { Json } from '../shared/types';
import { toPathSegment } from '../shared/pathSegment';
import { toSeconds, type Occurrence } from './changes';
import {
	toFingerprint,
	toFingerprintSet,
	chooseSince,
	addFingerprints,
	type Fingerprint,
} from './fingerprints';
import { NEEDS_HISTORY, type Stream, readChanges } from './streams';
import type { StreamState } from './state';
import { ResumablePaginator, type Get } from '../transport/paginator';

/**
 * How far behind the newest change reading begins again, seconds: records may become visible a little after the time that they bear,
 * and clocks differ. What was found there already is recognised by its fingerprint.
 */
const LOOKBACK_SECONDS = 120;

/** How much earlier the first reading begins than it has to, seconds, so that clocks that differ a little cost no second request. */
const SLACK_SECONDS = 10;

/**
 * How long a stage history that is not found is asked for again at each poll, seconds since the change: it may come after the record,
 * or the answer was a mistake. An application that is gone is not listed any more.
 */
const HISTORY_PATIENCE_SECONDS = 86_400;

/** How many fingerprints are kept for one list: about 30 kB. */
const MAX_FINGERPRINTS = 2000;

/** An event that was found, with what it was read from. */
export interface Found extends Occurrence {
	event: HiringEvent;
}

/** What is to be read of a list. */
export interface StreamQuery {
	stream: Stream;
	/** Chosen events that show in it. */
	names: ReadonlySet<EventName>;
	/** Added to the query: job and company. */
	query: IDataObject;
}

/** What came of reading a list. */
interface StreamResult {
	state: StreamState;
	found: Found[];
	/** Whether the list was read to its end. */
	isComplete: boolean;
}

/** Shows whether a record has changed since its history was read. */
function fingerprintRow(row: Json): string {
	const { id, updated_at, stage, status, hired_at, rejected_at, ai_scoring_updated_at } = row;
	const stageId = isObject(stage) ? stage.id : stage;
	return toFingerprint(
		JSON.stringify([id, updated_at, stageId, status, hired_at, rejected_at, ai_scoring_updated_at]),
	);
}

export interface Clock {
	/** Unix seconds by 100Hires' clock, as its responses say; before the first answer by n8n's. */
	now(): number;
}

/** The list, from where it was left, or for a first reading from a little before now. */
async function openStream(
	get: Get,
	clock: Clock,
	selected: StreamQuery,
	before: StreamState | null,
) {
	const { stream, query } = selected;
	const { path, task, name: key } = stream;
	for (;;) {
		const from = before?.since ?? clock.now() - LOOKBACK_SECONDS - SLACK_SECONDS;
		const qs = { ...stream.query, ...query, [stream.since]: String(from) };
		const paginator = new ResumablePaginator(
			get,
			{ key, request: { path, qs, task, expect: { kind: 'list', key, fields: ['id'] } } },
			before?.sweep,
		);
		const rows = await paginator.next();
		// The first response has 100Hires' time, which may be long before that of n8n.
		if (before !== null || rows === null || from <= clock.now() - LOOKBACK_SECONDS)
			return { paginator, rows };
	}
}

/** Reads a list from where it was left; returns what has happened, and the fingerprints of records that need not be read again. */
async function readRows(get: Get, clock: Clock, selected: StreamQuery, before: StreamState | null) {
	const { stream, names } = selected;
	const { paginator, rows: first } = await openStream(get, clock, selected, before);
	const isNewName = [...names].some((name) => before?.from[name] === undefined);
	const known = isNewName ? new Set<string>() : toFingerprintSet(before?.seen ?? {});
	const occurrences: Occurrence[] = [];
	const fingerprints: Fingerprint[] = [];
	let startedAt: number | null = before?.sweep?.startedAt ?? null;
	let newest = -Infinity;
	/** Whether the history of a change was not found: its moves may be as old as all that this poll reads. */
	let isHistoryMissing = false;

	/** @returns Whether the row could be dealt with */
	const readRow = async (row: Json, at: number): Promise<boolean> => {
		let history: Json[] = [];
		if (names.has(NEEDS_HISTORY)) {
			const fingerprint = fingerprintRow(row);
			if (known.has(fingerprint)) return true;
			const requestedAt = clock.now();
			const entries = await readHistory(get, row);
			if (entries === null) return false;
			const isMissing = entries === 'missing' && at > requestedAt - HISTORY_PATIENCE_SECONDS;
			isHistoryMissing ||= isMissing;
			history = entries === 'missing' ? [] : entries;
			// In a second that is not over yet, the same record may change again without looking different.
			if (!isMissing && at < requestedAt - 1) fingerprints.push({ at, fingerprint });
		}
		const changes = readChanges(stream, row, history);
		occurrences.push(...changes.filter(({ name }) => names.has(name)));
		return true;
	};

	const isComplete = await (async () => {
		for (let rows = first; ; rows = await paginator.next()) {
			if (rows === null) return false;
			startedAt ??= clock.now();
			const since = before?.since ?? startedAt - LOOKBACK_SECONDS;
			for (const row of rows) {
				const at = toSeconds(row[stream.time]) ?? -Infinity;
				newest = Math.max(newest, at);
				if (at >= since && !(await readRow(row, at))) return false;
				paginator.pass(row);
			}
			if (paginator.isDone) return true;
		}
	})();
	return { paginator, occurrences, fingerprints, startedAt, newest, isHistoryMissing, isComplete };
}

/** The stage history of an application; `missing` where 100Hires does not know it, `null` where no more may be requested for now. */
export async function readHistory(get: Get, row: Json): Promise<Json[] | 'missing' | null> {
	const id = readId(row.id);
	if (id === null) return [];
	const response = await get({
		path: `/applications/${toPathSegment(id)}/stage-history`,
		task: `get the stage history of application ${id}`,
		expect: { kind: 'list', key: 'history' },
		mayBeMissing: true,
	});
	if (response === null) return null;
	if (response.status === 404) return 'missing';
	return isObject(response.body) ? readObjects(response.body.history) : [];
}

/**
 * Reads what has happened since the last time.
 *
 * @param before What is kept of the list; `null` for a first reading, which finds nothing but notes what is there
 * @returns Events in no order, none of them found before, and the state to keep once they are handed on
 * @throws What `get` throws
 */
export async function readStream(
	get: Get,
	clock: Clock,
	selected: StreamQuery,
	before: StreamState | null,
): Promise<StreamResult> {
	const reading = await readRows(get, clock, selected, before);
	const { paginator, fingerprints, newest, isHistoryMissing, isComplete } = reading;
	const startedAt = reading.startedAt ?? clock.now();
	if (before === null && !isComplete) {
		const from = Object.fromEntries([...selected.names].map((name) => [name, startedAt]));
		return { state: { since: startedAt, from, seen: {} }, found: [], isComplete };
	}
	if (before !== null && !isComplete && !paginator.hasMoved)
		return { state: before, found: [], isComplete };
	const since = before?.since ?? startedAt - LOOKBACK_SECONDS;
	const takesSeveralPolls = !isComplete || before?.sweep !== undefined;
	// What happens while a long list is read is for the next reading, which sees it in records that were passed already, too.
	const until = takesSeveralPolls ? startedAt : Infinity;

	const seen = toFingerprintSet(before?.seen ?? {});
	const found: Found[] = [];
	const added: Fingerprint[] = fingerprints.filter(({ at }) => at <= until);
	for (const { name, at, body } of reading.occurrences) {
		if (at < since || at > until) continue;
		const event = readComposed(body);
		const fingerprint = toFingerprint(event.eventId);
		if (seen.has(fingerprint)) continue;
		seen.add(fingerprint);
		added.push({ at, fingerprint });
		const from = before?.from[name];
		if (from !== undefined && at >= from) found.push({ name, event, at, body });
	}

	const planned =
		before?.sweep?.next ??
		// One page is one moment, in which nothing is newer than its newest row, unless that is dated ahead.
		(takesSeveralPolls || paginator.pages > 1 || before === null
			? startedAt
			: Math.min(newest, startedAt)) - LOOKBACK_SECONDS;
	const all = addFingerprints(before?.seen ?? {}, added, since);
	const wanted = isHistoryMissing ? since : Math.max(since, planned);
	const next = chooseSince(all, wanted, MAX_FINGERPRINTS, startedAt - 1);
	const overlap = isComplete ? LOOKBACK_SECONDS : 0;
	const from = Object.fromEntries(
		[...selected.names].map((name) => [name, before?.from[name] ?? startedAt - overlap]),
	);
	const state: StreamState = isComplete
		? { since: next, from, seen: addFingerprints(all, [], next) }
		: {
				since,
				from,
				// What was found before stays until the list is through: all of it may come again.
				seen: addFingerprints(
					before?.seen ?? {},
					added.filter(({ at }) => at >= next),
					since,
				),
				sweep: { startedAt, next, ...paginator.position() },
			};
	return { state, found, isComplete };
}

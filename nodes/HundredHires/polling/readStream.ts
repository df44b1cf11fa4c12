import type { IDataObject } from 'n8n-workflow';
import { readComposed } from '../events/compose';
import type { EventName, HiringEvent } from '../events';
import { readId, isObject, readObjects } from '../shared/values';
import type { Json } from '../shared/types';
import { toPathSegment } from '../shared/pathSegment';
import { secondsOf, type Occurrence } from './changes';
import { markOf, marksToSet, sinceFor, withMarks, type Marked } from './fingerprints';
import { NEEDS_HISTORY, type Source } from './streams';
import type { SourceState } from './state';
import { Walk, type Ask } from './paginator';

/**
 * How far behind the newest change one looks again, seconds: records may become visible a little after the time that they bear,
 * and clocks differ. What was found there already is told by its marks.
 */
export const OVERLAP_SECONDS = 120;

/** How much earlier the first look begins than it has to, seconds, so that clocks that differ a little cost no second request. */
const SLACK_SECONDS = 10;

/** How many marks are kept for one list: about 30 kB. */
export const MOST_MARKS = 2000;

/** An event that was found, with what it was read from. */
export interface Found extends Occurrence {
	event: HiringEvent;
}

/** What is looked for in a list. */
export interface Wanted {
	source: Source;
	/** Chosen events that show in it. */
	names: ReadonlySet<EventName>;
	/** Added to the query: job and company. */
	query: IDataObject;
}

/** What came of looking at a list. */
export interface Looked {
	state: SourceState;
	found: Found[];
	/** Whether the list was read to its end. */
	isComplete: boolean;
}

/** Tells whether a record has changed since its history was read. */
function recordMark(row: Json): string {
	const { id, updated_at, stage, status, hired_at, rejected_at, ai_scoring_updated_at } = row;
	const stageId = isObject(stage) ? stage.id : stage;
	return markOf(
		JSON.stringify([id, updated_at, stageId, status, hired_at, rejected_at, ai_scoring_updated_at]),
	);
}

export interface Clock {
	/** Unix seconds by 100Hires' clock, as its answers tell; before the first answer by n8n's. */
	now(): number;
}

/** The list, from where it was left, or for a first look from a little before now. */
async function open(ask: Ask, clock: Clock, wanted: Wanted, before: SourceState | null) {
	const { source, query } = wanted;
	const { path, task, name: key } = source;
	for (;;) {
		const from = before?.since ?? clock.now() - OVERLAP_SECONDS - SLACK_SECONDS;
		const qs = { ...source.query, ...query, [source.since]: String(from) };
		const walk = new Walk(ask, { key, question: { path, qs, task } }, before?.sweep);
		const rows = await walk.next();
		// The first answer tells 100Hires' time, which may be long before that of n8n.
		if (before !== null || rows === null || from <= clock.now() - OVERLAP_SECONDS)
			return { walk, rows };
	}
}

/** Reads a list from where it was left; gives what has happened, and which records need not be read again. */
async function gather(ask: Ask, clock: Clock, wanted: Wanted, before: SourceState | null) {
	const { source, names } = wanted;
	const { walk, rows: first } = await open(ask, clock, wanted, before);
	const isNewName = [...names].some((name) => before?.from[name] === undefined);
	const known = isNewName ? new Set<string>() : marksToSet(before?.seen ?? {});
	const occurrences: Occurrence[] = [];
	const records: Marked[] = [];
	let startedAt: number | null = before?.sweep?.startedAt ?? null;
	let newest = -Infinity;

	/** @returns Whether the row could be dealt with */
	const take = async (row: Json, at: number): Promise<boolean> => {
		let history: Json[] = [];
		if (names.has(NEEDS_HISTORY)) {
			const mark = recordMark(row);
			if (known.has(mark)) return true;
			const asked = clock.now();
			const entries = await readHistory(ask, row);
			if (entries === null) return false;
			history = entries;
			// In a second that is not over yet, the same record may change again without looking different.
			if (at < asked - 1) records.push({ at, mark });
		}
		const changes = source.changes(row, history);
		occurrences.push(...changes.filter(({ name }) => names.has(name)));
		return true;
	};

	const isComplete = await (async () => {
		for (let rows = first; ; rows = await walk.next()) {
			if (rows === null) return false;
			startedAt ??= clock.now();
			const since = before?.since ?? startedAt - OVERLAP_SECONDS;
			for (const row of rows) {
				const at = secondsOf(row[source.time]) ?? -Infinity;
				newest = Math.max(newest, at);
				if (at >= since && !(await take(row, at))) return false;
				walk.pass(row);
			}
			if (walk.isDone) return true;
		}
	})();
	return { walk, occurrences, records, startedAt, newest, isComplete };
}

/** The stage history of an application; empty where the application is gone, `null` where no more may be asked for now. */
export async function readHistory(ask: Ask, row: Json): Promise<Json[] | null> {
	const id = readId(row.id);
	if (id === null) return [];
	const response = await ask({
		path: `/applications/${toPathSegment(id)}/stage-history`,
		task: `get the stage history of application ${id}`,
	});
	if (response === null) return null;
	return isObject(response.body) ? readObjects(response.body.history) : [];
}

/**
 * Looks what has happened since the last time.
 *
 * @param before What is kept of the list; `null` for a first look, which finds nothing but notes what is there
 * @returns Events in no order, none of them found before, and the state to keep once they are handed on
 * @throws What `ask` throws
 */
export async function look(
	ask: Ask,
	clock: Clock,
	wanted: Wanted,
	before: SourceState | null,
): Promise<Looked> {
	const gathered = await gather(ask, clock, wanted, before);
	const { walk, records, newest, isComplete } = gathered;
	const startedAt = gathered.startedAt ?? clock.now();
	if (before === null && !isComplete) {
		const from = Object.fromEntries([...wanted.names].map((name) => [name, startedAt]));
		return { state: { since: startedAt, from, seen: {} }, found: [], isComplete };
	}
	if (before !== null && !isComplete && !walk.hasMoved)
		return { state: before, found: [], isComplete };
	const since = before?.since ?? startedAt - OVERLAP_SECONDS;
	const isSweep = !isComplete || before?.sweep !== undefined;
	// What happens while a long list is read is for the next look, which sees it in records that were passed already, too.
	const until = isSweep ? startedAt : Infinity;

	const seen = marksToSet(before?.seen ?? {});
	const found: Found[] = [];
	const marks: Marked[] = records.filter(({ at }) => at <= until);
	for (const { name, at, body } of gathered.occurrences) {
		if (at < since || at > until) continue;
		const event = readComposed(body);
		const mark = markOf(event.eventId);
		if (seen.has(mark)) continue;
		seen.add(mark);
		marks.push({ at, mark });
		const from = before?.from[name];
		if (from !== undefined && at >= from) found.push({ name, event, at, body });
	}

	const planned =
		before?.sweep?.next ??
		// One page is one moment, in which nothing is newer than its newest row, unless that is dated ahead.
		(isSweep || walk.pages > 1 || before === null ? startedAt : Math.min(newest, startedAt)) -
			OVERLAP_SECONDS;
	const all = withMarks(before?.seen ?? {}, marks, since);
	const next = sinceFor(all, Math.max(since, planned), MOST_MARKS, startedAt - 1);
	const overlap = isComplete ? OVERLAP_SECONDS : 0;
	const from = Object.fromEntries(
		[...wanted.names].map((name) => [name, before?.from[name] ?? startedAt - overlap]),
	);
	const state: SourceState = isComplete
		? { since: next, from, seen: withMarks(all, [], next) }
		: {
				since,
				from,
				// What was found before stays until the list is through: all of it may come again.
				seen: withMarks(
					before?.seen ?? {},
					marks.filter(({ at }) => at >= next),
					since,
				),
				sweep: { startedAt, next, ...walk.position() },
			};
	return { state, found, isComplete };
}

import { compareTexts } from '../shared/sort';
import type { EventKind } from './kind';
import { EVENT_KINDS } from './kinds';
import type { EventBase } from './types';

export { EVENT_KINDS };

/** Name of an event: entity and what happened to it. */
export type EventName = (typeof EVENT_KINDS)[number]['name'];

/** One event, told apart by `event`. */
export type HiringEvent = { [Name in EventName]: EventBase & { event: Name } }[EventName];

/** One of the kinds in the list, with the name that it has there. */
type ListedKind = EventKind & { name: EventName };

const KINDS: readonly ListedKind[] = EVENT_KINDS;

/** Every event, in the order of the list that people choose from: that of the alphabet. For outputs there is `EVENT_KINDS`. */
export const EVENTS_BY_LABEL: readonly ListedKind[] = [...KINDS].sort((a, b) =>
	compareTexts(a.label, b.label),
);

/** The value of the `events` parameter that stands for all of them, those of later versions too. */
export const ALL_EVENTS = '*';

const KIND_BY_NAME = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The kind of an event, by its name. */
export function findKind(name: EventName): EventKind {
	// The names are those of the list.
	return KIND_BY_NAME.get(name) as EventKind;
}

const NAME_BY_SPELLING = new Map(
	KINDS.flatMap(({ name, spellings }) => spellings.map((spelling) => [spelling, name] as const)),
);

/**
 * The event that a name such as `candidate_hired`, `CandidateHired` or `Candidate hired` means.
 *
 * @param announced The event's name as it came from 100Hires
 * @returns The event's name, or `undefined` for an event that is not in the list
 */
export function findEventName(announced: string): EventName | undefined {
	return NAME_BY_SPELLING.get(announced.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

/**
 * The events that a selection stands for, in the order of the outputs.
 *
 * @param selected Value of the `events` parameter: names of events, or `*` for all of them
 */
export function selectEvents(selected: readonly string[]): EventName[] {
	const names = KINDS.map((kind) => kind.name);
	return selected.includes(ALL_EVENTS) ? names : names.filter((name) => selected.includes(name));
}

/**
 * Sorts occurrences: the oldest first; those of the same second by the ranks of their kinds.
 *
 * @param occurrences With their time in unix seconds
 */
export function sortOccurrences<T extends { at: number; name: EventName }>(
	occurrences: Iterable<T>,
): T[] {
	return [...occurrences].sort((a, b) => a.at - b.at || findKind(a.name).rank - findKind(b.name).rank);
}

/** What was found already, so that looking again at the same seconds finds nothing twice. Pure. */
import { createHash } from 'node:crypto';

/** Digests by the unix second that they belong to. Grouped so that the past can be dropped, and as short as may be. */
export type Marks = Record<string, string[]>;

/** 60 bits: among a million marks, two that are the same by chance are less likely than one in a million. */
const DIGEST_LENGTH = 10;

/** A short stand-in for an event's ID, or for a record in the state that it was seen in. */
export function markOf(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
}

export interface Marked {
	at: number;
	mark: string;
}

export function marksToSet(marks: Marks): Set<string> {
	return new Set(Object.values(marks).flat());
}

/** The marks with others added, without those from before a second. */
export function withMarks(marks: Marks, added: readonly Marked[], since: number): Marks {
	const bySecond = new Map<number, Set<string>>();
	const put = (at: number, mark: string) => {
		if (at < since) return;
		const group = bySecond.get(at) ?? new Set();
		bySecond.set(at, group.add(mark));
	};
	for (const [second, group] of Object.entries(marks))
		for (const mark of group) put(Number(second), mark);
	for (const { at, mark } of added) put(at, mark);
	const sorted = [...bySecond].sort(([a], [b]) => a - b);
	return Object.fromEntries(sorted.map(([second, group]) => [String(second), [...group].sort()]));
}

export function countMarks(marks: Marks): number {
	return Object.values(marks).reduce((count, group) => count + group.length, 0);
}

/**
 * The second from which to look again, so that no more marks than allowed have to be kept.
 *
 * @param since The second from which one would like to look again
 * @param most How many marks may be kept
 * @param ceiling The latest second that may be chosen: nothing more can happen in those before it
 */
export function sinceFor(marks: Marks, since: number, most: number, ceiling: number): number {
	let count = countMarks(withMarks(marks, [], since));
	let bounded = since;
	for (const second of Object.keys(marks)
		.map(Number)
		.sort((a, b) => a - b)) {
		if (count <= most || second >= ceiling) break;
		if (second < since) continue;
		count -= marks[second].length;
		bounded = second + 1;
	}
	return Math.max(since, Math.min(bounded, ceiling));
}

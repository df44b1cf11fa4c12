/** What was found already, so that reading the same seconds again finds nothing twice. Pure. */
import { createHash } from 'node:crypto';

/** Digests by the unix second that they belong to. Grouped so that the past can be dropped, and as short as may be. */
export type Fingerprints = Record<string, string[]>;

/** 60 bits: among a million fingerprints, two that are the same by chance are less likely than one in a million. */
const DIGEST_LENGTH = 10;

/** A short stand-in for an event's ID, or for a record in the state that it was seen in. */
export function toFingerprint(text: string): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
}

export interface Fingerprint {
	at: number;
	fingerprint: string;
}

export function toFingerprintSet(known: Fingerprints): Set<string> {
	return new Set(Object.values(known).flat());
}

/** The fingerprints with others added, without those from before a second. */
export function addFingerprints(
	known: Fingerprints,
	added: readonly Fingerprint[],
	since: number,
): Fingerprints {
	const bySecond = new Map<number, Set<string>>();
	const put = (at: number, fingerprint: string) => {
		if (at < since) return;
		const group = bySecond.get(at) ?? new Set();
		bySecond.set(at, group.add(fingerprint));
	};
	for (const [second, group] of Object.entries(known))
		for (const fingerprint of group) put(Number(second), fingerprint);
	for (const { at, fingerprint } of added) put(at, fingerprint);
	const sorted = [...bySecond].sort(([a], [b]) => a - b);
	return Object.fromEntries(sorted.map(([second, group]) => [String(second), [...group].sort()]));
}

export function countFingerprints(known: Fingerprints): number {
	return Object.values(known).reduce((count, group) => count + group.length, 0);
}

/**
 * The second from which to read again, so that no more fingerprints than allowed have to be kept.
 *
 * @param since The second from which one would like to read again
 * @param most How many fingerprints may be kept
 * @param ceiling The latest second that may be chosen: nothing more can happen in those before it
 */
export function chooseSince(
	known: Fingerprints,
	since: number,
	most: number,
	ceiling: number,
): number {
	let count = countFingerprints(addFingerprints(known, [], since));
	let bounded = since;
	for (const second of Object.keys(known)
		.map(Number)
		.sort((a, b) => a - b)) {
		if (count <= most || second >= ceiling) break;
		if (second < since) continue;
		count -= known[second].length;
		bounded = second + 1;
	}
	return Math.max(since, Math.min(bounded, ceiling));
}

import { sortOccurrences } from '../events';
import { look, type Found, type Wanted } from './readStream';
import type { Ask } from './paginator';

/**
 * Everything that has happened since a certain second, as far as the records show it.
 *
 * @param ask Asks as long as it takes
 * @param since Unix seconds
 * @returns Events, oldest first
 * @throws What `ask` throws
 */
export async function eventsSince(
	ask: Ask,
	lists: readonly Wanted[],
	since: number,
): Promise<Found[]> {
	const clock = { now: () => Math.floor(Date.now() / 1000) };
	const found: Found[] = [];
	for (const wanted of lists) {
		const from = Object.fromEntries([...wanted.names].map((name) => [name, since]));
		found.push(...(await look(ask, clock, wanted, { since, from, seen: {} })).found);
	}
	return sortOccurrences(found);
}

import { sortOccurrences } from '../events';
import { readStream, type Found, type StreamQuery } from './readStream';
import type { Get } from '../transport/paginator';

/**
 * Everything that has happened since a certain second, as far as the records show it.
 *
 * @param get Sends as many requests as it takes
 * @param since Unix seconds
 * @returns Events, oldest first
 * @throws What `get` throws
 */
export async function readEventsSince(
	get: Get,
	lists: readonly StreamQuery[],
	since: number,
): Promise<Found[]> {
	const clock = { now: () => Math.floor(Date.now() / 1000) };
	const found: Found[] = [];
	for (const selected of lists) {
		const from = Object.fromEntries([...selected.names].map((name) => [name, since]));
		found.push(...(await readStream(get, clock, selected, { since, from, seen: {} })).found);
	}
	return sortOccurrences(found);
}

/** The order in which a round visits the peers: every other round begins at the other end, so that none always follows the same one. */
export function orderOf<T>(peers: readonly T[], round: number): T[] {
	return round % 2 === 0 ? [...peers] : peers.toReversed();
}

/**
 * Goes through the rounds, and keeps what they give but for the first: it warms up.
 * @param count of rounds that count
 * @param play one round; it is told the number of the round, 0 for the warm-up
 */
export async function rounds<T>(count: number, play: (round: number) => Promise<T>): Promise<T[]> {
	await play(0);
	const results: T[] = [];
	for (let round = 1; round <= count; round++) results.push(await play(round));
	return results;
}

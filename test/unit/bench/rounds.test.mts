import { orderOf, rounds } from '../../bench/rounds.mts';

test('every other round begins at the other end', () => {
	const peers = ['a', 'b', 'c'];
	expect([0, 1, 2].map((round) => orderOf(peers, round).join(''))).toEqual(['abc', 'cba', 'abc']);
	expect(peers).toEqual(['a', 'b', 'c']);
});

test('the first round is thrown away, and one begins when the last has ended', async () => {
	const log: string[] = [];
	const results = await rounds(2, async (round) => {
		log.push(`begin ${round}`);
		await Promise.resolve();
		log.push(`end ${round}`);
		return round;
	});
	expect(results).toEqual([1, 2]);
	expect(log).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
});

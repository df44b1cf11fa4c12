import {
	countMarks,
	markOf,
	marksToSet,
	sinceFor,
	withMarks,
	type Marked,
} from '../../../nodes/HundredHires/polling/fingerprints.ts';

const many = (count: number, at: (n: number) => number): Marked[] =>
	Array.from({ length: count }, (_, n) => ({ at: at(n), mark: markOf(String(n)) }));

test('marks are added once, in an order of their own, and the past is dropped', () => {
	const marks = withMarks(
		{ '5': ['b'], '3': ['x'] },
		[
			{ at: 5, mark: 'a' },
			{ at: 5, mark: 'b' },
		],
		4,
	);
	expect(marks).toEqual({ '5': ['a', 'b'] });
	expect(marksToSet(marks)).toEqual(new Set(['a', 'b']));
	expect(
		JSON.stringify(
			withMarks(
				{},
				many(9, () => 7),
				0,
			),
		),
	).toBe(JSON.stringify(withMarks({}, many(9, () => 7).reverse(), 0)));
});

test('10,000 marks differ', () => {
	expect(
		marksToSet(
			withMarks(
				{},
				many(10_000, () => 1),
				0,
			),
		).size,
	).toBe(10_000);
});

test('one looks again from as far back as the bound allows, and not into a second that is not over', () => {
	const marks = withMarks(
		{},
		many(100, (n) => 1000 + n),
		0,
	);
	expect(sinceFor(marks, 1000, 100, 2000)).toBe(1000);
	const since = sinceFor(marks, 1000, 40, 2000);
	expect(since).toBe(1060);
	expect(countMarks(withMarks(marks, [], since))).toBe(40);
	expect(sinceFor(marks, 1000, 40, 1010)).toBe(1010);
	expect(sinceFor(marks, 1080, 40, 2000)).toBe(1080);
	// All in one second that is over: it is done with.
	const burst = withMarks(
		{},
		many(100, () => 1500),
		0,
	);
	expect(sinceFor(burst, 1400, 40, 1501)).toBe(1501);
	expect(sinceFor(burst, 1400, 40, 1500)).toBe(1400);
});

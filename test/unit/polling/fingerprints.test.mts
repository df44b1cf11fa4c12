import {
	countFingerprints,
	toFingerprint,
	toFingerprintSet,
	chooseSince,
	addFingerprints,
	type Fingerprint,
} from '../../../nodes/HundredHires/polling/fingerprints.ts';

const many = (count: number, at: (n: number) => number): Fingerprint[] =>
	Array.from({ length: count }, (_, n) => ({ at: at(n), fingerprint: toFingerprint(String(n)) }));

test('fingerprints are added once, in an order of their own, and the past is dropped', () => {
	const fingerprints = addFingerprints(
		{ '5': ['b'], '3': ['x'] },
		[
			{ at: 5, fingerprint: 'a' },
			{ at: 5, fingerprint: 'b' },
		],
		4,
	);
	expect(fingerprints).toEqual({ '5': ['a', 'b'] });
	expect(toFingerprintSet(fingerprints)).toEqual(new Set(['a', 'b']));
	expect(
		JSON.stringify(
			addFingerprints(
				{},
				many(9, () => 7),
				0,
			),
		),
	).toBe(JSON.stringify(addFingerprints({}, many(9, () => 7).reverse(), 0)));
});

test('10,000 fingerprints differ', () => {
	expect(
		toFingerprintSet(
			addFingerprints(
				{},
				many(10_000, () => 1),
				0,
			),
		).size,
	).toBe(10_000);
});

test('reading begins again from as far back as the bound allows, and not into a second that is not over', () => {
	const fingerprints = addFingerprints(
		{},
		many(100, (n) => 1000 + n),
		0,
	);
	expect(chooseSince(fingerprints, 1000, 100, 2000)).toBe(1000);
	const since = chooseSince(fingerprints, 1000, 40, 2000);
	expect(since).toBe(1060);
	expect(countFingerprints(addFingerprints(fingerprints, [], since))).toBe(40);
	expect(chooseSince(fingerprints, 1000, 40, 1010)).toBe(1010);
	expect(chooseSince(fingerprints, 1080, 40, 2000)).toBe(1080);
	// All in one second that is over: it is done with.
	const burst = addFingerprints(
		{},
		many(100, () => 1500),
		0,
	);
	expect(chooseSince(burst, 1400, 40, 1501)).toBe(1501);
	expect(chooseSince(burst, 1400, 40, 1500)).toBe(1400);
});

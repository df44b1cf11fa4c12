import fc from 'fast-check';
import { median, percentile, ratio, show, spread } from '../../bench/statistics.mts';

const values = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1 });

test.each([
	[[3], 3],
	[[3, 1, 2], 2],
	[[4, 1, 3, 2], 2.5],
	[[10, 9], 9.5],
])('the median of %j is %d', (given, expected) => {
	expect(median(given)).toBe(expected);
});

test.each([
	[0.5, 50],
	[0.99, 99],
	[0.995, 100],
	[1, 100],
	[0, 1],
])('percentile %d of 1 to 100 is %d', (share, expected) => {
	const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
	expect(percentile(hundred, share)).toBe(expected);
});

test('a percentile is one of the values, and as many as said are not above it', () => {
	fc.assert(
		fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
			const value = percentile(given, share);
			expect(given).toContain(value);
			const within = given.filter((each) => each <= value).length;
			expect(within).toBeGreaterThanOrEqual(Math.ceil(share * given.length));
		}),
	);
});

test('the median has as many values below as above', () => {
	fc.assert(
		fc.property(values, (given) => {
			const middle = median(given);
			const below = given.filter((each) => each < middle).length;
			const above = given.filter((each) => each > middle).length;
			expect(Math.max(below, above)).toBeLessThanOrEqual(given.length / 2);
		}),
	);
});

test('does not sort what it is given', () => {
	const given = [3, 1, 2];
	median(given);
	percentile(given, 0.5);
	expect(given).toEqual([3, 1, 2]);
});

test('sets each round against the same round of the other', () => {
	const slowerAndSlower = [10, 20, 30];
	expect(ratio([11, 22, 33], slowerAndSlower)).toEqual({
		median: expect.closeTo(1.1) as number,
		min: expect.closeTo(1.1) as number,
		max: expect.closeTo(1.1) as number,
	});
	expect(ratio([20, 20, 15], slowerAndSlower)).toEqual({ median: 1, min: 0.5, max: 2 });
});

test('does without neither rounds nor a counterpart of each', () => {
	expect(() => ratio([1, 2], [1])).toThrow('2 rounds cannot be set against 1');
	expect(() => spread([])).toThrow('no values');
	expect(() => percentile([], 0.5)).toThrow('no values');
});

test('is shown with its spread', () => {
	expect(show(spread([1.016, 0.951, 1.044]))).toBe('1.02 (0.95–1.04)');
	expect(show(spread([40, 50]), 1)).toBe('45.0 (40.0–50.0)');
	expect(show(spread([NaN, NaN]))).toBe('–');
});

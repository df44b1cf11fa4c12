/** What came of the rounds: their median, and from the least to the greatest of them. */
export interface Spread {
	median: number;
	min: number;
	max: number;
}

function sorted(values: readonly number[]): number[] {
	if (values.length === 0) throw new RangeError('There are no values.');
	return values.toSorted((a, b) => a - b);
}

/**
 * The smallest value that at least this share of all values does not exceed (nearest rank, so always one that was measured).
 * @param share from 0 to 1; 0.99 for p99
 * @throws RangeError when there are no values
 */
export function percentile(values: readonly number[], share: number): number {
	return sorted(values)[Math.max(0, Math.ceil(share * values.length) - 1)];
}

/**
 * The middle value, or the mean of the two in the middle.
 * @throws RangeError when there are no values
 */
export function median(values: readonly number[]): number {
	const inOrder = sorted(values);
	const middle = (inOrder.length - 1) / 2;
	return (inOrder[Math.floor(middle)] + inOrder[Math.ceil(middle)]) / 2;
}

/** @throws RangeError when there are no values */
export function spread(values: readonly number[]): Spread {
	return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/**
 * The ratios of what was measured in the same rounds: a machine that is slower for a while is so for both.
 * @throws RangeError when there are no rounds, or not the same number of both
 */
export function ratio(ours: readonly number[], theirs: readonly number[]): Spread {
	if (ours.length !== theirs.length)
		throw new RangeError(`${ours.length} rounds cannot be set against ${theirs.length}.`);
	return spread(ours.map((value, round) => value / theirs[round]));
}

/** As `1.02 (0.95–1.04)`; a dash where nothing could be measured. */
export function show({ median: middle, min, max }: Spread, digits = 2): string {
	if (Number.isNaN(middle)) return '–';
	return `${middle.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

/**
 * A reporter for jest: lists at the end of a run the ten tests that took the longest, and the ten files whose start (hooks,
 * loading, n8n) did. Plain JavaScript, because jest loads reporters without transforming them.
 *
 * @typedef {{ seconds: number, name: string }} Line
 */
import { relative } from 'node:path';

const LISTED = 10;

/** @type {(lines: Line[]) => string[]} */
const slowest = (lines) =>
	[...lines]
		.sort((a, b) => b.seconds - a.seconds)
		.slice(0, LISTED)
		.map(({ seconds, name }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);

export default class SlowestTests {
	#root;

	/** @param {{ rootDir: string }} config of the whole run */
	constructor({ rootDir }) {
		this.#root = rootDir;
	}

	/** @param {unknown} _contexts @param {import('@jest/test-result').AggregatedResult} results */
	onRunComplete(_contexts, { testResults, numTotalTests }) {
		if (numTotalTests <= LISTED) return;
		const tests = [];
		const files = [];
		for (const { testFilePath, testResults: results, perfStats } of testResults) {
			const file = relative(this.#root, testFilePath);
			const inTests = results.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
			files.push({ seconds: Math.max(0, perfStats.runtime - inTests) / 1000, name: file });
			for (const { fullName, duration } of results)
				tests.push({ seconds: (duration ?? 0) / 1000, name: `${file}: ${fullName}` });
		}
		const lists = [
			'The slowest tests:',
			...slowest(tests),
			'The files that took longest outside of their tests (loading, beforeAll, afterAll):',
			...slowest(files),
		];
		process.stderr.write(`\n${lists.join('\n')}\n`);
	}
}

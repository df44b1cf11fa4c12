/** What 100Hires answers for many items at once, and which item each part of the answer is for. */
import { startHiresSandbox } from '../../sandbox/hires/index.mts';
import { BATCHES, runAnswered, type BatchCase, type Result } from '../helpers/batches.mts';
import { makeFixtures } from '../helpers/fixtures.mts';
import type { Fixtures } from '../helpers/fillParameters.mts';

let fixtures: Fixtures;
beforeAll(async () => {
	const sandbox = await startHiresSandbox({ partner: true });
	fixtures = await makeFixtures(sandbox);
	await sandbox.close();
});

const IDS = [910001, 910002, 910003];
const UNSURE = /^100Hires did not say whether it could .*91000\d/;

/** What became of each item: its own ID in what came out, `done` where no ID comes out, or what is said of it. */
async function outcomesOf(each: BatchCase, change: (results: Result[]) => unknown) {
	const { items } = await runAnswered(each, fixtures, IDS, change, { continueOnFail: true });
	return IDS.map((_id, index) => {
		const own = items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === index);
		expect(own).toHaveLength(1);
		const [{ json }] = own;
		if (typeof json.error === 'string') return json.error;
		if (each.operation.output.kind === 'deleted') return 'done';
		return JSON.stringify(json).match(/91000\d/)?.[0] ?? 'nothing';
	});
}

const doneOf = ({ operation }: BatchCase) =>
	operation.output.kind === 'deleted' ? IDS.map(() => 'done') : IDS.map(String);

const withoutName = (name: string) => (results: Result[]) =>
	results.map((result) =>
		Object.fromEntries(Object.entries(result).filter(([key]) => key !== name)),
	);

test.each(BATCHES)('%s: results in another order go to their own items', async (_name, each) => {
	expect(await outcomesOf(each, (results) => results.reverse())).toEqual(doneOf(each));
});

test.each(BATCHES)('%s: an item without a result is told, and no other', async (_name, each) => {
	const [first, , third] = doneOf(each);
	const outcomes = await outcomesOf(each, ([one, , three]) => [three, one]);
	expect(outcomes).toEqual([first, expect.stringMatching(UNSURE), third]);
	if (each.batch.method !== 'GET')
		expect(outcomes[1]).toMatch(
			/910002.*\. It may have been done: look in 100Hires before doing it again\.$/,
		);
});

test.each(BATCHES)('%s: two results for one item tell nothing', async (_name, each) => {
	const [, second, third] = doneOf(each);
	const outcomes = await outcomesOf(each, (results) => [...results, results[0]]);
	expect(outcomes).toEqual([expect.stringMatching(UNSURE), second, third]);
});

test.each(BATCHES)('%s: a result for something else is not used', async (_name, each) => {
	const name = each.batch.by === 'bodies' ? 'index' : each.batch.resultId;
	for (const other of [3, -1, 0.5, 'x', null]) {
		const [first, , third] = doneOf(each);
		const outcomes = await outcomesOf(each, ([one, two, three]) => [
			one,
			{ ...two, [name]: other },
			three,
		]);
		expect(outcomes).toEqual([first, expect.stringMatching(UNSURE), third]);
	}
});

test.each(BATCHES)('%s: what is no list of results tells nothing', async (_name, each) => {
	for (const results of [null, {}, 'done', [], [null, null, null]])
		expect(await outcomesOf(each, () => results)).toEqual(
			IDS.map(() => expect.stringMatching(UNSURE) as string),
		);
});

describe('results that name no item', () => {
	const BODIES = BATCHES.filter(([, { batch }]) => batch.by === 'bodies');
	const IDS_ONLY = BATCHES.filter(([, { batch }]) => batch.by === 'ids');

	test.each(BODIES)('%s: go by their order where there is one for each', async (_name, each) => {
		const without = withoutName('index');
		expect(await outcomesOf(each, without)).toEqual(doneOf(each));
		for (const change of [
			(results: Result[]) => without(results).slice(1),
			(results: Result[]) => without([...results, results[0]]),
			// Something else in the list moves what comes after it.
			(results: Result[]) => [null, ...without(results)],
		])
			expect(await outcomesOf(each, change)).toEqual(
				IDS.map(() => expect.stringMatching(UNSURE) as string),
			);
	});

	test.each(IDS_ONLY)('%s: are not used', async (_name, each) => {
		if (each.batch.by !== 'ids') return;
		expect(await outcomesOf(each, withoutName(each.batch.resultId))).toEqual(
			IDS.map(() => expect.stringMatching(UNSURE) as string),
		);
	});
});

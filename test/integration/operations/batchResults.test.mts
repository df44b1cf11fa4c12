/** What 100Hires answers for many items at once, and which item each part of the answer is for. */
import { fillText } from '../../../nodes/HundredHires/runner/parameters.ts';
import { isObject } from '../../../nodes/HundredHires/shared/values.ts';
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
const UNSURE =
	/^(100Hires did not say whether it could .*91000\d|Could not .*91000\d.* is not what the API promises)/;

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

describe('an item that was not done', () => {
	const second = (change: (result: Result) => Result) => (results: Result[]) =>
		results.map((result, index) => (index === 1 ? change(result) : result));

	/** The result as it is where something was refused: it has its name, but no data. */
	const refused =
		({ batch }: BatchCase, more: Result) =>
		(result: Result): Result => {
			const names = batch.by === 'bodies' ? ['index', batch.as] : [batch.resultId];
			return { ...Object.fromEntries(names.map((name) => [name, result[name]])), ...more };
		};

	const REFUSALS: Array<[what: string, more: Result, reason: RegExp]> = [
		['a text', { error: 'Stage is closed' }, /^: Stage is closed\.$/],
		['a name', { error: { name: 'Not Found', message: '' } }, /^: Not Found\.$/],
		[
			'a name and a status',
			{ error: { name: 'Not Found', message: '', status: 404 } },
			/^ \(HTTP 404\): Not Found\. Check that it still exists/,
		],
		[
			'a list',
			{ error: ['Stage is closed.', { message: 'Ask!' }] },
			/^: Stage is closed\. message: Ask!$/,
		],
		[
			'an object in an object',
			{ error: { message: { en: 'Stage is closed' }, status: 400 } },
			/^ \(HTTP 400\): en: Stage is closed\.$/,
		],
		[
			'fields',
			{ error: { validation_errors: { stage_id: ['Closed', { code: 7 }], note: 'No' } } },
			/^: stage_id: Closed stage_id: code: 7 note: No\.$/,
		],
		['a number', { error: 404 }, /^: 404\.$/],
		['nothing but that it failed', { error: true }, /^: 100Hires does not say why\.$/],
		['an empty object', { error: {} }, /^: 100Hires does not say why\.$/],
		['no success', { success: false }, /^: 100Hires does not say why\.$/],
		['no success, with a text', { success: false, message: 'Closed' }, /^: Closed\.$/],
	];
	const EACH = BATCHES.flatMap(([name, each]) =>
		REFUSALS.map(([what, ...refusal]) => [name, what, each, ...refusal] as const),
	);

	test.each(EACH)('%s: a refusal that is %s', async (_name, _what, each, more, reason) => {
		const [first, , third] = doneOf(each);
		// The data may be there all the same: a refusal stays one.
		for (const change of [refused(each, more), (result: Result) => ({ ...result, ...more })]) {
			const outcomes = await outcomesOf(each, second(change));
			const task = fillText(each.operation.task, { id: IDS[1] });
			const start = `Could not ${task}`;
			expect(outcomes).toEqual([first, expect.stringContaining(start), third]);
			expect(outcomes[1].slice(start.length)).toMatch(reason);
			expect(outcomes[1]).not.toMatch(/\[object/);
		}
	});

	test.each(BATCHES)('%s: no error is none', async (_name, each) => {
		for (const error of [null, false, '', []])
			expect(
				await outcomesOf(each, (results) => results.map((result) => ({ ...result, error }))),
			).toEqual(doneOf(each));
	});

	test.each(BATCHES)('%s: without data it is not known', async (_name, each) => {
		const [first, , third] = doneOf(each);
		const { resultData } = each.batch;
		const unlike = [
			undefined,
			null,
			...(each.operation.output.kind === 'deleted' ? [] : [{}, [], 'done', 7, { other: 1 }]),
		];
		for (const data of unlike) {
			const more = resultData === undefined ? (isObject(data) ? data : {}) : { [resultData]: data };
			expect(await outcomesOf(each, second(refused(each, more)))).toEqual([
				first,
				expect.stringMatching(UNSURE),
				third,
			]);
		}
	});
});

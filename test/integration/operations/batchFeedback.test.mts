/** What is said of the items that were done before one stopped the workflow. */
import type { NodeApiError } from 'n8n-workflow';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';
import { BATCHES, runAnswered, WRITING, type BatchCase, type Result } from '../helpers/batches.mts';
import type { Fixtures } from '../helpers/fillParameters.mts';
import { makeFixtures } from '../helpers/fixtures.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
let fixtures: Fixtures;
beforeAll(async () => {
	const furnished = await startHiresSandbox({ partner: true });
	fixtures = await makeFixtures(furnished);
	await furnished.close();
});
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const caught = async (running: Promise<unknown>) =>
	await running.then(
		() => {
			throw new Error('Nothing was thrown.');
		},
		(error: NodeApiError) => error,
	);

const refuse =
	(...indexes: number[]) =>
	(results: Result[]) =>
		results.map((result, index) =>
			indexes.includes(index) ? { ...result, error: { status: 400, message: 'Closed' } } : result,
		);

const failing = async (each: BatchCase, count: number, ...refused: number[]) => {
	const ids = Array.from({ length: count }, (_, index) => 910_000 + index);
	return await caught(runAnswered(each, fixtures, ids, refuse(...refused)));
};

test.each(WRITING)('%s: how many of the items were done, and which', async (_name, each) => {
	const error = await failing(each, 100, 3, 60);
	expect(error.message).toMatch(
		/^Could not .*910003.* \(HTTP 400\): Closed\. 98 of the 100 items were done\.$/,
	);
	const named = Array.from({ length: 51 }, (_, index) => index).filter((index) => index !== 3);
	expect(error.description).toBe(
		`These items were done: ${named.map((index) => `${index} (${910_000 + index})`).join(', ')} and 48 more.`,
	);
	expect(error.context.itemIndex).toBe(3);
	expect(error.httpCode).toBe('400');
});

test.each(WRITING)('%s: few items are all named', async (_name, each) => {
	const error = await failing(each, 3, 1);
	expect(error.message).toMatch(/ 2 of the 3 items were done\.$/);
	expect(error.description).toBe('These items were done: 0 (910000), 2 (910002).');
	expect((await failing(each, 2, 1)).message).toMatch(/ 1 of the 2 items was done\.$/);
});

test.each(WRITING)('%s: nothing is said where nothing was done', async (_name, each) => {
	expect((await failing(each, 2, 0, 1)).message).not.toMatch(/done/);
});

test.each(BATCHES.filter((each) => !WRITING.includes(each)))(
	'%s: what was read is of no interest',
	async (_name, each) => {
		const error = await failing(each, 3, 1);
		expect(error.message).not.toMatch(/done/);
		expect(error.description ?? '').not.toMatch(/done/);
	},
);

test('items that are done one by one are counted likewise, whatever stops the workflow', async () => {
	const ids = applyTo(sandbox, 3).map(({ id }) => id);
	const hire = async (...all: unknown[]) =>
		await caught(run('application', 'hire', { applicationId: ITEM_ID }, { items: itemsWith(all) }));
	const refused = await hire(ids[0], ids[1], 999_999, ids[2]);
	expect(refused.message).toMatch(/^Could not hire .*\(HTTP 404\).* 2 of the 4 items were done\.$/);
	expect(refused.description).toBe(`These items were done: 0 (${ids[0]}), 1 (${ids[1]}).`);
	const empty = await hire(ids[2], '');
	expect(empty.message).toMatch(/^'Application' is empty\..* 1 of the 2 items was done\.$/);
	expect(empty.description).toBe(`These items were done: 0 (${ids[2]}).`);
	expect(empty.context.itemIndex).toBe(1);
	const read = await caught(
		run('application', 'get', { applicationId: ITEM_ID }, { items: itemsWith([ids[0], 999_999]) }),
	);
	expect(read.message).not.toMatch(/done/);
});

test('items that have no ID yet are named by their number', async () => {
	const items = ['a@example.test', 'no address'].map((email) => ({ json: { email } }));
	const error = await caught(
		run('candidate', 'create', { email: '={{ $json.email }}' }, { items }),
	);
	expect(error.description).toBe('These items were done: 0.');
});

test('with On Error, each item says its own only', async () => {
	const [{ id }] = applyTo(sandbox, 1);
	const [, failed] = await run(
		'application',
		'hire',
		{ applicationId: ITEM_ID },
		{ items: itemsWith([id, 999_999]), continueOnFail: true },
	);
	expect(failed.json.error).not.toMatch(/done/);
});

test('tags that are taken off one by one are named where one of them cannot be', async () => {
	const [{ candidateId }] = applyTo(sandbox, 1);
	const { alias } = sandbox.world.candidate(candidateId);
	sandbox.world.tag(candidateId, ['A', 'B, too', 'D']);
	const remove = async (...tags: string[]) =>
		await caught(run('tag', 'remove', { candidateId: byId(alias), tags }));
	const third = await remove('A', 'B, too', 'C', 'D');
	expect(third.message).toMatch(
		/^Could not remove tags from candidate .* \(HTTP 404\): Tag not found\..* These tags were removed before: "A", "B, too"\.$/,
	);
	expect(third.httpCode).toBe('404');
	expect([...sandbox.world.candidate(candidateId).tags]).toEqual(['D']);
	expect((await remove('C', 'D')).message).not.toMatch(/before/);
});

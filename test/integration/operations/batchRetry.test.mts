/** n8n's Retry On Fail, which starts the node again on all items: what was done is not done again. */
import type { IDataObject } from 'n8n-workflow';
import { createExecution } from '../../harness/action.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, ITEM_ID, itemsWith, type More } from '../helpers/actionSetup.mts';
import { BATCHES, runAnswered, WRITING, type BatchCase, type Result } from '../helpers/batches.mts';
import type { Fixtures } from '../helpers/fillParameters.mts';
import { makeFixtures } from '../helpers/fixtures.mts';

let fixtures: Fixtures;
beforeAll(async () => {
	const sandbox = await startHiresSandbox({ partner: true });
	fixtures = await makeFixtures(sandbox);
	await sandbox.close();
});

const IDS = [910_001, 910_002, 910_003, 910_004];

/** Refuses the items that are about these IDs. */
const refuse =
	({ batch }: BatchCase, ...ids: number[]) =>
	(results: Result[]) =>
		results.map((result) => {
			const id = batch.by === 'bodies' ? result[batch.as] : result[batch.resultId];
			return ids.includes(Number(id)) ? { ...result, error: { message: 'Closed' } } : result;
		});

async function tryOnce(each: BatchCase, refused: number[], more: Omit<More, 'items'>, ids = IDS) {
	let sent: number[] = [];
	const change = (results: Result[]) => {
		const { batch } = each;
		const ids = results.map((result) =>
			Number(batch.by === 'bodies' ? result[batch.as] : result[batch.resultId]),
		);
		sent = [...sent, ...ids];
		return refuse(each, ...refused)(results);
	};
	const running = runAnswered(each, fixtures, ids, change, more);
	const outcome = await running.then(
		({ items }) => items.map(({ json }) => json),
		(error: Error) => error.message,
	);
	return { outcome, sent };
}

test.each(WRITING)(
	'%s: a try again sends what was not done, and gives all',
	async (_name, each) => {
		const execution = createExecution();
		const first = await tryOnce(each, IDS.slice(1, 3), { execution });
		expect(first).toEqual({
			outcome: expect.stringMatching(/ 2 of the 4 items were done\.$/),
			sent: IDS,
		});
		const second = await tryOnce(each, IDS.slice(1, 3), { execution });
		expect(second).toEqual({ outcome: first.outcome, sent: IDS.slice(1, 3) });
		const third = await tryOnce(each, [], { execution });
		expect(third.sent).toEqual(IDS.slice(1, 3));
		// As if nothing had ever failed.
		const whole = await tryOnce(each, [], {});
		expect(third.outcome).toEqual(whole.outcome);
		expect(third.outcome).toHaveLength(4);
		// All is done: whatever runs now is not a try again.
		expect((await tryOnce(each, [], { execution })).sent).toEqual(IDS);
	},
);

test.each(WRITING)('%s: with On Error, too', async (_name, each) => {
	const more = { execution: createExecution(), continueOnFail: true };
	const { outcome } = await tryOnce(each, [IDS[0], IDS[2]], more);
	expect((outcome as IDataObject[]).map(({ error }) => error !== undefined)).toEqual([
		true,
		false,
		true,
		false,
	]);
	expect((await tryOnce(each, [], more)).sent).toEqual([IDS[0], IDS[2]]);
});

test.each(WRITING)('%s: a loop is no try again, nor is another execution', async (_name, each) => {
	const execution = createExecution();
	const more = { execution, continueOnFail: true };
	await tryOnce(each, [IDS[0]], more);
	expect((await tryOnce(each, [IDS[0]], { ...more, runIndex: 1 })).sent).toEqual(IDS);
	expect((await tryOnce(each, [IDS[0]], { continueOnFail: true })).sent).toEqual(IDS);
	expect((await tryOnce(each, [], { ...more, runIndex: 2 })).sent).toEqual(IDS);
});

test.each(WRITING)('%s: an item that asks for something else is done', async (_name, each) => {
	const execution = createExecution();
	await tryOnce(each, [IDS[0]], { execution });
	const others = [IDS[0], IDS[1], 910_009, IDS[3]];
	expect((await tryOnce(each, [], { execution }, others)).sent).toEqual([IDS[0], 910_009]);
});

test.each(BATCHES.filter((each) => !WRITING.includes(each)))(
	'%s: what is read is read again',
	async (_name, each) => {
		const execution = createExecution();
		await tryOnce(each, [IDS[0]], { execution });
		expect((await tryOnce(each, [], { execution })).sent).toEqual(IDS);
		expect(execution.executionData?.contextData).toEqual({});
	},
);

describe('operations that go one by one', () => {
	let sandbox: HiresSandbox;
	let run: ReturnType<typeof actionAt>;
	beforeEach(async () => {
		sandbox = await startHiresSandbox();
		run = actionAt(sandbox);
	});
	afterEach(async () => await sandbox.close());

	const isHire = ({ path }: { path: string }) => path.endsWith('/hire');
	const hired = () =>
		sandbox.requests
			.all()
			.filter(isHire)
			.map(({ path }) => Number(path.split('/')[2]));

	test('go on where they stopped', async () => {
		const ids = applyTo(sandbox, 4).map(({ id }) => id);
		const execution = createExecution();
		const hire = async () =>
			await run(
				'application',
				'hire',
				{ applicationId: ITEM_ID },
				{ items: itemsWith(ids), execution },
			);
		sandbox.faults.next(1, { status: 403 }, ({ path }) => path === `/applications/${ids[2]}/hire`);
		await expect(hire()).rejects.toThrow(/HTTP 403/);
		expect((await hire()).map(({ json }) => json.id)).toEqual(ids);
		expect(hired()).toEqual([...ids.slice(0, 3), ...ids.slice(2)]);
		// n8n saves what the node leaves in the execution.
		expect(execution.executionData?.contextData).toEqual({ 'node:100Hires': {} });
	});

	test('work in an execution without such data, as that of an agent of the chat', async () => {
		const ids = applyTo(sandbox, 1).map(({ id }) => id);
		const execution = { ...createExecution(), executionData: undefined };
		const items = itemsWith(ids);
		const done = await run('application', 'hire', { applicationId: ITEM_ID }, { items, execution });
		expect(done).toHaveLength(1);
	});
});

import * as fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';
import { until } from '../harness/until.mts';

type Deduplication = typeof import('../../nodes/HundredHires/webhooks/deduplication.ts');

const workflow = require('n8n-workflow') as typeof import('n8n-workflow');

/** A process of n8n: a copy of the module of its own. */
function newProcess(): Deduplication {
	let deduplication: Deduplication | undefined;
	jest.isolateModules(() => {
		// The real one, but not loaded anew for each process: it is large and keeps nothing.
		jest.doMock('n8n-workflow', () => workflow);
		deduplication = require('../../nodes/HundredHires/webhooks/deduplication.ts') as Deduplication;
	});
	return deduplication!;
}

/**
 * n8n's store as it is (n8n 2.41.1, DeduplicationHelper): reads the row, changes it, writes it whole, with nothing to keep another
 * from doing the same meanwhile.
 */
class Store {
	rows = new Map<string, string[]>();
	writes = 0;
	failures = 0;

	context(nodeId = 'node'): IExecuteFunctions {
		const check = async (items: string[], _scope: string, options: { maxEntries: number }) => {
			if (this.failures > 0) {
				this.failures--;
				throw new Error('the database is gone\n"forged"');
			}
			const row = [...(this.rows.get(nodeId) ?? [])];
			await new Promise((resolve) => setImmediate(resolve));
			const known = new Set(row);
			const result = {
				new: items.filter((item) => !known.has(item)),
				processed: items.filter((item) => known.has(item)),
			};
			row.push(...result.new);
			await new Promise((resolve) => setImmediate(resolve));
			this.writes++;
			this.rows.set(nodeId, row.slice(-options.maxEntries));
			return result;
		};
		return {
			helpers: { checkProcessedAndRecord: check },
			getNode: () => ({ id: nodeId, name: '100Hires Trigger' }),
			getWorkflow: () => ({ id: 'workflow' }),
			logger: { warn: (line: string) => void this.log.push(line) },
		} as unknown as IExecuteFunctions;
	}

	log: string[] = [];
}

const ids = (count: number, prefix = 'event'): string[] =>
	Array.from({ length: count }, (_, n) => `${prefix} ${n}`);
const admitted = async (
	deduplication: Deduplication,
	context: IExecuteFunctions,
	events: string[],
): Promise<string[]> => {
	const verdicts = await Promise.all(
		events.map(async (id) => await deduplication.claim(context, id)),
	);
	return events.filter((_id, index) => verdicts[index]);
};

test('twenty copies at the same moment: one; a thousand events, then all again: none', async () => {
	const [deduplication, store] = [newProcess(), new Store()];
	const copies = Array<string>(20).fill('the same');
	expect(await admitted(deduplication, store.context(), copies)).toEqual(['the same']);
	const events = ids(1000);
	for (let n = 0; n < 1000; n += 20)
		expect(await admitted(deduplication, store.context(), events.slice(n, n + 20))).toHaveLength(
			20,
		);
	for (let n = 0; n < 1000; n += 20)
		expect(await admitted(deduplication, store.context(), events.slice(n, n + 20))).toEqual([]);
});

test('whatever comes in whatever order and company, each event is admitted exactly once', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(fc.nat(30), { maxLength: 8 }), { maxLength: 20 }),
			async (bursts) => {
				const [deduplication, store] = [newProcess(), new Store()];
				const seen = await Promise.all(
					bursts.map(
						async (burst) => await admitted(deduplication, store.context(), burst.map(String)),
					),
				);
				const all = seen.flat();
				expect(new Set(all).size).toBe(all.length);
				expect(new Set(all)).toEqual(new Set(bursts.flat().map(String)));
			},
		),
		{ numRuns: 300 },
	);
});

test('10,000 events: none is dropped, all are remembered, also by the next process; what waits is written together', async () => {
	const [deduplication, store] = [newProcess(), new Store()];
	const events = ids(10_000);
	expect(await admitted(deduplication, store.context(), events)).toHaveLength(10_000);
	expect(store.writes).toBeLessThan(10);
	const restarted = newProcess();
	expect(restarted.isRecorded('workflow', 'node', events[0])).toBe(false);
	expect(await admitted(restarted, store.context(), events)).toEqual([]);
	expect(restarted.isRecorded('workflow', 'node', events[0])).toBe(true);
});

test('two nodes do not know each other’s events', async () => {
	const [deduplication, store] = [newProcess(), new Store()];
	expect(await admitted(deduplication, store.context('one'), ['a'])).toEqual(['a']);
	expect(await admitted(deduplication, store.context('two'), ['a'])).toEqual(['a']);
	expect(deduplication.isRecorded('workflow', 'three', 'a')).toBe(false);
});

test('what two workers’ writes undid comes back with the next write of either', async () => {
	const store = new Store();
	const workers = [newProcess(), newProcess()];
	const events = ids(400);
	for (let n = 0; n < 400; n += 4) {
		const halves = [events.slice(n, n + 2), events.slice(n + 2, n + 4)];
		await Promise.all(
			halves.map(async (half, worker) => await admitted(workers[worker], store.context(), half)),
		);
	}
	for (const [n, worker] of workers.entries())
		await admitted(worker, store.context(), [`last of ${n}`]);
	for (const worker of [...workers, newProcess()])
		expect(await admitted(worker, store.context(), events)).toEqual([]);
});

test('of two workers that record at the same moment, the one whose write was undone mends it by itself', async () => {
	const store = new Store();
	const workers = [newProcess(), newProcess()];
	const events = ['a', 'b'];
	const seen = await Promise.all(
		workers.map(async (worker, n) => await admitted(worker, store.context(), [events[n]])),
	);
	expect(seen.flat()).toEqual(events);
	expect(store.rows.get('node')).toHaveLength(1);
	const both = () => (store.rows.get('node')?.length === 2 ? true : undefined);
	await until('both events to be remembered', both, 10_000);
	for (const worker of [...workers, newProcess()])
		expect(await admitted(worker, store.context(), events)).toEqual([]);
});

test('a store that fails once is asked again; one that goes on failing lets the event through, with a line in the log', async () => {
	const [deduplication, store] = [newProcess(), new Store()];
	store.failures = 1;
	expect(await admitted(deduplication, store.context(), ['a'])).toEqual(['a']);
	expect(store.log).toEqual([]);
	store.failures = 2;
	expect(await admitted(deduplication, store.context(), ['b'])).toEqual(['b']);
	expect(store.log.join()).toContain('("the database is gone\\n\\"forged\\"")');
	expect(deduplication.isRecorded('workflow', 'node', 'b')).toBe(false);
	expect(await admitted(deduplication, store.context(), ['a', 'b'])).toEqual(['b']);
});

test('the oldest leave first, and the process keeps no more than the store', async () => {
	const [deduplication, store] = [newProcess(), new Store()];
	const events = ids(deduplication.MOST_EVENTS + 1000);
	await admitted(deduplication, store.context(), events);
	expect(store.rows.get('node')).toHaveLength(deduplication.MOST_EVENTS);
	expect(deduplication.isRecorded('workflow', 'node', events[0])).toBe(false);
	expect(await admitted(deduplication, store.context(), [events[0], events.at(-1)!])).toEqual([
		events[0],
	]);
});

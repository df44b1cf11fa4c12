import { accepted, deliver, hired, inParallel, type Target } from '../harness/flood.mts';
import { startN8nQueue, whyNoServices, type N8nQueue } from '../harness/queue.mts';
import { arrivals, openRoad, type Road } from '../harness/reaching.mts';

jest.setTimeout(400_000);

const tell = (line: string) => process.stderr.write(`queue mode: ${line}\n`);
const reason = whyNoServices();
if (reason) tell(`skipped, because ${reason}`);
const whereThereAreServices = reason ? describe.skip : describe;

whereThereAreServices('n8n in queue mode, with two workers and two webhook processors', () => {
	let queue: N8nQueue;
	let road: Road;
	beforeAll(async () => {
		queue = await startN8nQueue();
		road = await openRoad(queue.main);
	});
	afterAll(async () => {
		await road?.sandbox.close();
		await queue?.remove();
	});

	/** Sends events to both webhook processors in turn, 20 at a time. Gives the number of executions that came of it. */
	const send = async (ids: readonly number[], shift: number) => {
		const { pathname } = new URL(road.target.url);
		const targets = queue.webhookUrls.map(
			(url): Target => ({ ...road.target, url: `${url}${pathname}` }),
		);
		const outcomes = await inParallel(
			ids,
			20,
			async (id, index) => await deliver(targets[(index + shift) % targets.length], hired(id)),
		);
		expect(outcomes.filter((outcome) => outcome?.status !== 200)).toEqual([]);
		return accepted(outcomes);
	};

	test('200 events, and all of them again at the other webhook processor: none is lost, none runs the flow twice', async () => {
		const ids = Array.from({ length: 200 }, (_, n) => 4_000_001 + n);
		const begin = Date.now();
		const count = await send(ids, 0);
		await road.ended(count);
		tell(`200 events: ${count} executions in ${Date.now() - begin} ms`);
		const again = await send(ids, 1);
		await road.ended(count + again);
		const executions = await queue.main.executions(road.workflowId);
		const runs = arrivals(executions);
		const repeats = [...runs.values()].reduce((sum, times) => sum + times - 1, 0);
		tell(`all again: ${again} executions, ${repeats} repeats in Flow, ${200 - runs.size} lost`);
		expect(executions.every(({ status }) => status === 'success')).toBe(true);
		const jobs = queue.workers.map(
			(worker) => worker.output().split('started execution').length - 1,
		);
		tell(`jobs of the workers: ${jobs.join(' and ')}`);
		// Else nothing would be proved about two processes that share a memory.
		expect(Math.min(...jobs)).toBeGreaterThan(0);
		expect(runs).toEqual(new Map(ids.map((id) => [id, 1])));
	});
});

import { randomInt } from 'node:crypto';
import { accepted, deliver, hired, inParallel, type Target } from '../harness/flood.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { arrivals, openRoad, reached, type Road } from '../harness/reaching.mts';

jest.setTimeout(900_000);

const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 3);

let n8n: N8n;
let road: Road;
beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n.remove());
beforeEach(async () => {
	road = await openRoad(n8n);
});
afterEach(async () => {
	await n8n.deleteWorkflow(road.workflowId);
	await road.sandbox.close();
});

const range = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);
const tell = (line: string) => process.stderr.write(`reliability: ${line}\n`);

/** Sends events so many at a time; all must be answered with 200. Gives the number of executions that came of it. */
async function send(target: Target, ids: readonly number[], atOnce: number): Promise<number> {
	const outcomes = await inParallel(ids, atOnce, async (id) => await deliver(target, hired(id)));
	expect(outcomes.filter((outcome) => outcome?.status !== 200)).toEqual([]);
	return accepted(outcomes);
}

test.each([
	['six times one after another', 6, 1],
	['20 times at the same moment', 20, 20],
])('an event that is delivered %s runs the flow once', async (_name, copies, atOnce) => {
	const count = await send(road.target, Array<number>(copies).fill(1_000_001), atOnce);
	await road.ended(count);
	const executions = await n8n.executions(road.workflowId);
	tell(
		`${copies} copies, ${atOnce} at a time: ${count} executions, ${reached(executions)} in Flow`,
	);
	expect(executions.every(({ status }) => status === 'success')).toBe(true);
	expect([...arrivals(executions)]).toEqual([[1_000_001, 1]]);
});

test('300 events, all of them again, and again after a restart: each runs the flow once', async () => {
	const ids = range(2_000_001, 300);
	const once = new Map(ids.map((id) => [id, 1]));
	const begin = Date.now();
	let count = await send(road.target, ids, 20);
	await road.ended(count);
	tell(`300 events: ${count} executions in ${Date.now() - begin} ms`);
	expect(arrivals(await n8n.executions(road.workflowId))).toEqual(once);

	count += await send(road.target, ids, 20);
	await n8n.stop();
	await n8n.start();
	const again = await send(road.target, ids, 20);
	await road.ended(count + again);
	const executions = await n8n.executions(road.workflowId);
	tell(
		`all again: ${count - 300} executions; after a restart ${again}; in Flow ${reached(executions)}`,
	);
	expect(arrivals(executions)).toEqual(once);
});

/** Keeps delivering new events, five at a time, until n8n is killed after so many answers. Gives the IDs that were sent. */
async function deliverUntilKilled(first: number, answers: number): Promise<number[]> {
	const sent: number[] = [];
	let answered = 0;
	let killed: Promise<void> | undefined;
	const sender = async () => {
		for (;;) {
			const id = first + sent.length;
			sent.push(id);
			const outcome = await deliver(road.target, hired(id));
			if (!outcome && killed) return;
			if (outcome) answered += 1;
			if (answered < answers || killed) continue;
			killed = new Promise((resolve) => setTimeout(resolve, randomInt(20))).then(n8n.kill);
		}
	};
	await Promise.all(Array.from({ length: 5 }, sender));
	await killed;
	return sent;
}

test(`${ROUNDS} crashes amid deliveries: no event is lost without a trace, and none runs twice`, async () => {
	const ids: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const sent = await deliverUntilKilled(3_000_001 + round * 10_000, 5 + randomInt(60));
		await n8n.start();
		await send(road.target, sent, 5);
		ids.push(...sent);
	}
	await road.ended(ids.length);
	const executions = await n8n.executions(road.workflowId);
	const runs = arrivals(executions.filter(({ status }) => status === 'success'));
	const crashed = executions.filter(({ status }) => status === 'crashed');
	const traces = await Promise.all(
		crashed.map(async ({ id }) =>
			JSON.stringify(await n8n.request('GET', `/rest/executions/${id}`)),
		),
	);
	const missing = ids.filter((id) => !runs.has(id));
	tell(
		`${ROUNDS} crashes: ${ids.length} events, ${executions.length} executions, ${crashed.length} crashed, ${missing.length} events only there`,
	);
	const statuses = new Set(executions.map(({ status }) => status));
	expect([...statuses].filter((status) => !['success', 'crashed'].includes(status))).toEqual([]);
	expect(
		missing.filter((id) => !traces.some((trace) => trace.includes(`applicationId\\":${id}`))),
	).toEqual([]);
	// Whatever an execution that crashed had already put through the flow counts too.
	expect([...arrivals(executions)].filter(([, count]) => count > 1)).toEqual([]);
});

import { randomInt } from 'node:crypto';
import { deliver, flood, hired } from '../harness/sendDeliveries.mts';
import { startN8n, type ExecutionSummary, type N8n } from '../harness/n8n.mts';
import { publishCountingTrigger, type CountingTrigger } from '../harness/publishedTrigger.mts';
import { listByStatus, findHolders, retry } from '../harness/executionCounts.mts';
import { until } from '../harness/until.mts';

const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 3);

jest.setTimeout(300_000 + ROUNDS * 60_000);

let n8n: N8n;
let published: CountingTrigger;
beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n.remove());
beforeEach(async () => {
	published = await publishCountingTrigger(n8n);
});
afterEach(async () => await published.close());

const tell = (line: string) => process.stderr.write(`crashes: ${line}\n`);

/** Keeps delivering new events, five at a time, until n8n is killed after so many answers. Gives the IDs that were sent. */
async function deliverUntilKilled(first: number, answers: number): Promise<number[]> {
	const sent: number[] = [];
	let answered = 0;
	let killed: Promise<void> | undefined;
	const sender = async () => {
		for (;;) {
			const id = first + sent.length;
			sent.push(id);
			const outcome = await deliver(published.target, hired(id));
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

test(`${ROUNDS} crashes amid deliveries: no event runs twice; one that did not run is in a crashed execution, and Retry runs it`, async () => {
	const ids: number[] = [];
	const crashed = new Map<string, ExecutionSummary>();
	for (let round = 0; round < ROUNDS; round++) {
		const sent = await deliverUntilKilled(3_000_001 + round * 10_000, 5 + randomInt(60));
		await n8n.start();
		await flood([published.target], sent, 5);
		ids.push(...sent);
		for (const each of await listByStatus(n8n, published.workflowId, 'crashed'))
			crashed.set(each.id, each);
	}
	const counts = await published.ended(ids.length);
	const missing = ids.filter((id) => !published.reports.applications().has(id));
	const holding = await findHolders(n8n, [...crashed.values()], missing);
	const twice = [...published.reports.applications().values()].filter((count) => count > 1).length;
	tell(
		`${ROUNDS} rounds: ${ids.length} events, executions: ${JSON.stringify(counts)}; ` +
			`${missing.length} events only in crashed ones, ${missing.length - holding.size} lost, ${twice} twice`,
	);
	expect(Object.keys(counts).filter((status) => !['success', 'crashed'].includes(status))).toEqual(
		[],
	);
	expect(missing.filter((id) => !holding.has(id))).toEqual([]);
	expect(twice).toBe(0);

	for (const execution of holding.values()) await retry(n8n, execution);
	const arrived = published.reports.applications();
	expect(ids.filter((id) => arrived.get(id) !== 1)).toEqual([]);
});

test('an event whose flow was running when n8n was killed shows as crashed, its repeats are dropped, and Retry runs it', async () => {
	const id = 5_000_001;
	const arrived = () => published.reports.applications().get(id);
	published.reports.hold();
	expect(await deliver(published.target, hired(id))).toMatchObject({ status: 200 });
	await until('the event to reach the flow', arrived, 30_000);
	await n8n.kill();
	published.reports.release();
	await n8n.start();
	expect(await published.ended(1)).toEqual({ crashed: 1 });

	expect(await flood([published.target], [id], 1)).toBe(1);
	expect(await published.ended(2)).toEqual({ crashed: 1, success: 1 });
	expect(arrived()).toBe(1);

	const [execution] = await listByStatus(n8n, published.workflowId, 'crashed');
	await retry(n8n, execution);
	expect(arrived()).toBe(2);
	expect(await published.ended(3)).toEqual({ crashed: 1, success: 2 });
});

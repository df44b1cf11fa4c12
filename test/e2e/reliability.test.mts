import { flood, range } from '../harness/sendDeliveries.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { publishCountingTrigger, type CountingTrigger } from '../harness/publishedTrigger.mts';

/** About 15 a second are run. */
const EVENTS = Number(process.env.RELIABILITY_EVENTS ?? 300);

jest.setTimeout(300_000 + EVENTS * 600);

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

const tell = (line: string) => process.stderr.write(`reliability: ${line}\n`);
const sum = (counts: Map<number, number>) => [...counts.values()].reduce((a, b) => a + b, 0);

test.each([
	['six times one after another', 6, 1],
	['20 times at the same moment', 20, 20],
])('an event that is delivered %s runs the flow once', async (_name, copies, atOnce) => {
	const count = await flood([published.target], Array<number>(copies).fill(1_000_001), atOnce);
	expect(await published.ended(count)).toEqual({ success: count });
	const arrived = published.reports.applications();
	tell(`${copies} copies, ${atOnce} at a time: ${count} executions, ${sum(arrived)} in Flow`);
	expect([...arrived]).toEqual([[1_000_001, 1]]);
});

test(`${EVENTS} events, all of them again, and again after a restart: each runs the flow once`, async () => {
	const ids = range(2_000_001, EVENTS);
	const once = new Map(ids.map((id) => [id, 1]));
	// Side by side they arrive in any order.
	const arrived = () => new Map([...published.reports.applications()].sort(([a], [b]) => a - b));
	const begin = Date.now();
	const first = await flood([published.target], ids, 20);
	await published.ended(first);
	tell(`${EVENTS} events: ${first} executions in ${Date.now() - begin} ms`);
	tell(`dropped: ${EVENTS - arrived().size}`);
	expect(arrived()).toEqual(once);

	const again = await flood([published.target], ids, 20);
	await published.ended(first + again);
	tell(`all again: ${again} executions, ${sum(arrived()) - EVENTS} in Flow`);
	await n8n.stop();
	await n8n.start();
	const restarted = await flood([published.target], ids, 20);
	const all = first + again + restarted;
	expect(await published.ended(all)).toEqual({ success: all });
	tell(`after a restart: ${restarted} executions, ${sum(arrived()) - EVENTS} in Flow`);
	expect(arrived()).toEqual(once);
});

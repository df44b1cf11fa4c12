import { startGateway } from '../harness/gateway.mts';
import type { Loopback } from '../harness/loopback.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { publishCountingTrigger, type CountingTrigger } from '../harness/publishedTrigger.mts';
import { until } from '../harness/until.mts';
import { ManualClock, type Dialect, type HiresSandbox } from '../sandbox/hires/index.mts';

jest.setTimeout(300_000);

let n8n: N8n;
let gateway: Loopback;
let published: CountingTrigger;
/** Whether 100Hires gets to see what n8n answers. */
let answersGetLost: boolean;
/** What n8n answered to the deliveries. */
let answers: number[];
beforeAll(async () => {
	n8n = await startN8n();
	gateway = await startGateway(n8n.url, async ({ status }) => {
		answers.push(status);
		return answersGetLost ? 504 : undefined;
	});
});
afterAll(async () => {
	await gateway.close();
	await n8n.remove();
});
afterEach(async () => await published.close());

/** Lets a candidate apply with a resume, write, move on a day later and be hired. */
function hire({ world }: HiresSandbox, clock: ManualClock): void {
	const [job] = world.jobs.values();
	const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' };
	const { id, candidateId } = world.apply({ jobId: job.id, ...person, resumeText: 'Ada Byron' });
	world.message(id);
	// So that a retry after a minute is more than a day after the message.
	clock.advance(86_370);
	world.move(id, world.stagesOf(job.id)[1].id);
	world.updateCandidate(candidateId, { phone: '+15550199' });
	clock.advance(3600);
	world.hire(id);
}

test.each<[Dialect, number]>([
	['openapi', 1],
	['article', 0],
])(
	'copies that 100Hires builds anew for each attempt run the flow once (%s dialect)',
	async (dialect, merged) => {
		const clock = new ManualClock();
		published = await publishCountingTrigger(n8n, {
			sandbox: {
				dialect,
				clock,
				rebuildBodies: true,
				vendorEventIds: false,
				rewriteUrl: (url) => `${gateway.url}${new URL(url).pathname}`,
			},
		});
		const { sandbox, reports } = published;
		[answersGetLost, answers] = [true, []];
		hire(sandbox, clock);
		const all = () => sandbox.deliveries.all();
		const goOnUntil = async (what: string, reached: () => boolean) =>
			await until(
				what,
				() => {
					clock.advance(60);
					return reached() || undefined;
				},
				60_000,
			);
		await goOnUntil('retries', () => all().every(({ attempts }) => attempts.length > 1));
		answersGetLost = false;
		await goOnUntil('deliveries', () => all().every(({ state }) => state === 'delivered'));

		const bodies = all().map(({ attempts }) => attempts.map(({ body }) => body));
		const moved = (field: RegExp) =>
			bodies.filter((copies) => new Set(copies.map((body) => field.exec(body)?.[0])).size > 1);
		expect(moved(/"relative_time":"[^"]*"/).length).toBeGreaterThan(0);
		expect(moved(/"days_since_last_message":\d+/).length).toBeGreaterThan(0);
		await published.ended(all().length);
		expect(new Set(answers)).toEqual(new Set([200]));
		// The flat body of the move into the stage of the hired is that of the hire.
		expect([...reports.events().values()]).toEqual(Array(all().length - merged).fill(1));
	},
);

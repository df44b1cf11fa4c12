import { deliver, hired } from '../harness/sendDeliveries.mts';
import { startGateway } from '../harness/gateway.mts';
import type { Passed } from '../harness/gateway.mts';
import type { Loopback } from '../harness/loopback.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { publishCountingTrigger, type CountingTrigger } from '../harness/publishedTrigger.mts';
import { isBody } from '../harness/rest.mts';
import type { Attempt, HiresSandbox } from '../sandbox/hires/index.mts';
import { burst } from './helpers/burst.mts';

jest.setTimeout(300_000);

let n8n: N8n;
let published: CountingTrigger;
let gateway: Loopback | undefined;
beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n.remove());
afterEach(async () => {
	await published.close();
	await gateway?.close();
	gateway = undefined;
});

const tell = (line: string) => process.stderr.write(`rotation: ${line}\n`);

/** Publishes a trigger whose stand-in retries after 0.3, 1.5, 9, 36 and 216 s. */
async function open(meddle?: (sandbox: HiresSandbox, passed: Passed) => Promise<void>) {
	const through = async (sandbox: HiresSandbox) => {
		gateway = await startGateway(new URL(sandbox.baseUrl).origin, async (passed) => {
			await meddle?.(sandbox, passed);
			return undefined;
		});
		return gateway.url;
	};
	published = await publishCountingTrigger(n8n, { sandbox: { retryFactor: 0.005 }, through });
	return published;
}

/** Has the only webhook there is deliver a hire, and waits for the answer to the first attempt. */
async function firstAttempt({ webhooks, deliveries }: HiresSandbox, id: number): Promise<Attempt> {
	const [webhook] = webhooks.all();
	const delivery = deliveries.deliver('candidate.hired', 1_781_434_800, webhook, hired(id));
	return await deliveries.waitFor((attempt) => attempt.deliveryId === delivery.id, 30_000);
}

/** How many attempts were answered with each status. */
function statuses({ deliveries }: HiresSandbox): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { status } of deliveries.attempts())
		counts[String(status)] = (counts[String(status)] ?? 0) + 1;
	return counts;
}

const once = (ids: readonly number[]) => new Map(ids.map((id) => [id, 1]));
const arrived = () => new Map([...published.reports.applications()].sort(([a], [b]) => a - b));

test('a delivery that comes as soon as 100Hires has made the webhook is put off, and its retry runs the flow', async () => {
	// n8n gets to know the secret only after its webhook has answered the delivery.
	const { sandbox } = await open(async (made, { method, path }) => {
		if (method === 'POST' && path.endsWith('/webhooks')) await firstAttempt(made, 7_000_001);
	});
	await sandbox.deliveries.idle();
	expect(sandbox.deliveries.attempts().map(({ status }) => status)).toEqual([503, 200]);
	expect(await published.ended(1)).toEqual({ success: 1 });
	expect(arrived()).toEqual(once([7_000_001]));
});

test('100Hires rotates the secret in a burst: nothing is refused as long as it signs with both', async () => {
	const { sandbox, target, workflowId } = await open();
	const [{ id }] = sandbox.webhooks.all();
	const deliveries = burst(published, 7_100_001);
	await deliveries.goOn(20);
	const { secrets } = sandbox.webhooks.rotate(id);
	await deliveries.goOn(40);
	const ids = await deliveries.end();
	const signatures = sandbox.deliveries
		.attempts()
		.map(({ headers }) => headers['x-hires-signature-v2'].split(' ').length);
	tell(`rotated at 100Hires: ${ids.length} events, answers ${JSON.stringify(statuses(sandbox))}`);
	expect(new Set(signatures)).toEqual(new Set([1, 2]));
	expect(statuses(sandbox)).toEqual({ 200: ids.length });
	await published.ended(ids.length);
	expect(arrived()).toEqual(once(ids));

	// Nobody tells n8n of the new secret; publishing anew does.
	const late = { url: target.url, secret: secrets[0] };
	expect(await deliver(late, hired(7_199_999))).toMatchObject({ status: 401 });
	await n8n.deactivate(workflowId);
	await n8n.activate(workflowId);
	expect(await firstAttempt(sandbox, 7_199_999)).toMatchObject({ status: 200 });
});

test('n8n has the secret rotated in a burst: deliveries with the old one alone and with the new one alone arrive', async () => {
	const { sandbox, target, workflowId } = await open(async (made, { path }) => {
		if (!path.endsWith('/rotate-secret')) return;
		// Signed with the new secret alone, before n8n has heard of it.
		made.webhooks.endGrace(made.webhooks.all()[0].id);
		expect(await firstAttempt(made, 7_299_998)).toMatchObject({ status: 401 });
	});
	const deliveries = burst(published, 7_200_001);
	await deliveries.goOn(20);
	const [webhook] = sandbox.webhooks.all();
	// The webhook survives an unpublication during which 100Hires is down, so that the next one finds it.
	sandbox.faults.next(100, { status: 503 }, ({ method }) => method === 'DELETE');
	await n8n.deactivate(workflowId);
	sandbox.faults.clear();
	await n8n.activate(workflowId);
	const [rotated] = sandbox.webhooks.all();
	expect(rotated.id).toBe(webhook.id);
	expect(rotated.secrets).not.toContain(target.secret);
	expect(await deliver(target, hired(7_299_999))).toMatchObject({ status: 200 });
	await deliveries.goOn(20);
	const ids = [...(await deliveries.end()), 7_299_998, 7_299_999];
	tell(`rotated by n8n: ${ids.length} events, answers ${JSON.stringify(statuses(sandbox))}`);
	await published.ended(ids.length);
	expect(arrived()).toEqual(once(ids));
});

/** Publishes the workflow with one of its nodes changed. */
async function republish(name: string, changes: object): Promise<void> {
	const { nodes } = await n8n.workflow(published.workflowId);
	const changed = (nodes as unknown[])
		.filter(isBody)
		.map((node) => (node.name === name ? { ...node, ...changes } : node));
	await n8n.updateWorkflow(published.workflowId, { nodes: changed });
	await n8n.activate(published.workflowId);
}

test('a change elsewhere in the flow that is published in a burst leaves the webhook alone and loses nothing', async () => {
	const { sandbox } = await open();
	const webhooks = sandbox.webhooks.all();
	const deliveries = burst(published, 7_300_001);
	await deliveries.goOn(20);
	await republish('Flow', { position: [440, 0] });
	await deliveries.goOn(20);
	const ids = await deliveries.end();
	expect(sandbox.webhooks.all()).toEqual(webhooks);
	expect(statuses(sandbox)).toEqual({ 200: ids.length });
	await published.ended(ids.length);
	expect(arrived()).toEqual(once(ids));
});

test('a change of the trigger that is published in a burst makes the webhook anew: what 100Hires still delivers arrives', async () => {
	const { sandbox } = await open();
	const [{ id }] = sandbox.webhooks.all();
	const deliveries = burst(published, 7_400_001);
	await deliveries.goOn(20);
	const parameters = { events: ['*'], scope: 'company', options: { includeRaw: true } };
	await republish('100Hires Trigger', { parameters });
	await deliveries.goOn(20);
	const ids = await deliveries.end();
	expect(sandbox.webhooks.all().map((webhook) => webhook.id)).not.toContain(id);
	const delivered = sandbox.deliveries.all().filter(({ state }) => state === 'delivered');
	await published.ended(delivered.length);
	tell(
		`trigger changed: ${ids.length} events, ${delivered.length} delivered, answers ${JSON.stringify(statuses(sandbox))}`,
	);
	expect(arrived()).toEqual(once(delivered.map(({ body }) => Number(JSON.parse(body).id)).sort()));
});

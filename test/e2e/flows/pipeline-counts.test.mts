import { tableRows } from '../../harness/dataTables.mts';
import { hiresCredential, importExample } from '../../harness/example.mts';
import { tryPinned } from '../../harness/manual.mts';
import { localize, startN8n, type N8n } from '../../harness/n8n.mts';
import {
	ManualClock,
	signatureHeader,
	startHiresSandbox,
	type HiresSandbox,
} from '../../sandbox/hires/index.mts';

jest.setTimeout(300_000);

const APPLICATIONS = '100Hires applications';
const COUNTS = '100Hires pipeline counts';
const MINUTE = 60;

let n8n: N8n;
let hires: HiresSandbox;
let clock: ManualClock;
let workflowId: string;
let isHeld = false;
beforeAll(async () => {
	clock = new ManualClock(Date.UTC(2026, 8, 1) / 1000);
	// A host that is not this computer: the delivery fails, and 100Hires tries again a minute later.
	const rewriteUrl = (url: string) => (isHeld ? 'https://unreachable.example' : localize(n8n)(url));
	hires = await startHiresSandbox({
		dialect: 'article',
		clock,
		rewriteUrl,
		deliveryTimeoutMs: MINUTE * 1000,
	});
	n8n = await startN8n();
	workflowId = await importFlow();
});
afterAll(async () => {
	await n8n?.remove();
	await hires?.close();
});

const importFlow = async () =>
	await importExample(n8n, 'pipeline-counts.json', {
		hundredHiresApi: await hiresCredential(n8n, hires),
	});

let people = 0;
const apply = (jobId: number) => {
	clock.advance(MINUTE);
	const number = ++people;
	const [firstName, email] = [`Ada ${number}`, `ada${number}@example.com`];
	return hires.world.apply({ jobId, firstName, lastName: 'Byron', email }).id;
};
const [developer, executive] = [0, 1].map((index) => () => [...hires.world.jobs.keys()][index]);
const toStage = (applicationId: number, index: number) => {
	clock.advance(MINUTE);
	const { jobId } = hires.world.application(applicationId);
	hires.world.move(applicationId, hires.world.stagesOf(jobId)[index].id);
};

/** Where every application really stands. */
const truth = () =>
	[...hires.world.applications.values()]
		.map(({ id, jobId, stageId, status }) => ({
			applicationId: id,
			jobId,
			job: hires.world.job(jobId).title,
			stage: hires.world.stage(stageId).name,
			status,
		}))
		.sort((a, b) => a.applicationId - b.applicationId);
const trueCounts = () => {
	const counts: Record<string, { active: number; hired: number; rejected: number }> = {};
	for (const { job, stage, status } of truth()) {
		counts[`${job}: ${stage}`] ??= { active: 0, hired: 0, rejected: 0 };
		counts[`${job}: ${stage}`][status] += 1;
	}
	return counts;
};
const storedApplications = async () =>
	((await tableRows(n8n, APPLICATIONS)) ?? [])
		.map(({ since: _since, ...row }) => row)
		.sort((a, b) => Number(a.applicationId) - Number(b.applicationId));
const storedCounts = async () => {
	const rows = (await tableRows(n8n, COUNTS)) ?? [];
	const entries = rows.map(({ jobId: _jobId, job, stage, ...counts }) => [
		`${job}: ${stage}`,
		counts,
	]);
	expect(new Set(entries.map(([name]) => name)).size).toBe(entries.length);
	return Object.fromEntries(entries) as Record<string, { active: number }>;
};
/** Stages that were left stay in the table, with zeros. */
const notEmpty = (counts: Record<string, object>) =>
	Object.fromEntries(
		Object.entries(counts).filter(([, each]) => Object.values(each).some((count) => count > 0)),
	);

async function expectTruth(): Promise<void> {
	expect(await storedApplications()).toEqual(truth());
	expect(notEmpty(await storedCounts())).toEqual(trueCounts());
}

/** Waits until 100Hires has no delivery under way and n8n no execution. */
async function settle(): Promise<void> {
	await hires.deliveries.idle();
	const { length } = await n8n.executionSummaries(workflowId);
	const executions = await n8n.waitForExecutions(workflowId, length);
	expect(executions.filter(({ error }) => error).map(({ error }) => error)).toEqual([]);
}

test('the first run makes the tables and fills them, and writes nothing more when run again', async () => {
	const [first, second] = [apply(developer()), apply(developer())];
	apply(executive());
	toStage(second, 2);
	hires.world.hire(first);
	expect((await tryPinned(n8n, workflowId, 'Every night')).error).toBeUndefined();
	await expectTruth();

	const again = await tryPinned(n8n, workflowId, 'Every night');
	expect(Object.keys(again.runData)).not.toContain('Find or add its row');
	expect(Object.keys(again.runData)).not.toContain('Write the counts');
	await n8n.activate(workflowId);
});

test('events keep both tables right, each sent twice', async () => {
	const application = apply(developer());
	await settle();
	await expectTruth();
	toStage(application, 1);
	await settle();
	await expectTruth();
	const rejected = apply(executive());
	hires.world.disqualify(rejected, null);
	hires.world.hire(application);
	await settle();
	await expectTruth();
	// To another job: one more there, one less here.
	clock.advance(MINUTE);
	hires.world.transfer(apply(developer()), { jobId: executive() });
	await settle();
	await expectTruth();

	const before = await tableRows(n8n, COUNTS);
	for (const { id } of hires.deliveries.all()) await hires.deliveries.send(id);
	await settle();
	await expectTruth();
	expect(await tableRows(n8n, COUNTS)).toEqual(before);
});

test('an event that comes after a newer one changes nothing', async () => {
	const application = apply(developer());
	await settle();
	isHeld = true;
	toStage(application, 1);
	await hires.deliveries.waitFor(({ attempt, error }) => attempt === 1 && error !== null);
	isHeld = false;
	clock.advance(1);
	hires.world.move(application, hires.world.stagesOf(developer())[2].id);
	const late = hires.deliveries.all().at(-2);
	expect(late?.state).toBe('pending');
	await hires.deliveries.waitFor(({ deliveryId }) => deliveryId === (late?.id ?? 0) + 1);
	clock.advance(MINUTE);
	await settle();
	expect(late?.attempts).toHaveLength(2);
	await expectTruth();
});

test('many events at the same moment leave no old count behind', async () => {
	const applications = Array.from({ length: 8 }, () => apply(developer()));
	for (const index of [1, 2, 3]) {
		for (const application of applications) toStage(application, index);
	}
	await settle();
	await expectTruth();
});

test('the night repairs what nobody told of', async () => {
	await n8n.deactivate(workflowId);
	const [back, gone, ...others] = [...hires.world.applications.keys()];
	hires.world.unhire(back);
	hires.world.removeApplication(gone);
	for (const application of others.slice(-5)) hires.world.advance(application);
	const rejected = [...hires.world.applications.values()].find((each) => each.rejectedAt !== null);
	clock.advance(MINUTE);
	hires.world.unreject(rejected?.id ?? 0);
	apply(executive());
	expect(await storedApplications()).not.toEqual(truth());

	expect((await tryPinned(n8n, workflowId, 'Every night')).error).toBeUndefined();
	await expectTruth();
});

test('all events once more in the opposite order, to a flow that remembers none, change nothing', async () => {
	const copy = await importFlow();
	await n8n.activate(copy);
	const [webhook] = hires.webhooks.all();
	const bodies = hires.deliveries.all().map(({ body }) => body);
	for (const body of bodies.reverse()) {
		const signature = signatureHeader(Buffer.from(body), webhook.secrets, 1);
		const headers = { 'content-type': 'application/json', 'x-hires-signature-v2': signature };
		expect((await hires.deliveries.sendRaw(webhook.id, body, headers)).status).toBe(200);
	}
	const executions = await n8n.waitForExecutions(copy, bodies.length, { timeoutMs: 180_000 });
	expect(executions.map(({ status }) => status)).toEqual(bodies.map(() => 'success'));
	// The application that is gone is there again until the next night: its old events say nothing else.
	expect((await tryPinned(n8n, copy, 'Every night')).error).toBeUndefined();
	await expectTruth();
	await n8n.deactivate(copy);
});

test('the samples can be tried before anything has happened', async () => {
	const execution = await tryPinned(n8n, workflowId, 'Something changed in 100Hires');
	expect(execution.error).toBeUndefined();
	const samples = (await storedApplications()).filter(({ job }) => job === 'Backend Developer');
	expect(samples).toContainEqual(expect.objectContaining({ applicationId: 700101 }));
});

import { itemsOf, startN8n, type N8n } from '../harness/n8n.mts';
import { until } from '../harness/until.mts';
import { EVENT_NAMES, startHiresSandbox, type HiresSandbox } from '../sandbox/hires/index.mts';

jest.setTimeout(300_000);

const TRIGGER = '100Hires Polling Trigger';

/** n8n refuses times that come more than once a minute, but takes several: a poll every ten seconds. */
const POLL_TIMES = {
	item: [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

function flow(credentialId: string, parameters: Record<string, unknown> = {}) {
	return {
		name: 'What happened in 100Hires',
		nodes: [
			{
				id: 'trigger',
				name: TRIGGER,
				type: 'n8n-nodes-100hires.hundredHiresPollingTrigger',
				parameters: { pollTimes: POLL_TIMES, events: ['*'], ...parameters },
				credentials: { hundredHiresApi: { id: credentialId, name: '100Hires' } },
			},
			{ id: 'flow', name: 'Flow', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Flow', type: 'main', index: 0 }]] } },
	};
}

describe.each([
	['publication service', { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true' }],
	['legacy activation', { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' }],
	[
		'polls and cursors in its database',
		{
			N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
			N8N_SCHEDULER_ENABLED: 'true',
			N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
			N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
		},
	],
])('with n8n’s %s', (_name, env) => {
	const isInDatabase = 'N8N_SCHEDULER_ENABLED' in env;
	let n8n: N8n;
	let sandbox: HiresSandbox;
	let credentialId: string;
	beforeAll(async () => {
		n8n = await startN8n({ env });
		sandbox = await startHiresSandbox();
		credentialId = await n8n.createCredential('hundredHiresApi', '100Hires', {
			apiKey: sandbox.apiKey,
			companyId: '',
			baseUrl: sandbox.baseUrl,
		});
	});
	afterAll(async () => {
		await n8n?.remove();
		await sandbox?.close();
	});

	const apply = (email: string) => {
		const [jobId] = sandbox.world.jobs.keys();
		return sandbox.world.apply({ jobId, firstName: 'Ada', lastName: 'Byron', email });
	};

	const eventsOf = async (id: string) =>
		(await n8n.executions(id))
			.filter(({ status }) => status === 'success')
			.flatMap((execution) => itemsOf(execution, 'Flow'));

	/** Waits for so many events in all, and gives them. */
	const waitForEvents = async (id: string, count: number) =>
		await until(
			`${count} events`,
			async () => {
				const events = await eventsOf(id);
				return events.length >= count ? events : undefined;
			},
			90_000,
			() => n8n.output().slice(-2000),
		);

	/** Waits until n8n has polled twice more. */
	const polls = async () => {
		const requests = () => sandbox.requests.all().filter(({ path }) => path === '/interviews');
		const before = requests().length;
		await until('two polls', () => (requests().length >= before + 2 ? true : undefined), 60_000);
	};

	test('published, polled, killed, started during an outage: every event once', async () => {
		apply('before@example.com');
		const id = await n8n.createWorkflow(flow(credentialId));
		await n8n.activate(id);
		// With polls in its database n8n does not keep what the one at publication noted, but what the first at its time notes.
		await polls();
		expect(await eventsOf(id)).toEqual([]);

		const { world } = sandbox;
		const application = apply('ada@example.com');
		const rejected = apply('bob@example.com');
		world.score(application.id, 87);
		world.move(application.id, world.stagesOf(application.jobId)[1].id);
		const start = Math.floor(Date.now() / 1000) + 3600;
		world.scheduleInterview(application.id, { start, end: start + 3600 });
		world.disqualify(rejected.id);
		world.hire(application.id);
		await polls();
		world.updateCandidate(application.candidateId, { phone: '+15550199' });
		const first = await waitForEvents(id, 11);
		expect(new Set(first.map(({ event }) => event))).toEqual(new Set(EVENT_NAMES));

		// A crash between two polls; what happens meanwhile comes with the first poll afterwards.
		await polls();
		await n8n.kill();
		apply('while-away@example.com');
		await n8n.start();
		const second = await waitForEvents(id, 13);
		await polls();
		expect(await eventsOf(id)).toHaveLength(13);
		expect(second.slice(11).map(({ email }) => email)).toEqual([
			'while-away@example.com',
			'while-away@example.com',
		]);

		// n8n itself waits longer and longer after polls in its database that failed.
		if (isInDatabase) return;

		// An outage of 100Hires, in which n8n starts, too.
		sandbox.unverified = true;
		await until(
			'a poll that failed',
			async () =>
				(await n8n.executionSummaries(id)).some(({ status }) => status === 'error') || undefined,
			60_000,
		);
		apply('in-the-outage@example.com');
		await n8n.stop();
		sandbox.requests.clear();
		await n8n.start();
		await until('a request', () => sandbox.requests.all().length > 0 || undefined, 60_000);
		sandbox.unverified = false;
		const all = await waitForEvents(id, 15);
		await polls();
		expect(await eventsOf(id)).toHaveLength(15);
		expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(15);
		expect(all.map(({ email }) => email)).not.toContain('before@example.com');
	});

	test('Fetch Test Event gives the latest real event', async () => {
		const application = apply('test@example.com');
		sandbox.world.hire(application.id);
		const id = await n8n.createWorkflow(flow(credentialId, { events: ['candidate.hired'] }));
		await n8n.runFrom(id, TRIGGER);
		const [execution] = await n8n.waitForExecutions(id, 1);
		expect(itemsOf(execution, 'Flow')).toMatchObject([
			{ event: 'candidate.hired', applicationId: application.id },
		]);
	});
});

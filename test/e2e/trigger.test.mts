import { itemsOf, startN8n, type N8n } from '../harness/n8n.mts';
import { connect, doEverything, flow, TRIGGER } from './setting.mts';
import { refusals } from './refusals.mts';
import { EVENT_NAMES, type Account } from '../sandbox/hires/index.mts';

jest.setTimeout(180_000);

const eventsOf = (executions: Awaited<ReturnType<N8n['executions']>>) =>
	executions.flatMap((execution) => itemsOf(execution, 'Flow')) as Array<Record<string, unknown>>;

describe.each([
	['publication service', 'true'],
	['legacy activation', 'false'],
])('with n8n’s %s', (_name, service) => {
	let n8n: N8n;
	beforeAll(async () => {
		n8n = await startN8n({ env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: service } });
	});
	afterAll(async () => await n8n.remove());

	test.each<Account>(['openapi', 'article'])(
		'the road of the events under the %s account',
		async (account) => {
			const setting = await connect(n8n, account);
			const { sandbox } = setting;
			const neighbour = sandbox.hooks.add({
				url: 'https://other.example.com/hook',
				events: account === 'article' ? [...EVENT_NAMES] : null,
			});
			try {
				expect(await n8n.testCredential(setting.credentialId)).toMatchObject({ status: 'OK' });
				const id = await n8n.createWorkflow(
					flow(setting.credentialId, { events: ['*'], scope: 'company' }),
				);
				await n8n.activate(id);
				const mine = () => sandbox.hooks.all().filter((hook) => hook.id !== neighbour.id);
				expect(mine()).toHaveLength(1);
				const [hook] = mine();
				sandbox.hooks.remove(neighbour.id);

				const { application, job, stage } = doEverything(setting, 'ada@example.com');
				await sandbox.deliveries.idle();
				const deliveries = sandbox.deliveries.all();
				expect(deliveries.every((delivery) => delivery.state === 'delivered')).toBe(true);
				// A repeat that comes late enough is recognised without an execution.
				const started = sandbox.deliveries
					.attempts()
					.filter(({ answer }) => !answer.includes('delivered before'));
				const executions = await n8n.waitForExecutions(id, started.length);
				const events = eventsOf(executions);
				expect(executions.every((execution) => execution.status === 'success')).toBe(true);
				expect(new Set(events.map((event) => event.event))).toEqual(new Set(EVENT_NAMES));
				const about = (name: string) =>
					events.find(
						(event) =>
							event.event === name &&
							(event.applicationId === application.id ||
								event.candidateId === application.candidateId),
					);
				for (const name of EVENT_NAMES)
					if (name !== 'candidate.disqualified')
						expect(about(name)).toMatchObject({
							candidateId: application.candidateId,
							inferred: account === 'openapi',
						});
				expect(about('application.created')).toMatchObject({
					jobId: job.id,
					email: 'ada@example.com',
					candidateName: 'Ada Byron',
				});
				expect(about('ai_score.generated')).toMatchObject({ aiScore: 87 });
				// Executions run side by side, so the move into the stage of the hired may come first.
				expect(events).toContainEqual(
					expect.objectContaining({ event: 'application.stage_changed', stage }),
				);
				expect(about('interview.scheduled')).toMatchObject({
					applicationId: application.id,
					interview: { location: 'Room 1' },
				});
				expect(about('candidate.hired')).toMatchObject({
					status: 'hired',
					hiredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
				});
				expect(about('candidate.updated')).toMatchObject({ firstName: 'Ada' });
				expect(new Set(events.map((event) => event.eventId)).size).toBe(events.length);
				// A flat body does not tell the move into the stage of the hired from the hire: read twice, run once.
				expect(events).toHaveLength(deliveries.length - (account === 'openapi' ? 1 : 0));

				await refusals(setting, id, hook);

				// n8n calls no hook on a restart (or, the legacy way, one that only looks): the webhook and its secret are still good.
				await n8n.stop();
				sandbox.requests.clear();
				await n8n.start();
				expect(sandbox.requests.all().filter((request) => request.method !== 'GET')).toEqual([]);
				expect(mine()).toEqual([hook]);
				const before = (await n8n.executionSummaries(id)).length;
				setting.clock.advance(3600);
				sandbox.world.createCandidate({
					firstName: 'Cy',
					lastName: 'Twice',
					email: 'cy@example.com',
				});
				expect(eventsOf(await n8n.waitForExecutions(id, before + 1)).at(-1)).toMatchObject({
					event: 'candidate.created',
					firstName: 'Cy',
				});

				await n8n.deactivate(id);
				expect(mine()).toEqual([]);
				await n8n.deleteWorkflow(id);
			} finally {
				await sandbox.close();
			}
		},
	);

	test('for one job, only its events; filters and unselected events start nothing', async () => {
		const setting = await connect(n8n, 'article');
		const { sandbox, clock } = setting;
		try {
			const [one, two] = sandbox.world.jobs.values();
			const parameters = {
				events: ['application.created', 'ai_score.generated'],
				scope: 'job',
				jobId: { __rl: true, mode: 'list', value: one.id },
				filters: { minimumAiScore: 80 },
			};
			const id = await n8n.createWorkflow(flow(setting.credentialId, parameters));
			await n8n.activate(id);
			expect(sandbox.hooks.all()).toMatchObject([{ scope: 'job', jobId: one.id }]);
			const person = { firstName: 'Ada', lastName: 'Byron' };
			sandbox.world.apply({ jobId: two.id, ...person, email: 'two@example.com' });
			const wanted = sandbox.world.apply({ jobId: one.id, ...person, email: 'one@example.com' });
			clock.advance(3600);
			sandbox.world.score(wanted.id, 79);
			clock.advance(3600);
			sandbox.world.score(wanted.id, 80);
			await n8n.waitForExecutions(id, 2);
			await sandbox.deliveries.idle();
			const events = eventsOf(await n8n.executions(id));
			// Deliveries are under way side by side: what arrives is certain, its order is not.
			expect(events.map((event) => [event.event, event.aiScore]).sort()).toEqual([
				['ai_score.generated', 80],
				['application.created', null],
			]);
			await n8n.deleteWorkflow(id);
			expect(sandbox.hooks.all()).toEqual([]);
		} finally {
			await sandbox.close();
		}
	});

	test('listening for a test event has its own webhook and leaves that of production alone', async () => {
		const setting = await connect(n8n, 'openapi');
		const { sandbox } = setting;
		try {
			const id = await n8n.createWorkflow(
				flow(setting.credentialId, { events: ['*'], scope: 'company' }),
			);
			await n8n.activate(id);
			const production = sandbox.hooks.all();
			await n8n.listenForTestEvent(id, TRIGGER);
			expect(sandbox.hooks.all()).toHaveLength(2);
			expect(sandbox.hooks.all().some((hook) => hook.url.includes('/webhook-test/'))).toBe(true);
			sandbox.world.createCandidate({
				firstName: 'Ada',
				lastName: 'Byron',
				email: 'test@example.com',
			});
			const modes = (await n8n.waitForExecutions(id, 2)).map((execution) => execution.mode).sort();
			expect(modes).toEqual(['manual', 'webhook']);
			await until(() => sandbox.hooks.all().length === 1);
			expect(sandbox.hooks.all()).toEqual(production);
			await n8n.deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});

	test('the list of jobs to choose from, searched and by pages', async () => {
		const setting = await connect(n8n, 'openapi');
		const { sandbox, credentialId } = setting;
		try {
			for (let count = 1; count <= 60; count++) sandbox.world.addJob({ title: `Welder ${count}` });
			const search = async (more: Record<string, unknown>) => {
				const { data } = await n8n.request(
					'POST',
					'/rest/dynamic-node-parameters/resource-locator-results',
					{
						path: 'parameters.jobId',
						methodName: 'searchJobs',
						nodeTypeAndVersion: { name: 'n8n-nodes-100hires.hundredHiresTrigger', version: 1 },
						currentNodeParameters: { events: ['*'], scope: 'job' },
						credentials: { hundredHiresApi: { id: credentialId, name: '100Hires' } },
						...more,
					},
				);
				return data as {
					results: Array<{ name: string; value: number }>;
					paginationToken?: string;
				};
			};
			const first = await search({});
			expect(first.results).toHaveLength(50);
			const second = await search({ paginationToken: first.paginationToken });
			expect(second.results).toHaveLength(13);
			expect(second.paginationToken).toBeUndefined();
			const found = await search({ filter: 'backend' });
			expect(found.results).toEqual([
				expect.objectContaining({
					name: 'Backend Developer (published)',
					value: [...sandbox.world.jobs.keys()][0],
				}),
			]);
		} finally {
			await sandbox.close();
		}
	});

	test('full records and the resume come along; what cannot be fetched does not hold the event back', async () => {
		const setting = await connect(n8n, 'openapi');
		const { sandbox } = setting;
		try {
			const options = { fetchFullRecords: true, downloadResume: true };
			const parameters = { events: ['application.created'], scope: 'company', options };
			const id = await n8n.createWorkflow(flow(setting.credentialId, parameters));
			await n8n.activate(id);
			const [jobId] = sandbox.world.jobs.keys();
			const apply = (email: string) =>
				sandbox.world.apply({
					jobId,
					firstName: 'Ada',
					lastName: 'Byron',
					email,
					resumeText: 'Ada Byron',
				});
			apply('full@example.com');
			const [whole] = eventsOf(await n8n.waitForExecutions(id, 1));
			expect(whole).toMatchObject({
				jobTitle: 'Backend Developer',
				fetchFailures: [],
				fullRecords: {
					application: { id: whole.applicationId, status: 'active' },
					candidate: { id: whole.candidateId, emails: ['full@example.com'] },
					job: { id: jobId, title: 'Backend Developer' },
				},
			});
			const [execution] = await n8n.executionSummaries(id);
			const { data } = await n8n.request('GET', `/rest/executions/${execution.id}`);
			expect(JSON.stringify(data)).toContain('resume.pdf');
			expect(
				sandbox.requests
					.all()
					.some(({ path, status }) => /^\/files\/.*\/download$/.test(path) && status === 200),
			).toBe(true);

			sandbox.forbidden.add('/applications').add('/files');
			apply('part@example.com');
			const events = eventsOf(await n8n.waitForExecutions(id, 2));
			const part = events.find((event) => event.email === 'part@example.com');
			expect(part).toMatchObject({
				event: 'application.created',
				fullRecords: { application: null, candidate: { emails: ['part@example.com'] } },
			});
			expect(part?.fetchFailures).toEqual([
				expect.stringContaining('403'),
				expect.stringContaining('403'),
			]);
			await n8n.deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});

	test('acknowledged after the workflow, 100Hires learns of a flow that failed and delivers again', async () => {
		const setting = await connect(n8n, 'article');
		const { sandbox, clock } = setting;
		try {
			const parameters = {
				events: ['candidate.created'],
				scope: 'company',
				options: { acknowledge: 'afterWorkflow' },
			};
			// The flow fails as long as the API refuses its request.
			const asking = flow(setting.credentialId, parameters);
			const headers = {
				parameters: [{ name: 'Authorization', value: `Bearer ${sandbox.apiKey}` }],
			};
			asking.nodes[1] = {
				...asking.nodes[1],
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					url: `${sandbox.baseUrl}/users`,
					sendHeaders: true,
					headerParameters: headers,
				},
			};
			const id = await n8n.createWorkflow(asking);
			await n8n.activate(id);
			sandbox.unverified = true;
			sandbox.world.createCandidate({
				firstName: 'Ada',
				lastName: 'Byron',
				email: 'ack@example.com',
			});
			await sandbox.deliveries.waitFor((attempt) => attempt.status === 500, 30_000);
			sandbox.unverified = false;
			clock.advance(60);
			await sandbox.deliveries.idle();
			expect(sandbox.deliveries.attempts().map((attempt) => attempt.status)).toEqual([500, 200]);
			const executions = await n8n.waitForExecutions(id, 2);
			expect(executions.map((execution) => execution.status)).toEqual(['error', 'success']);
			await n8n.deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});

	test('an activation that fails says why and what to do', async () => {
		const setting = await connect(n8n, 'openapi');
		try {
			const wrong = await n8n.createCredential('hundredHiresApi', 'Wrong', {
				apiKey: 'wrong',
				companyId: '',
				baseUrl: setting.sandbox.baseUrl,
			});
			expect(await n8n.testCredential(wrong)).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('verified'),
			});
			const id = await n8n.createWorkflow(flow(wrong, { events: ['*'], scope: 'company' }));
			await expect(n8n.activate(id)).rejects.toThrow(/401.*API key.*verified/s);
			expect(setting.sandbox.hooks.all()).toEqual([]);
		} finally {
			await setting.sandbox.close();
		}
	});
});

async function until(condition: () => boolean): Promise<void> {
	const end = Date.now() + 20_000;
	while (!condition()) {
		if (Date.now() > end) throw new Error('Waited 20 s in vain');
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

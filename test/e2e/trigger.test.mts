import { until } from '../harness/until.mts';
import {
	connect,
	emitEveryEvent,
	eventsOf,
	flow,
	inEachActivation,
	TRIGGER,
} from './helpers/setup.mts';
import { expectRefusals } from './helpers/expectRefusals.mts';
import { EVENT_NAMES, type Dialect } from '../sandbox/hires/index.mts';

jest.setTimeout(180_000);

inEachActivation((n8n) => {
	test.each<Dialect>(['openapi', 'article'])(
		'the road of the events in the %s dialect',
		async (dialect) => {
			const setup = await connect(n8n(), dialect);
			const { sandbox } = setup;
			const neighbour = sandbox.webhooks.add({
				url: 'https://other.example.com/webhook',
				events: dialect === 'article' ? [...EVENT_NAMES] : null,
			});
			try {
				expect(await n8n().testCredential(setup.credentialId)).toMatchObject({ status: 'OK' });
				const id = await n8n().createWorkflow(
					flow(setup.credentialId, { events: ['*'], scope: 'company' }),
				);
				await n8n().activate(id);
				const mine = () => sandbox.webhooks.all().filter((webhook) => webhook.id !== neighbour.id);
				expect(mine()).toHaveLength(1);
				const [webhook] = mine();
				sandbox.webhooks.remove(neighbour.id);

				const { application, job, stage } = emitEveryEvent(setup, 'ada@example.com');
				await sandbox.deliveries.idle();
				const deliveries = sandbox.deliveries.all();
				expect(deliveries.every((delivery) => delivery.state === 'delivered')).toBe(true);
				// A repeat that comes late enough is recognised without an execution.
				const started = sandbox.deliveries
					.attempts()
					.filter(({ answer }) => !answer.includes('delivered before'));
				const executions = await n8n().waitForExecutions(id, started.length);
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
							inferred: dialect === 'openapi',
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
				expect(events).toHaveLength(deliveries.length - (dialect === 'openapi' ? 1 : 0));

				await expectRefusals(setup, id, webhook);

				// n8n calls no webhook on a restart (or, the legacy way, one that only looks): the webhook and its secret are still good.
				await n8n().stop();
				sandbox.requests.clear();
				await n8n().start();
				expect(sandbox.requests.all().filter((request) => request.method !== 'GET')).toEqual([]);
				expect(mine()).toEqual([webhook]);
				const before = (await n8n().executionSummaries(id)).length;
				setup.clock.advance(3600);
				sandbox.world.createCandidate({
					firstName: 'Cy',
					lastName: 'Twice',
					email: 'cy@example.com',
				});
				expect(eventsOf(await n8n().waitForExecutions(id, before + 1)).at(-1)).toMatchObject({
					event: 'candidate.created',
					firstName: 'Cy',
				});

				await n8n().deactivate(id);
				expect(mine()).toEqual([]);
				await n8n().deleteWorkflow(id);
			} finally {
				await sandbox.close();
			}
		},
	);

	test('for one job, only its events; filters and unselected events start nothing', async () => {
		const setup = await connect(n8n(), 'article');
		const { sandbox, clock } = setup;
		try {
			const [one, two] = sandbox.world.jobs.values();
			const parameters = {
				events: ['application.created', 'ai_score.generated'],
				scope: 'job',
				jobId: { __rl: true, mode: 'list', value: one.id },
				filters: { minimumAiScore: 80 },
			};
			const id = await n8n().createWorkflow(flow(setup.credentialId, parameters));
			await n8n().activate(id);
			expect(sandbox.webhooks.all()).toMatchObject([{ scope: 'job', jobId: one.id }]);
			const person = { firstName: 'Ada', lastName: 'Byron' };
			sandbox.world.apply({ jobId: two.id, ...person, email: 'two@example.com' });
			const wanted = sandbox.world.apply({ jobId: one.id, ...person, email: 'one@example.com' });
			clock.advance(3600);
			sandbox.world.score(wanted.id, 79);
			clock.advance(3600);
			sandbox.world.score(wanted.id, 80);
			await n8n().waitForExecutions(id, 2);
			await sandbox.deliveries.idle();
			const events = eventsOf(await n8n().executions(id));
			// Deliveries are under way side by side: what arrives is certain, its order is not.
			expect(events.map((event) => [event.event, event.aiScore]).sort()).toEqual([
				['ai_score.generated', 80],
				['application.created', null],
			]);
			await n8n().deleteWorkflow(id);
			expect(sandbox.webhooks.all()).toEqual([]);
		} finally {
			await sandbox.close();
		}
	});

	test('listening for a test event has its own webhook and leaves that of production alone', async () => {
		const setup = await connect(n8n(), 'openapi');
		const { sandbox } = setup;
		try {
			const id = await n8n().createWorkflow(
				flow(setup.credentialId, { events: ['*'], scope: 'company' }),
			);
			await n8n().activate(id);
			const production = sandbox.webhooks.all();
			await n8n().listenForTestEvent(id, TRIGGER);
			expect(sandbox.webhooks.all()).toHaveLength(2);
			expect(sandbox.webhooks.all().some((webhook) => webhook.url.includes('/webhook-test/'))).toBe(
				true,
			);
			sandbox.world.createCandidate({
				firstName: 'Ada',
				lastName: 'Byron',
				email: 'test@example.com',
			});
			const modes = (await n8n().waitForExecutions(id, 2))
				.map((execution) => execution.mode)
				.sort();
			expect(modes).toEqual(['manual', 'webhook']);
			await until(
				'the webhook of the test to be gone',
				() => sandbox.webhooks.all().length === 1 || undefined,
				20_000,
			);
			expect(sandbox.webhooks.all()).toEqual(production);
			await n8n().deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});
});

import { hiresCredential, importWorkflow } from '../harness/example.mts';
import { itemsOf, startN8n, type N8n } from '../harness/n8n.mts';
import { until } from '../harness/until.mts';
import { RELEASES, savedFlow } from '../fixtures/saved.mts';
import { startHiresSandbox } from '../sandbox/hires/index.mts';
import { connect } from './helpers/setup.mts';

jest.setTimeout(300_000);

/** The job that saved flows name. */
const JOB = 301;
const ada = { jobId: JOB, firstName: 'Ada', lastName: 'Byron', email: 'ada@example.test' };

let n8n: N8n;
beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n?.remove());

describe.each(RELEASES)('flows that were saved by %s, imported and published', (release) => {
	test('webhook triggers start the nodes that they started', async () => {
		const { sandbox, clock, credentialId } = await connect(n8n, 'article');
		try {
			const hundredHiresApi = { id: credentialId, name: '100Hires' };
			const id = await importWorkflow(n8n, savedFlow(release, 'trigger'), { hundredHiresApi });
			await n8n.activate(id);
			expect(sandbox.webhooks.all().map(({ jobId }) => jobId)).toEqual(
				expect.arrayContaining([null, JOB]),
			);

			const { world, deliveries } = sandbox;
			const [, other] = world.jobs.keys();
			world.apply({ ...ada, jobId: other, email: 'other@example.test' });
			const application = world.apply({ ...ada, resumeText: 'Ada Byron' });
			for (const happens of [
				() => world.score(application.id, 79),
				() => world.score(application.id, 85),
				() => world.hire(application.id),
			]) {
				clock.advance(3600);
				happens();
			}
			await deliveries.idle();
			expect(deliveries.all().map(({ state }) => state)).not.toContain('failed');
			const { length } = await n8n.executionSummaries(id);
			const executions = await n8n.waitForExecutions(id, length, { status: 'success' });
			const reached = (node: string) => executions.flatMap((each) => itemsOf(each, node));

			const person = { applicationId: application.id, email: ada.email };
			expect(reached('Applied')).toMatchObject([
				{
					event: 'application.created',
					...person,
					fullRecords: { job: { id: JOB } },
					raw: expect.any(Object) as object,
				},
			]);
			expect(reached('Scored')).toMatchObject([{ aiScore: 85, ...person }]);
			expect(reached('Hired')).toMatchObject([{ event: 'candidate.hired', ...person }]);
			const mapped = reached('Of the job');
			const events = mapped.map(({ event }) => event);
			expect(events).toEqual(expect.arrayContaining(['application.created', 'candidate.hired']));
			expect(mapped.map(({ email }) => email)).not.toContain('other@example.test');
			expect(mapped.find(({ event }) => event === 'candidate.hired')).toMatchObject({
				candidateName: 'Ada Byron',
				jobTitle: 'Backend Developer',
				hiredOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
			});
			await n8n.deleteWorkflow(id);
			expect(sandbox.webhooks.all()).toEqual([]);
		} finally {
			await sandbox.close();
		}
	});

	test('polling triggers start the nodes that they started', async () => {
		const sandbox = await startHiresSandbox();
		try {
			const hundredHiresApi = await hiresCredential(n8n, sandbox);
			const id = await importWorkflow(n8n, savedFlow(release, 'polling'), { hundredHiresApi });
			const { id: applicationId } = sandbox.world.apply(ada);
			await n8n.activate(id);
			sandbox.world.hire(applicationId);
			const reached = async (node: string) =>
				await until(
					`items in ${node}`,
					async () => {
						const executions = await n8n.executions(id);
						const items = executions.flatMap((each) => itemsOf(each, node));
						return items.length > 0 ? items : undefined;
					},
					90_000,
				);
			const person = { candidateName: 'Ada Byron', jobTitle: 'Backend Developer' };
			expect(await reached('Hired')).toMatchObject([{ event: 'candidate.hired', ...person }]);
			expect(await reached('Applied')).toMatchObject([{ event: 'application.created', ...person }]);
			await n8n.deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});

	test('operations do what they did', async () => {
		const sandbox = await startHiresSandbox();
		try {
			const hundredHiresApi = await hiresCredential(n8n, sandbox);
			const id = await importWorkflow(n8n, savedFlow(release, 'action'), { hundredHiresApi });
			await n8n.activate(id);
			const response = await fetch(n8n.webhookUrl('recorded-action'), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ email: ada.email, first: ada.firstName }),
			});
			const answer: unknown = await response.json();
			const [execution] = await n8n.waitForExecutions(id, 1);
			expect(execution.error).toBeUndefined();
			const { world } = sandbox;
			const [application] = world.applications.values();
			expect(application).toMatchObject({ jobId: JOB, status: 'hired' });
			expect(answer).toMatchObject([{ id: application.id, status: 'hired', job_id: JOB }]);
			const [interview] = world.interviews.values();
			const rita = [...world.users.values()].find(({ fullName }) => fullName.startsWith('Rita'));
			expect(interview).toMatchObject({ location: 'Room 1', interviewerIds: [rita?.id] });
			expect(itemsOf(execution, 'Job')).toMatchObject([{ id: JOB, title: 'Backend Developer' }]);
			const candidate = world.candidates.get(application.candidateId);
			expect(candidate).toMatchObject({ emails: [ada.email], place: { city: 'Oslo' } });
			expect(candidate?.tags).toEqual(new Set(['night, owl', 'C/C++']));
			expect([...(candidate?.answers.values() ?? [])]).toContain('https://www.linkedin.com/in/ada');
			await n8n.deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});
});

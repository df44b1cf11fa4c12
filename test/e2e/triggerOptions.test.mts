import { connect, eventsOf, flow, inEachActivation } from './helpers/setup.mts';

jest.setTimeout(180_000);

inEachActivation((n8n) => {
	test('the list of jobs to choose from, searched and by pages', async () => {
		const setup = await connect(n8n(), 'openapi');
		const { sandbox, credentialId } = setup;
		try {
			for (let count = 1; count <= 60; count++) sandbox.world.addJob({ title: `Welder ${count}` });
			const search = async (more: Record<string, unknown>) => {
				const { data } = await n8n().request(
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
		const setup = await connect(n8n(), 'openapi');
		const { sandbox } = setup;
		try {
			const options = { fetchFullRecords: true, downloadResume: true };
			const parameters = { events: ['application.created'], scope: 'company', options };
			const id = await n8n().createWorkflow(flow(setup.credentialId, parameters));
			await n8n().activate(id);
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
			const [whole] = eventsOf(await n8n().waitForExecutions(id, 1));
			expect(whole).toMatchObject({
				jobTitle: 'Backend Developer',
				fetchFailures: [],
				fullRecords: {
					application: { id: whole.applicationId, status: 'active' },
					candidate: { id: whole.candidateId, emails: ['full@example.com'] },
					job: { id: jobId, title: 'Backend Developer' },
				},
			});
			const [execution] = await n8n().executionSummaries(id);
			const { data } = await n8n().request('GET', `/rest/executions/${execution.id}`);
			expect(JSON.stringify(data)).toContain('resume.pdf');
			expect(
				sandbox.requests
					.all()
					.some(({ path, status }) => /^\/files\/.*\/download$/.test(path) && status === 200),
			).toBe(true);

			sandbox.forbidden.add('/applications').add('/files');
			apply('part@example.com');
			const events = eventsOf(await n8n().waitForExecutions(id, 2));
			const part = events.find((event) => event.email === 'part@example.com');
			expect(part).toMatchObject({
				event: 'application.created',
				fullRecords: { application: null, candidate: { emails: ['part@example.com'] } },
			});
			expect(part?.fetchFailures).toEqual([
				expect.stringContaining('403'),
				expect.stringContaining('403'),
			]);
			await n8n().deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});

	test('acknowledged after the workflow, 100Hires learns of a flow that failed and delivers again', async () => {
		const setup = await connect(n8n(), 'article');
		const { sandbox, clock } = setup;
		try {
			const parameters = {
				events: ['candidate.created'],
				scope: 'company',
				options: { acknowledge: 'afterWorkflow' },
			};
			// The flow fails as long as the API refuses its request.
			const asking = flow(setup.credentialId, parameters);
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
			const id = await n8n().createWorkflow(asking);
			await n8n().activate(id);
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
			const executions = await n8n().waitForExecutions(id, 2);
			expect(executions.map((execution) => execution.status)).toEqual(['error', 'success']);
			await n8n().deleteWorkflow(id);
		} finally {
			await sandbox.close();
		}
	});

	test('an activation that fails says why and what to do', async () => {
		const setup = await connect(n8n(), 'openapi');
		try {
			const wrong = await n8n().createCredential('hundredHiresApi', 'Wrong', {
				apiKey: 'wrong',
				companyId: '',
				baseUrl: setup.sandbox.baseUrl,
			});
			expect(await n8n().testCredential(wrong)).toMatchObject({
				status: 'Error',
				message: expect.stringContaining('verified'),
			});
			const id = await n8n().createWorkflow(flow(wrong, { events: ['*'], scope: 'company' }));
			await expect(n8n().activate(id)).rejects.toThrow(/401.*API key.*verified/s);
			expect(setup.sandbox.webhooks.all()).toEqual([]);
		} finally {
			await setup.sandbox.close();
		}
	});
});

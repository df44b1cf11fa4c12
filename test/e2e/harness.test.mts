import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { itemsOf, localize, startN8n } from '../harness/n8n.mts';
import type { N8n } from '../harness/n8n.mts';
import { until } from '../harness/until.mts';

jest.setTimeout(180_000);

const webhook = (path: string) => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: path,
	parameters: { path, httpMethod: 'POST' },
});

const nothing = { name: 'Nothing', type: 'n8n-nodes-base.noOp' };

const workflow = (path: string, then: { name: string; type: string } = nothing) => ({
	name: `Calls to ${path}`,
	nodes: [webhook(path), then],
	connections: { Webhook: { main: [[{ node: then.name, type: 'main', index: 0 }]] } },
});

const post = async (url: string, body: unknown) =>
	await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

const serve = async (answer: RequestListener) => {
	const server = createServer(answer);
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
};

describe.each([
	['publication service', {}],
	['legacy activation', { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' }],
])('n8n with %s', (_, env) => {
	let n8n: N8n;

	beforeAll(async () => {
		n8n = await startN8n({ env });
	});
	afterAll(async () => await n8n.remove());

	test('runs a workflow from a call, before and after a restart and a crash, until it is deactivated', async () => {
		const id = await n8n.createWorkflow(workflow('calls'));
		await n8n.activate(id);
		const url = localize(n8n)('https://n8n.example.test/webhook/calls');
		expect(url).toBe(n8n.webhookUrl('calls'));

		expect((await post(url, { call: 1 })).status).toBe(200);
		const [first] = await n8n.waitForExecutions(id, 1, { status: 'success' });
		expect(first).toMatchObject({ status: 'success', mode: 'webhook' });
		expect(first.runData.Nothing[0][0][0].body).toEqual({ call: 1 });

		await n8n.stop();
		expect(() => n8n.pid).toThrow('not running');
		await n8n.start();
		expect((await post(url, { call: 2 })).status).toBe(200);
		await n8n.waitForExecutions(id, 2);

		const before = n8n.pid;
		await n8n.kill();
		expect(() => process.kill(before, 0)).toThrow('ESRCH');
		await n8n.start();
		expect((await post(url, { call: 3 })).status).toBe(200);
		await n8n.waitForExecutions(id, 3);

		const all = await n8n.executions(id);
		expect(all.flatMap((each) => itemsOf(each, 'Nothing')).map(({ body }) => body)).toEqual([
			{ call: 1 },
			{ call: 2 },
			{ call: 3 },
		]);

		await n8n.deactivate(id);
		expect((await post(url, { call: 4 })).status).toBe(404);
		await n8n.deleteWorkflow(id);
		expect(await n8n.request('GET', `/rest/workflows/${id}`)).toMatchObject({ status: 404 });
	});

	test('says why a trigger could not register', async () => {
		const vendor = await serve((_request, response) => {
			response.writeHead(403, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ message: 'Not with this token' }));
		});
		const gitlab = { server: vendor.url, accessToken: 'token' };
		const credential = await n8n.createCredential('gitlabApi', 'GitLab', gitlab);
		const trigger = {
			name: 'GitLab Trigger',
			type: 'n8n-nodes-base.gitlabTrigger',
			webhookId: 'gitlab',
			parameters: { owner: 'o', repository: 'r', events: ['push'] },
			credentials: { gitlabApi: { id: credential, name: 'GitLab' } },
		};
		const id = await n8n.createWorkflow({ nodes: [trigger] });
		await expect(n8n.activate(id)).rejects.toThrow(/forbidden|not with this token/i);
		vendor.close();
	});
});

describe('n8n', () => {
	let n8n: N8n;

	beforeAll(async () => {
		n8n = await startN8n();
	});
	afterAll(async () => await n8n.remove());

	test('says why n8n refused to activate a workflow', async () => {
		const first = await n8n.createWorkflow(workflow('taken'));
		await n8n.activate(first);
		const second = await n8n.createWorkflow(workflow('taken'));
		await expect(n8n.activate(second)).rejects.toThrow(/conflict|taken/i);
	});

	test('publishes a change when the workflow is activated again', async () => {
		const id = await n8n.createWorkflow(workflow('old'));
		await n8n.activate(id);
		const { nodes } = workflow('new');
		await n8n.updateWorkflow(id, { nodes });
		expect((await post(n8n.webhookUrl('new'), {})).status).toBe(404);
		await n8n.activate(id);
		expect((await post(n8n.webhookUrl('new'), {})).status).toBe(200);
		expect((await post(n8n.webhookUrl('old'), {})).status).toBe(404);
	});

	test('deletes an active workflow', async () => {
		const id = await n8n.createWorkflow(workflow('deleted'));
		await n8n.activate(id);
		await n8n.deleteWorkflow(id);
		expect((await post(n8n.webhookUrl('deleted'), {})).status).toBe(404);
	});

	test('pages through many executions', async () => {
		const id = await n8n.createWorkflow(workflow('many'));
		await n8n.activate(id);
		for (let call = 0; call < 105; call += 1) await post(n8n.webhookUrl('many'), { call });
		const executions = await n8n.waitForExecutions(id, 105);
		expect(executions.map((each) => itemsOf(each, 'Webhook')[0].body)).toEqual(
			Array.from({ length: 105 }, (_, call) => ({ call })),
		);
		expect(await n8n.executionSummaries(id)).toHaveLength(105);
	});

	test('runs a test event', async () => {
		const id = await n8n.createWorkflow(workflow('tested'));
		await n8n.listenForTestEvent(id, 'Webhook');
		expect((await post(n8n.testWebhookUrl('tested'), { test: true })).status).toBe(200);
		const [execution] = await n8n.waitForExecutions(id, 1);
		expect(execution).toMatchObject({ status: 'success', mode: 'manual' });

		await n8n.listenForTestEvent(id, 'Webhook');
		await n8n.stopListening(id);
		const isOver = async () => (await post(n8n.testWebhookUrl('tested'), {})).status === 404;
		await until('the test URL to be gone', async () => (await isOver()) || undefined, 10_000);
	});

	test('gives the error of an execution', async () => {
		const stop = {
			name: 'Stop',
			type: 'n8n-nodes-base.stopAndError',
			parameters: { errorMessage: 'Enough' },
		};
		const id = await n8n.createWorkflow(workflow('failing', stop));
		await n8n.activate(id);
		await post(n8n.webhookUrl('failing'), {});
		const [execution] = await n8n.waitForExecutions(id, 1, { status: 'error' });
		expect(execution.error).toBe('Enough');
	});

	test('gives static data', async () => {
		const jsCode = "$getWorkflowStaticData('global').kept = 7; return [];";
		const code = {
			name: 'Keep',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode },
		};
		const id = await n8n.createWorkflow(workflow('keeping', code));
		expect(await n8n.staticData(id)).toBeNull();
		await n8n.activate(id);
		await post(n8n.webhookUrl('keeping'), {});
		await n8n.waitForExecutions(id, 1, { status: 'success' });
		expect(await n8n.staticData(id)).toEqual({ global: { kept: 7 } });
	});

	test('stores and tests a credential', async () => {
		const vendor = await serve((request, response) => {
			response.statusCode = request.headers['x-n8n-api-key'] === 'right' ? 200 : 401;
			response.end('{}');
		});
		const baseUrl = vendor.url;
		const id = await n8n.createCredential('n8nApi', 'n8n', { apiKey: 'right', baseUrl });
		expect(await n8n.testCredential(id)).toMatchObject({ status: 'OK' });
		expect(await n8n.testCredential(id, { apiKey: 'wrong' })).toMatchObject({ status: 'Error' });
		vendor.close();
	});

	test('shows what it prints', () => {
		expect(n8n.output()).toContain('n8n ready on');
	});
});

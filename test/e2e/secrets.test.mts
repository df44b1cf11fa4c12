import { randomBytes } from 'node:crypto';
import { flow as answering, openFlow } from '../harness/webhookFlow.mts';
import { deliver, hired } from '../harness/sendDeliveries.mts';
import { listen, type Reply } from '../harness/loopback.mts';
import { localize, startN8n, type N8n } from '../harness/n8n.mts';
import { until } from '../harness/until.mts';
import { signatureOf } from '../sandbox/hires/index.mts';
import { connect, emitEveryEvent, flow, type Setup } from './helpers/setup.mts';

jest.setTimeout(300_000);

const WRONG_KEY = `wrong-key-${randomBytes(12).toString('hex')}`;
const FORGED_SECRET = randomBytes(32).toString('hex');
const EVERY_TEN_SECONDS = [0, 10, 20, 30, 40, 50].map((second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));

let n8n: N8n;
let setup: Setup;
/**
 * What n8n may not tell, by what it is. Two operations give a secret by what they are for, and are left out here: Webhook > Create and
 * Webhook > Rotate Secret.
 */
const secrets = new Map<string, string>();
const workflowIds: string[] = [];
/** What n8n told its users: tests of credentials, failed activations, answers of flows. */
const told: string[] = [];

beforeAll(async () => {
	n8n = await startN8n({ env: { N8N_LOG_LEVEL: 'debug', DB_LOGGING_ENABLED: 'false' } });
	setup = await connect(n8n, 'openapi');
	secrets.set('the API key', setup.sandbox.apiKey);
	secrets.set('a wrong API key', WRONG_KEY);
});
afterAll(async () => {
	await setup?.sandbox.close();
	await n8n?.remove();
});

const credential = async (apiKey: string, baseUrl: string) =>
	await n8n.createCredential('hundredHiresApi', 'Another', { apiKey, companyId: '', baseUrl });

function noteHooks(): void {
	for (const { id, secrets: held } of setup.sandbox.webhooks.all())
		for (const [index, secret] of held.entries())
			secrets.set(`secret ${index} of webhook ${id}`, secret);
}

function noteSignatures(): void {
	for (const [index, { headers }] of setup.sandbox.deliveries.attempts().entries())
		for (const signature of headers['x-hires-signature-v2'].split(' '))
			secrets.set(`a signature of attempt ${index}`, signature);
}

/** On a busy machine an answer may take so long that 100Hires tries again, by the clock of the test. */
async function allArrive(): Promise<void> {
	const { sandbox, clock } = setup;
	await until(
		'every delivery to arrive',
		() => {
			if (sandbox.deliveries.all().every(({ state }) => state !== 'pending')) return true;
			clock.advance(60);
			return undefined;
		},
		120_000,
	);
}

test('a webhook is registered, its secret changed; deliveries come, good ones and forged ones', async () => {
	const { sandbox, credentialId } = setup;
	const options = { fetchFullRecords: true, downloadResume: true, includeRawBody: true };
	const id = await n8n.createWorkflow(
		flow(credentialId, { events: ['*'], scope: 'company', options }),
	);
	workflowIds.push(id);
	await n8n.activate(id);
	noteHooks();
	emitEveryEvent(setup, 'ada@example.com');
	await allArrive();
	await n8n.waitForExecutions(id, 3);
	noteSignatures();

	const [webhook] = sandbox.webhooks.all();
	const url = localize(n8n)(webhook.url);
	const body = hired(1);
	secrets.set('a forged signature', signatureOf(body, FORGED_SECRET));
	expect(await deliver({ url, secret: FORGED_SECRET }, body)).toMatchObject({ status: 401 });
	secrets.set('a signature of another body', signatureOf('{}', webhook.secrets[0]));
	const other = await deliver({ url, secret: webhook.secrets[0] }, body, { signed: '{}' });
	expect(other).toMatchObject({ status: 401 });
	secrets.set('a signature of no event', signatureOf('{"a":1}', webhook.secrets[0]));
	expect(await deliver({ url, secret: webhook.secrets[0] }, '{"a":1}')).toMatchObject({
		status: 400,
	});

	sandbox.webhooks.rotate(webhook.id);
	noteHooks();
	setup.clock.advance(3600);
	emitEveryEvent(setup, 'grace@example.com');
	await allArrive();
	noteSignatures();
	await n8n.deactivate(id);
	await n8n.activate(id);
	noteHooks();
	expect([...secrets.keys()].filter((name) => name.startsWith('secret '))).toHaveLength(3);
});

test('registering fails in each way that 100Hires can refuse it', async () => {
	const { sandbox, credentialId } = setup;
	const tryToActivate = async (credentialOf: string) => {
		const parameters = { events: ['*'], scope: 'company' };
		const id = await n8n.createWorkflow(flow(credentialOf, parameters));
		const failed = await n8n.activate(id).then(
			() => null,
			(error: unknown) => String(error),
		);
		expect(failed).not.toBeNull();
		told.push(String(failed));
		await n8n.deleteWorkflow(id).catch((error: unknown) => told.push(String(error)));
		sandbox.faults.clear();
	};
	for (const id of [credentialId, await credential(WRONG_KEY, sandbox.baseUrl)])
		told.push(JSON.stringify(await n8n.testCredential(id)));
	await tryToActivate(await credential(WRONG_KEY, sandbox.baseUrl));
	sandbox.faults.next(100, { status: 403 });
	told.push(JSON.stringify(await n8n.testCredential(credentialId)));
	await tryToActivate(credentialId);
});

test('polls fail', async () => {
	const { sandbox, credentialId } = setup;
	const polling = flow(credentialId, {
		pollTimes: { item: EVERY_TEN_SECONDS },
		events: ['*'],
	});
	const [trigger] = polling.nodes;
	trigger.type = 'n8n-nodes-100hires.hundredHiresPollingTrigger';
	const id = await n8n.createWorkflow(polling);
	workflowIds.push(id);
	await n8n.activate(id);
	sandbox.faults.next(1000, { status: 401 });
	const [failed] = await n8n.waitForExecutions(id, 1, { status: 'error' });
	told.push(String(failed.error));
	expect(failed.error).toContain('401');
	sandbox.faults.clear();
	sandbox.faults.next(1000, { dropConnection: true });
	await n8n.waitForExecutions(id, 2, { status: 'error', timeoutMs: 120_000 });
	sandbox.faults.clear();
	await n8n.deactivate(id);
});

test('operations fail, with and without going on', async () => {
	const { sandbox } = setup;
	const replies: Reply[] = [
		{ status: 200, body: '<html>' },
		{ status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":' },
		{ status: 502, body: 'Bad Gateway' },
	];
	let [answer] = replies;
	const stranger = await listen(() => answer);
	const nobody = await listen(() => answer);
	await nobody.close();
	const accounts = {
		known: setup.credentialId,
		wrong: await credential(WRONG_KEY, sandbox.baseUrl),
		stranger: await credential(sandbox.apiKey, `${stranger.url}/v2`),
		nobody: await credential(sandbox.apiKey, `${nobody.url}/v2`),
	};
	const open = async (id: string, onError: string, parameters: object) => {
		const node = {
			name: '100Hires',
			type: 'n8n-nodes-100hires.hundredHires',
			parameters: { options: { rateLimitWait: 0 }, ...parameters },
			credentials: { hundredHiresApi: { id, name: '100Hires' } },
			onError,
		};
		const opened = await openFlow(n8n, answering([node]));
		workflowIds.push(opened.workflowId);
		return async () => told.push(JSON.stringify(await opened.call()));
	};
	const reading = { resource: 'user', operation: 'getAll' };
	const writing = { resource: 'candidate', operation: 'create', firstName: 'Ada', lastName: 'B' };
	try {
		const writes: Array<() => Promise<unknown>> = [];
		for (const onError of ['continueRegularOutput', 'stopWorkflow']) {
			const [read, write, ask] = [
				await open(accounts.known, onError, reading),
				await open(accounts.known, onError, writing),
				await open(accounts.stranger, onError, writing),
			];
			writes.push(write);
			for (const status of [400, 401, 403, 500]) {
				sandbox.faults.next(20, { status });
				if (status !== 500) await read();
				await write();
				sandbox.faults.clear();
			}
			sandbox.faults.next(20, { dropConnection: true });
			await write();
			sandbox.faults.clear();
			for (const reply of replies) {
				answer = reply;
				await ask();
			}
		}
		// Last, since n8n then leaves the key alone for as long as it was told.
		sandbox.faults.next(20, { status: 429, headers: { 'retry-after': '600' } });
		for (const write of writes) await write();
		for (const account of [accounts.wrong, accounts.nobody])
			await (
				await open(account, 'stopWorkflow', writing)
			)();
	} finally {
		await stranger.close();
	}
	expect(told.filter((each) => /refused|could not|answer/i.test(each)).length).toBeGreaterThan(10);
});

test('and n8n tells no secret: not in its log, not in an execution, not to a user', async () => {
	noteSignatures();
	const summaries = async () =>
		(await Promise.all(workflowIds.map(async (id) => await n8n.executionSummaries(id)))).flat();
	const executions = await until(
		'all executions to end',
		async () => {
			const all = await summaries();
			return all.some(({ status }) => ['new', 'running'].includes(status)) ? undefined : all;
		},
		60_000,
	);
	expect(executions.length).toBeGreaterThan(30);
	const recorded: string[] = [];
	for (const { id } of executions)
		recorded.push(JSON.stringify((await n8n.request('GET', `/rest/executions/${id}`)).data));

	const log = n8n.output();
	// It says much, and of everything that was done.
	expect(log).toMatch(/debug/);
	expect(log).toContain('refused a delivery (mismatch)');
	expect(recorded.join()).toContain('ada@example.com');
	// By design, as n8n's own triggers do it: the workflow's static data, in n8n's database, is where the secret is kept.
	const [workflowId] = workflowIds;
	const [webhook] = setup.sandbox.webhooks.all();
	expect(JSON.stringify(await n8n.staticData(workflowId))).toContain(webhook.secrets[0]);
	const found: string[] = [];
	for (const [what, secret] of secrets) {
		for (const [where, texts] of Object.entries({ log: [log], execution: recorded, told }))
			for (const each of texts) {
				const at = each.indexOf(secret);
				if (at >= 0)
					found.push(`${what} in ${where}: ${each.slice(Math.max(0, at - 120), at)}[here]`);
			}
	}
	expect(found).toEqual([]);
});

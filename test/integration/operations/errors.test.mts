import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('a wrong key, and a company that is not verified yet, are told together', async () => {
	const wrong = actionAt({ apiKey: 'wrong', baseUrl: sandbox.baseUrl });
	const message =
		/^Could not list the candidates \(HTTP 401\): 100Hires does not accept the API key\..*verified/s;
	await expect(wrong('candidate', 'getAll')).rejects.toThrow(message);
	sandbox.unverified = true;
	await expect(run('candidate', 'getAll')).rejects.toThrow(message);
});

test('what the user of the key may not do is told as a matter of permission', async () => {
	sandbox.forbidden.add('GET /candidates');
	await expect(run('candidate', 'getAll')).rejects.toThrow(/HTTP 403.*administrator/s);
});

test('what is not there is named', async () => {
	await expect(run('application', 'hire', { applicationId: byId(999) })).rejects.toThrow(
		/hire the candidate of application 999 \(HTTP 404\).*still exists/s,
	);
});

test('what 100Hires finds wrong is told by field', async () => {
	const running = run('candidate', 'create', { email: 'no address' });
	await expect(running).rejects.toThrow(
		/^Could not create the candidate \(HTTP 400\): email: /,
	);
});

test('an item that is refused becomes its message, the others go on, and each keeps its origin', async () => {
	const [first, second] = applyTo(sandbox, 2).map(({ id }) => id);
	const items = itemsWith([first, 999, '', second]);
	const got = await run(
		'application',
		'get',
		{ applicationId: ITEM_ID },
		{ items, continueOnFail: true },
	);
	expect(got.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([
		[first, { item: 0 }],
		[expect.stringMatching(/HTTP 404/), { item: 1 }],
		[expect.stringMatching(/^'Application' is empty\./), { item: 2 }],
		[second, { item: 3 }],
	]);
});

test('the item that stopped everything is named, and nothing is done after it', async () => {
	const [first, second] = applyTo(sandbox, 2).map(({ id }) => id);
	const items = itemsWith([first, 999, second]);
	await expect(
		run('application', 'hire', { applicationId: ITEM_ID }, { items }),
	).rejects.toMatchObject({ context: { itemIndex: 1 } });
	expect(sandbox.world.application(first).status).toBe('hired');
	expect(sandbox.world.application(second).status).toBe('active');
});

test('neither the key nor a secret stands in what comes out or in what is said', async () => {
	const created = await run('webhook', 'create', { url: 'https://n8n.example.test/webhook/1' });
	const listed = await run('webhook', 'getAll');
	// The secret is told once, to whoever asked for it.
	expect(JSON.stringify(listed)).not.toContain(created[0].json.signing_secret);
	const [failed] = await run(
		'application',
		'get',
		{ applicationId: byId(999) },
		{ continueOnFail: true },
	);
	expect(JSON.stringify([failed, listed])).not.toContain(sandbox.apiKey);
	const thrown: unknown = await run('application', 'get', { applicationId: byId(999) }).catch(
		(error: unknown) => error,
	);
	expect(thrown).toBeInstanceOf(Error);
	expect(JSON.stringify(thrown)).not.toContain(sandbox.apiKey);
});

import {
	EVENT_LABELS,
	EVENT_NAMES,
	startHiresSandbox,
	type Dialect,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../sandbox/hires/index.mts';
import { client } from '../helpers/sandboxSetup.mts';

const URL = 'https://n8n.example.com/webhook/1';

let sandbox: HiresSandbox;
let call: ReturnType<typeof client>;

async function start(dialect: Dialect, options: HiresSandboxOptions = {}): Promise<void> {
	sandbox = await startHiresSandbox({ dialect, ...options });
	call = client(sandbox);
}

afterEach(async () => await sandbox.close());

const invalid = (field: string) => ({
	status: 400,
	body: { error: { name: 'Validation Error', validation_errors: { [field]: expect.any(String) } } },
});

describe('the dialect of the OpenAPI document', () => {
	beforeEach(async () => await start('openapi'));

	test.each([
		['a company', '/companies/42/webhooks', null],
		['a job, by ID', '/jobs/301/webhooks', 301],
		['a job, by alias', '/jobs/backend-developer/webhooks', 301],
	])('the webhooks of %s: made, listed, rotated, removed', async (_name, path, jobId) => {
		const made = await call('POST', path, { url: URL });
		const { id, signing_secret: secret } = made.body;
		expect(made).toMatchObject({ status: 200, body: { url: URL } });
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(sandbox.webhooks.all()).toMatchObject([{ id, jobId, events: null, secrets: [secret] }]);
		expect((await call('GET', path)).body).toEqual({
			webhooks: [{ id, url: URL }],
			pagination: { page_size: 20, page_count: 1, page: 1, total_count: 1 },
		});
		const rotated = await call('POST', `${path}/${String(id)}/rotate-secret`);
		expect(rotated.body).toMatchObject({ id, url: URL });
		expect(rotated.body.signing_secret).not.toBe(secret);
		expect(sandbox.webhooks.all()[0].secrets).toEqual([rotated.body.signing_secret, secret]);
		const removed = await call('DELETE', `${path}/${String(id)}`);
		expect(removed).toMatchObject({ status: 200, body: { success: true } });
		expect(await call('DELETE', `${path}/${String(id)}`)).toMatchObject({ status: 404 });
		expect(sandbox.webhooks.all()).toEqual([]);
	});

	test('takes the URL alone, more than once, and knows no other place', async () => {
		const path = '/companies/42/webhooks';
		expect(await call('POST', path, { url: URL, events: ['candidate.hired'] })).toMatchObject(
			invalid('events'),
		);
		expect(await call('POST', path, {})).toMatchObject(invalid('url'));
		await call('POST', path, { url: URL });
		await call('POST', path, { url: URL });
		expect(sandbox.webhooks.all()).toHaveLength(2);
		expect(await call('POST', '/webhooks', { url: URL })).toMatchObject({ status: 404 });
		expect(await call('GET', '/companies/43/webhooks')).toMatchObject({ status: 404 });
		expect(await call('GET', '/jobs/999/webhooks')).toMatchObject({ status: 404 });
	});

	test('a webhook is not found in another place than its own', async () => {
		const { id } = sandbox.webhooks.add({ url: URL, jobId: 301 });
		for (const place of ['companies/42', 'jobs/302']) {
			expect(await call('DELETE', `/${place}/webhooks/${id}`)).toMatchObject({ status: 404 });
		}
		expect(sandbox.webhooks.all()).toHaveLength(1);
	});
});

test.each([
	'http://n8n.example.com/webhook',
	'https://localhost/webhook',
	'https://n8n/webhook',
	'https://n8n.local/webhook',
	'https://127.0.0.1/webhook',
	'https://192.168.1.4/webhook',
	'https://10.1.2.3/webhook',
	'https://169.254.169.254/webhook',
	'https://[::1]/webhook',
	'https://[fd00::1]/webhook',
	'https://[::ffff:192.168.1.4]/webhook',
	'n8n.example.com/webhook',
	`https://n8n.example.com/${'x'.repeat(2048)}`,
])('%.60s is no URL for a webhook', async (url) => {
	await start('openapi');
	expect(await call('POST', '/companies/42/webhooks', { url })).toMatchObject(invalid('url'));
});

test('local URLs are taken on request', async () => {
	await start('openapi', { allowLocalUrls: true });
	const url = 'http://127.0.0.1:5678/webhook/1';
	expect(await call('POST', '/companies/42/webhooks', { url })).toMatchObject({ status: 200 });
});

describe('the dialect of the help article', () => {
	beforeEach(async () => await start('article'));

	test.each([
		['a company', '/webhooks', null],
		['a job', '/jobs/301/webhooks', 301],
	])('the webhooks of %s: made with their events, listed, removed', async (_name, path, jobId) => {
		const events = ['candidate.hired', EVENT_LABELS['ai_score.generated']];
		const made = await call('POST', path, { url: URL, events });
		const row = { id: made.body.id, url: URL, events: ['candidate.hired', 'ai_score.generated'] };
		expect(made.body).toEqual({ ...row, signing_secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
		expect(sandbox.webhooks.all()).toMatchObject([{ jobId, events: row.events }]);
		expect((await call('GET', path)).body.webhooks).toEqual([row]);
		const own = `${path}/${String(row.id)}`;
		expect(await call('POST', `${own}/rotate-secret`)).toMatchObject({ status: 404 });
		expect(await call('DELETE', own)).toMatchObject({ status: 200, body: { success: true } });
		expect(sandbox.webhooks.all()).toEqual([]);
	});

	test('wants events that it knows, and knows no webhooks under companies', async () => {
		for (const events of [undefined, [], 'candidate.hired', ['candidate.fired']]) {
			expect(await call('POST', '/webhooks', { url: URL, events })).toMatchObject(
				invalid('events'),
			);
		}
		expect(await call('POST', '/webhooks', { url: URL, events: EVENT_NAMES })).toMatchObject({
			status: 200,
		});
		expect(await call('GET', '/companies/42/webhooks')).toMatchObject({ status: 404 });
	});
});

import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { trigger } from '../harness/contexts.mts';
import {
	atJob,
	calls,
	expectOne,
	jobs,
	node,
	sandbox,
	start,
} from './helpers/registrationSetup.mts';

afterEach(async () => await sandbox.close());

describe('messages name what happened and the cure', () => {
	beforeEach(async () => await start('openapi'));

	test('no event, no job', async () => {
		await expect(node({ events: [] }).activate()).rejects.toThrow(
			/choose at least one in 'Events'/,
		);
		await expect(node(atJob('')).activate()).rejects.toThrow(/choose one in 'Job'/);
		expect(calls()).toEqual([]);
		// n8n cleans up after a failed activation: that must not fail in turn.
		await expect(node({ events: [] }).deactivate()).resolves.toBe(true);
		await expect(node(atJob('')).deactivate()).resolves.toBe(true);
	});

	test('a wrong key, and a company that is not verified', async () => {
		const wrong = trigger(new HundredHiresTrigger(), {
			credential: { apiKey: 'wrong', baseUrl: sandbox.baseUrl },
		});
		await expect(wrong.activate()).rejects.toThrow(/HTTP 401.*API key.*verified/s);
		sandbox.unverified = true;
		await expect(node().activate()).rejects.toThrow(/verified/);
	});

	test('a key that may not see the company’s webhooks: for one job it works', async () => {
		sandbox.forbidden.add(`/companies/`);
		await expect(node().activate()).rejects.toThrow(/HTTP 403.*administrator.*One Job/s);
		const it = node(atJob(jobs()[0]));
		await it.activate();
		expectOne(it, { scope: 'job' });
	});

	test('a job that does not exist', async () => {
		await expect(node(atJob(999999)).activate()).rejects.toThrow(
			/webhooks of job 999999.*HTTP 404/s,
		);
		await expect(node(atJob(999999)).deactivate()).resolves.toBe(true);
	});

	test('an address that 100Hires does not take is passed on with its reason', async () => {
		const it = node({}, { webhookBase: 'http://localhost:5678/webhook' });
		await expect(it.activate()).rejects.toThrow(/http:\/\/localhost:5678.*HTTP 400.*url/s);
	});

	test('with the production address of the API it is refused before any request, and deactivation has nothing to do', async () => {
		for (const webhookBase of ['http://localhost:5678/webhook', 'https://192.168.1.4/webhook']) {
			const it = trigger(new HundredHiresTrigger(), {
				credential: { apiKey: 'key', baseUrl: 'https://api.100hires.com/v2/' },
				webhookBase,
			});
			await expect(it.activate()).rejects.toThrow(
				new RegExp(
					`${webhookBase}.*N8N_WEBHOOK_URL .before n8n 2.30: WEBHOOK_URL. .*Polling Trigger`,
					's',
				),
			);
			await expect(it.deactivate()).resolves.toBe(true);
		}
	});

	test('100Hires cannot be reached', async () => {
		const it = trigger(new HundredHiresTrigger(), {
			credential: { apiKey: 'key', baseUrl: 'http://127.0.0.1:9/v2' },
		});
		await expect(it.activate()).rejects.toThrow(/could not be reached.*127\.0\.0\.1:9/s);
	});
});

test('the company ID of the credential goes first', async () => {
	await start('openapi', { companyId: 77 });
	const it = trigger(new HundredHiresTrigger(), {
		credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl, companyId: '77' },
	});
	await it.activate();
	expect(calls()).toEqual(['GET /companies/77/webhooks', 'POST /companies/77/webhooks']);
});

test('a used-up key is told when to come back, and is not asked again before', async () => {
	await start('openapi', { rateLimit: { limit: 1, windowSeconds: 600 } });
	const it = node();
	await expect(it.activate()).rejects.toThrow(/HTTP 429.*Try again after \d{4}-/s);
	const asked = calls().length;
	await expect(it.activate()).rejects.toThrow(/HTTP 429/);
	expect(calls()).toHaveLength(asked);
});

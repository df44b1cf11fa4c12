import type { IDataObject } from 'n8n-workflow';
import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { trigger, workflows } from '../harness/contexts.mts';
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

	const UNREADABLE: Array<[string, unknown, string[]]> = [
		['a host name', 'hires.example.com', ['"hires.example.com"']],
		['a prefix that is too long', '203.0.113.0/33', ['"203.0.113.0/33"']],
		['a range with a dash', '203.0.113.1-203.0.113.9', ['"203.0.113.1-203.0.113.9"']],
		['a blank in place of a comma', '203.0.113.7 203.0.113.8', ['"203.0.113.7 203.0.113.8"']],
		['an octet that is too large', '203.0.113.256', ['"203.0.113.256"']],
		['one bad entry among good ones', '203.0.113.7, x, 2001:db8::1', ['"x"']],
		['two bad entries', 'x, 203.0.113.7, y', ['"x"', '"y"']],
		['a comma alone', ',', ['no address']],
		['a line break in an entry', 'x\nforged', ['"x\\nforged"']],
		['a number', 203, ['"203"']],
		['an empty list', [], ['no address']],
		["an expression's text", "={{ 'hires.example.com' }}", ['"hires.example.com"']],
		[
			"an expression's list",
			"={{ ['203.0.113.7', 'x', { ip: 1 }] }}",
			['"x"', '"[object Object]"'],
		],
		["an expression's truth value", '={{ true }}', ['"true"']],
		['an expression that gives undefined', '={{ undefined }}', ['no address']],
		['an expression that gives null', '={{ null }}', ['no address']],
		['an expression that gives an empty text', "={{ '' }}", ['no address']],
		['an expression that gives an empty list', '={{ [] }}', ['no address']],
		['an expression that gives a list of nothing', "={{ [null, ''] }}", ['no address']],
		['a variable that is not there', '={{ $vars.none }}, {{ $vars.none }}', ['no address']],
		['an expression without a text', '=', ['no address']],
	];
	test.each(UNREADABLE)(
		"'Allowed IPs' that cannot be read are named before any request: %s",
		async (_name, allowedIps, named) => {
			const it = node({ options: { allowedIps } as IDataObject });
			const error = await it.activate().catch((caught: unknown) => caught);
			expect(error).toBeInstanceOf(workflows().NodeOperationError);
			const { message } = error as Error;
			for (const part of ["'Allowed IPs'", ...named]) expect(message).toContain(part);
			expect(message).toContain('203.0.113.7 or 203.0.113.0/24, separated by commas');
			expect(message).not.toMatch(/\n/);
			expect(calls()).toEqual([]);
			// n8n cleans up after a failed activation: that must not fail in turn.
			await expect(it.deactivate()).resolves.toBe(true);
		},
	);

	test.each([
		['left empty', ''],
		['left blank', ' '],
		['with a comma at the end', '203.0.113.7, 2001:db8::/32,'],
		['with each address on a line of its own', '203.0.113.7,\n203.0.113.8'],
		['as an expression', "={{ ['203.0.113.7'] }}"],
	])("'Allowed IPs' %s is no reason to refuse", async (_name, allowedIps) => {
		const it = node({ options: { allowedIps } });
		await it.activate();
		expectOne(it, { scope: 'company' });
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

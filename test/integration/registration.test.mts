import type { IDataObject } from 'n8n-workflow';
import { recordLog } from '../harness/contexts.mts';
import { EVENT_NAMES, startHiresSandbox, type Dialect } from '../sandbox/hires/index.mts';
import {
	atJob,
	calls,
	expectOne,
	jobs,
	node,
	own,
	sandbox,
	secretsHeld,
	start,
	STATIC,
} from './helpers/registrationSetup.mts';

const OTHER_URL = 'https://other.example.com/webhook';

afterEach(async () => await sandbox.close());

describe.each<Dialect>(['openapi', 'article'])('the %s dialect', (dialect) => {
	let neighbour: { id: number; secrets: string[] };
	beforeEach(async () => {
		await start(dialect);
		neighbour = sandbox.webhooks.add({
			url: OTHER_URL,
			events: dialect === 'article' ? [...EVENT_NAMES] : null,
		});
	});
	afterEach(() =>
		expect(own(OTHER_URL)).toEqual([
			expect.objectContaining({ id: neighbour.id, secrets: neighbour.secrets }),
		]),
	);

	const events = () => (dialect === 'article' ? [...EVENT_NAMES] : null);

	test('nothing there: one webhook, in few requests; then a look is enough, and a new secret where there can be one', async () => {
		const first = node();
		expect(await first.activate()).toEqual({ existed: false });
		expectOne(first, { scope: 'company', jobId: null });
		expect(calls().length).toBeLessThanOrEqual(5);

		sandbox.requests.clear();
		expect(await first.activate()).toEqual({ existed: true });
		expect(calls()).toHaveLength(dialect === 'openapi' ? 2 : 1);
		expectOne(first, { scope: 'company' });
	});

	test('activated again after a deactivation: two requests, one to remove', async () => {
		const it = node();
		await it.activate();
		sandbox.requests.clear();
		await it.deactivate();
		expect(calls()).toHaveLength(1);
		expect(own(it.url)).toEqual([]);
		expect(secretsHeld(it)).toEqual([]);
		sandbox.requests.clear();
		await it.activate();
		expect(calls()).toHaveLength(2);
		expectOne(it, { scope: 'company' });
	});

	test('for one job, by ID or by alias', async () => {
		const [jobId] = jobs();
		const it = node(atJob(jobId));
		await it.activate();
		expectOne(it, { scope: 'job', jobId });
		expect(calls().length).toBeLessThanOrEqual(5);
		sandbox.requests.clear();
		expect(await it.activate()).toEqual({ existed: true });
		expect(calls().length).toBeLessThanOrEqual(3);
		await it.deactivate();
		const alias = sandbox.world.job(jobId).alias;
		const byAlias = node(atJob(`https://app.100hires.com/job/${alias}/candidates/pipeline`, 'url'));
		await byAlias.activate();
		expectOne(byAlias, { scope: 'job', jobId });
	});

	test('the static data is gone: the webhook is taken over with a new secret, or made anew', async () => {
		const before = node();
		await before.activate();
		const after = node();
		await after.activate();
		expectOne(after, { scope: 'company' });
	});

	test('a backup with a secret that was replaced since', async () => {
		const it = node();
		await it.activate();
		const backup = it.staticData();
		const [{ id }] = own(it.url);
		if (dialect === 'openapi') sandbox.webhooks.endGrace(sandbox.webhooks.rotate(id).id);
		const restored = node({}, { staticData: backup });
		await restored.activate();
		expectOne(restored, { scope: 'company' });
	});

	test('several copies of its URL, its own among them', async () => {
		const it = node();
		await it.activate();
		const [kept] = own(it.url);
		for (let n = 0; n < 3; n++) sandbox.webhooks.add({ url: it.url, events: events() });
		await it.activate();
		expectOne(it, { scope: 'company' });
		expect(own(it.url)[0].id).toBe(kept.id);
	});

	test('copies beyond the first page of the list', async () => {
		for (let n = 0; n < 230; n++)
			sandbox.webhooks.add({ url: `https://other.example.com/${n}`, events: events() });
		const it = node();
		sandbox.webhooks.add({ url: it.url, events: events() });
		await it.activate();
		expectOne(it, { scope: 'company' });
		expect(sandbox.webhooks.all()).toHaveLength(232);
	});

	test('its own webhook was removed at 100Hires', async () => {
		const it = node();
		await it.activate();
		sandbox.webhooks.remove(own(it.url)[0].id);
		expect(await it.activate()).toEqual({ existed: false });
		expectOne(it, { scope: 'company' });
	});

	test('a copy in the other scope, in both directions, and one of another job', async () => {
		const [one, two] = jobs();
		const company = node();
		await company.activate();
		const staticData = company.staticData();
		const forOne = node(atJob(one), { staticData });
		await forOne.activate();
		expectOne(forOne, { scope: 'job', jobId: one });
		const forTwo = node(atJob(two), { staticData: forOne.staticData() });
		await forTwo.activate();
		expectOne(forTwo, { scope: 'job', jobId: two });
		const back = node({}, { staticData: forTwo.staticData() });
		await back.activate();
		expectOne(back, { scope: 'company' });
	});

	test('a copy of the company’s, unknown to the records, is removed for a job', async () => {
		const it = node(atJob(jobs()[0]));
		sandbox.webhooks.add({ url: it.url, events: events() });
		await it.activate();
		expectOne(it, { scope: 'job' });
	});

	test('other events than those that are registered', async () => {
		const staticData = await (async () => {
			const all = node();
			await all.activate();
			return all.staticData();
		})();
		const fewer = node({ events: ['candidate.hired'] }, { staticData });
		await fewer.activate();
		expectOne(fewer, { scope: 'company' });
		if (dialect === 'article') expect(own(fewer.url)[0].events).toEqual(['candidate.hired']);
	});

	test('listening for a test event has a webhook of its own and leaves that of production alone', async () => {
		const production = node();
		await production.activate();
		const before = own(production.url);
		const listening = node({}, { test: true });
		await listening.activate();
		expect(listening.url).not.toBe(production.url);
		expectOne(listening, { scope: 'company' });
		await listening.deactivate();
		expect(own(listening.url)).toEqual([]);
		expect(own(production.url)).toEqual(before);
	});

	test('a deactivation without static data removes by URL; one that is gone already is as good as removed', async () => {
		const it = node();
		await it.activate();
		await node().deactivate();
		expect(own(it.url)).toEqual([]);
		await expect(it.deactivate()).resolves.toBe(true);
		await expect(node().deactivate()).resolves.toBe(true);
	});

	test('a workflow copied with its static data to another n8n leaves the first one’s webhook alone', async () => {
		const production = node();
		await production.activate();
		const before = own(production.url);
		const log = recordLog();
		const staging = node(
			{},
			{ staticData: production.staticData(), webhookBase: 'https://staging.example.test/webhook' },
		);
		await staging.deactivate();
		expect(log.join()).toContain(production.url);
		await staging.activate();
		expectOne(staging, { scope: 'company' });
		await staging.deactivate();
		expect(own(production.url)).toEqual(before);
	});

	test('an address in a copied workflow cannot forge a line of the log', async () => {
		const webhook = {
			id: '5\n6',
			url: 'x\r\n\u2028\u202eforged',
			path: '/',
			events: [],
			secrets: [],
		};
		const log = recordLog();
		await node({}, { staticData: { [STATIC]: { registration: webhook } } }).deactivate();
		expect(log).toHaveLength(1);
		const [, message] = JSON.parse(log[0]) as string[];
		expect(message).toContain('webhook "5\\n6" alone: it calls "x\\r\\n\\u2028\\u202eforged"');
		expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
	});

	test('the answer to the create was lost: the next try takes it over', async () => {
		const it = node();
		sandbox.faults.next(
			1,
			{ dropAfterHandling: true },
			(request) => request.method === 'POST' && /webhooks$/.test(request.path),
		);
		await expect(it.activate()).rejects.toThrow(/could not be reached/);
		await it.deactivate();
		await it.activate();
		expectOne(it, { scope: 'company' });
	});

	test('a deletion that fails is an error; tried again it succeeds', async () => {
		const it = node();
		await it.activate();
		sandbox.faults.next(1, { status: 500 });
		await expect(it.deactivate()).rejects.toThrow(/HTTP 500/);
		expect(secretsHeld(it)).toHaveLength(1);
		await it.deactivate();
		expect(own(it.url)).toEqual([]);
	});

	describe('a credential that was changed to that of another server', () => {
		/** Another server, where the same number is somebody else's webhook. */
		async function startOther(id: number) {
			const other = await startHiresSandbox({ dialect });
			while (other.webhooks.all().every((webhook) => webhook.id < id))
				other.webhooks.add({ url: 'https://other.example.test/hook' });
			return other;
		}

		test.each([
			['unpublished', async (it: ReturnType<typeof node>) => void (await it.deactivate())],
			['published', async (it: ReturnType<typeof node>) => void (await it.activate())],
		])(
			'%s: nothing is removed by its number, and what is left behind is said',
			async (_name, act) => {
				const it = node();
				await it.activate();
				const [{ id }] = own(it.url);
				const other = await startOther(id);
				try {
					const neighbours = other.webhooks.all().map((webhook) => webhook.id);
					const credential = { apiKey: other.apiKey, baseUrl: other.baseUrl };
					const moved = node({}, { staticData: it.staticData(), credential });
					const log = recordLog();
					await act(moved);
					const left = other.webhooks.all().map((webhook) => webhook.id);
					expect(left).toEqual(expect.arrayContaining(neighbours));
					expect(log.join()).toMatch(new RegExp(`left webhook .{0,2}${id}.{0,2} alone`));
					expect(log.join()).toContain(sandbox.baseUrl);
					expect(own(it.url)).toHaveLength(1);
				} finally {
					await other.close();
				}
			},
		);
	});

	test('unpublished with a new key of the same account: it is removed all the same', async () => {
		const it = node();
		await it.activate();
		const stale = it.staticData();
		Object.assign((stale[STATIC] as { registration: IDataObject }).registration, {
			keyDigest: 'of the key before',
		});
		const log = recordLog();
		await node({}, { staticData: stale }).deactivate();
		expect(own(it.url)).toEqual([]);
		expect(log.join()).not.toContain('alone');
	});

	const isRemoval = ({ method }: { method: string }) => method === 'DELETE';

	test('a removal that something else answers with 404 is none', async () => {
		const it = node();
		await it.activate();
		const page = { status: 404, body: '<title>Not found</title>', contentType: 'text/html' };
		sandbox.faults.next(1, page, isRemoval);
		await expect(it.deactivate()).rejects.toThrow(/^Could not remove webhook .*HTTP 404/);
		expect([own(it.url).length, secretsHeld(it).length]).toEqual([1, 1]);
	});

	test('a removal that is answered with nothing is done where the list says so', async () => {
		const it = node();
		await it.activate();
		sandbox.faults.next(1, { body: '', afterHandling: true }, isRemoval);
		await it.deactivate();
		expect([own(it.url).length, secretsHeld(it).length]).toEqual([0, 0]);
		await it.activate();
		sandbox.faults.next(1, { body: '' }, isRemoval);
		await expect(it.deactivate()).rejects.toThrow(/^Could not remove webhook/);
		expect([own(it.url).length, secretsHeld(it).length]).toEqual([1, 1]);
	});

	test('a new API key: what was found out is found out anew', async () => {
		const it = node();
		await it.activate();
		const stale = it.staticData();
		(stale[STATIC] as IDataObject).findings = {
			keyDigest: 'another',
			dialect: dialect === 'article' ? 'openapi' : 'article',
			companyId: 7,
		};
		const again = node({}, { staticData: stale });
		expect(await again.activate()).toEqual({ existed: true });
		expectOne(again, { scope: 'company' });
	});
});

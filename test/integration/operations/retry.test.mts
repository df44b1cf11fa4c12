import { freePorts } from '../../harness/environment.mts';
import {
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';

const opened: HiresSandbox[] = [];
afterEach(async () => {
	await Promise.all(opened.splice(0).map(async (sandbox) => await sandbox.close()));
});

async function open(options: HiresSandboxOptions = {}) {
	const sandbox = await startHiresSandbox(options);
	opened.push(sandbox);
	const ids = applyTo(sandbox, 5).map(({ id }) => id);
	const run = actionAt(sandbox);
	const statuses = () => sandbox.requests.all().map(({ status }) => status);
	const get = async (options = {}) =>
		await run('application', 'get', { applicationId: ITEM_ID, options }, { items: itemsWith(ids) });
	return { sandbox, run, ids, statuses, get };
}

describe('a key with few requests', () => {
	const rateLimit = { limit: 3, windowSeconds: 2 };

	test('waits for the reset when the last answer said that none is left, and is never refused', async () => {
		const { get, statuses, ids } = await open({ rateLimit });
		expect((await get()).map(({ json }) => json.id)).toEqual(ids);
		expect(statuses()).toEqual([200, 200, 200, 200, 200]);
	});

	test('that others used up meanwhile is refused once, and then waits', async () => {
		const { sandbox, get, statuses } = await open({ rateLimit });
		const headers = { authorization: `Bearer ${sandbox.apiKey}` };
		for (let n = 0; n < 3; n++) await fetch(`${sandbox.baseUrl}/users`, { headers });
		sandbox.requests.clear();
		expect(await get()).toHaveLength(5);
		expect(statuses().filter((status) => status === 429)).toEqual([429]);
	});

	test('says when it can be used again, where it may not wait', async () => {
		const { get, statuses } = await open({ rateLimit: { limit: 3, windowSeconds: 600 } });
		await expect(get({ rateLimitWait: 0 })).rejects.toMatchObject({
			message: expect.stringMatching(
				/^Could not get application \d+ \(HTTP 429\).*Try again after \d{4}-/s,
			) as string,
			context: { itemIndex: 3 },
		});
		expect(statuses()).toEqual([200, 200, 200]);
		// Longer than it may wait is the same as not at all.
		await expect(get({ rateLimitWait: 1 })).rejects.toThrow(/HTTP 429/);
		expect(statuses()).toEqual([200, 200, 200]);
	});
});

describe('a 100Hires that fails', () => {
	const item = (id: number) => ({ applicationId: byId(id) });

	test.each([
		['an answer of 503', { status: 503 }],
		['a broken connection', { dropConnection: true }],
		['an answer that is lost', { dropAfterHandling: true }],
	])('%s: a read is tried again', async (_name, fault) => {
		const { sandbox, run, ids } = await open();
		sandbox.faults.next(1, fault);
		const [found] = await run('application', 'get', item(ids[0]));
		expect(found.json.id).toBe(ids[0]);
		expect(sandbox.requests.all()).toHaveLength(2);
	});

	test.each([
		['an answer of 503', { status: 503 }, /HTTP 503.*It may have been done/],
		['a broken connection', { dropConnection: true }, /no answer came.*It may have been done/],
		[
			'an answer that is lost',
			{ dropAfterHandling: true },
			/no answer came.*It may have been done/,
		],
	])('%s: a write is not, since it may have been done', async (_name, fault, message) => {
		const { sandbox, run, ids } = await open();
		sandbox.faults.next(1, fault);
		await expect(run('application', 'hire', item(ids[0]))).rejects.toThrow(message);
		expect(sandbox.requests.all()).toHaveLength(1);
	});

	test('a write is tried again where nothing can have reached 100Hires', async () => {
		const [port] = await freePorts(1);
		const apiKey = 'key';
		const run = actionAt({ apiKey, baseUrl: `http://127.0.0.1:${port}/v2` });
		const writing = run('candidate', 'create', { additionalFields: { email: 'ada@example.test' } });
		const sandbox = await startHiresSandbox({ port, apiKey });
		opened.push(sandbox);
		const [created] = await writing;
		expect(sandbox.world.candidates.has(Number(created.json.id))).toBe(true);
		expect(sandbox.requests.all()).toHaveLength(1);
	});
});

describe('a file', () => {
	const fileAt = (sandbox: HiresSandbox) => {
		const { uuid } = sandbox.world.addResume('Ten years of Rust', 'ada.pdf');
		return `${sandbox.baseUrl}/files/${uuid}/download`;
	};

	test('waits for the reset of the rate limit as other reads do', async () => {
		const { sandbox, run, statuses } = await open({ rateLimit: { limit: 3, windowSeconds: 2 } });
		const fileUrl = fileAt(sandbox);
		const headers = { authorization: `Bearer ${sandbox.apiKey}` };
		for (let n = 0; n < 3; n++) await fetch(`${sandbox.baseUrl}/users`, { headers });
		sandbox.requests.clear();
		const [{ binary }] = await run('attachment', 'download', { fileUrl });
		expect(binary!.data).toMatchObject({ fileName: 'ada.pdf' });
		expect(statuses()).toEqual([429, 200]);
	});

	test.each([
		['an answer of 503', { status: 503 }],
		['a broken connection', { dropConnection: true }],
	])('%s: it is fetched again', async (_name, fault) => {
		const { sandbox, run } = await open();
		const fileUrl = fileAt(sandbox);
		sandbox.faults.next(1, fault);
		const [{ binary }] = await run('attachment', 'download', { fileUrl });
		expect(binary!.data).toMatchObject({ fileName: 'ada.pdf' });
		expect(sandbox.requests.all()).toHaveLength(2);
	});

	test('that is gone is said with the cure', async () => {
		const { sandbox, run } = await open();
		const fileUrl = `${sandbox.baseUrl}/files/no-such-file/download`;
		await expect(run('attachment', 'download', { fileUrl })).rejects.toThrow(
			'Could not get the file (HTTP 404). Check that it still exists',
		);
	});
});

import { FALSE_SUCCESSES, REDIRECTS, startSecondServer } from '../../sandbox/misbehaving.mts';
import { applicant, call, sandbox, start, stop } from '../helpers/sandboxSetup.mts';

beforeEach(async () => await start());
afterEach(stop);

const ask = async (method = 'GET', path = '/jobs', init: RequestInit = {}): Promise<Response> =>
	await fetch(sandbox.baseUrl + path, {
		method,
		headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' },
		...init,
	});

test('a text in place of the answer; nothing is done', async () => {
	const { id } = applicant();
	sandbox.faults.next(2, { body: '<p>', contentType: 'text/html' });
	for (const method of ['GET', 'DELETE']) {
		const answer = await ask(method, `/applications/${id}`);
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
		expect(await answer.text()).toBe('<p>');
	}
	expect(sandbox.world.applications.has(id)).toBe(true);
	sandbox.faults.next(1, { body: 'null', status: 203 });
	const answer = await ask();
	expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
		203,
		'application/json; charset=utf-8',
		'null',
	]);
});

test('a text in place of the answer, once all is done', async () => {
	sandbox.faults.next(1, { body: '{}', afterHandling: true });
	const { status, body } = await call('POST', '/forms', { name: 'A', questions: [] });
	expect([status, body]).toEqual([200, {}]);
	const { body: list } = await call('GET', '/forms');
	expect(JSON.stringify(list)).toContain('"name":"A"');
});

test('the answer, changed', async () => {
	const real = await call('GET', '/jobs');
	const seen: unknown[] = [];
	sandbox.faults.next(1, { rewrite: (body) => seen.push(body) && { jobs: null } });
	expect((await call('GET', '/jobs')).body).toEqual({ jobs: null });
	expect(seen).toEqual([real.body]);
});

test('a redirect', async () => {
	sandbox.faults.next(1, { redirectTo: 'http://127.0.0.1:1/x' });
	sandbox.faults.next(1, { redirectTo: 'http://127.0.0.1:1/x', status: 308 });
	for (const status of [302, 308]) {
		const answer = await ask('GET', '/jobs', { redirect: 'manual' });
		expect([answer.status, answer.headers.get('location')]).toEqual([
			status,
			'http://127.0.0.1:1/x',
		]);
	}
});

test('an answer that never ends, until the client hangs up', async () => {
	sandbox.faults.next(1, { drip: { everyMs: 1 } });
	const hangUp = new AbortController();
	const answer = await ask('GET', '/jobs', { signal: hangUp.signal });
	expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
	const reader = answer.body!.getReader();
	for (let n = 0; n < 3; n++) expect((await reader.read()).done).toBe(false);
	hangUp.abort();
	await expect(reader.read()).rejects.toThrow();
});

test('half an answer, although the whole was announced', async () => {
	const whole = await (await ask()).text();
	sandbox.faults.next(1, { cut: true });
	const answer = await ask();
	expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)));
	await expect(answer.text()).rejects.toThrow();
});

test('another date, or none', async () => {
	sandbox.faults.next(1, { date: 'Thu, 01 Jan 1970 00:00:00 GMT' });
	sandbox.faults.next(1, { date: null, status: 429, headers: { 'retry-after': '1' } });
	expect((await ask()).headers.get('date')).toBe('Thu, 01 Jan 1970 00:00:00 GMT');
	const { status, headers } = await ask();
	expect([status, headers.get('date'), headers.get('retry-after')]).toEqual([429, null, '1']);
	expect((await ask()).headers.get('date')).toMatch(/GMT$/);
});

test('always, for the requests that are meant, after what is to happen next', async () => {
	sandbox.faults.always({ status: 503 }, ({ path }) => path === '/jobs');
	sandbox.faults.next(1, { status: 502 });
	const statuses = async (...paths: string[]) => {
		const found: number[] = [];
		for (const path of paths) found.push((await ask('GET', path)).status);
		return found;
	};
	expect(await statuses('/jobs', '/jobs', '/users', '/jobs')).toEqual([502, 503, 200, 503]);
	sandbox.faults.clear();
	expect(await statuses('/jobs')).toEqual([200]);
});

test.each(FALSE_SUCCESSES)('%s has status 200', async (_name, fault) => {
	sandbox.faults.next(1, fault);
	expect((await ask()).status).toBe(200);
});

test.each(REDIRECTS)('a redirect with %s leads to the second server', async (name, redirectTo) => {
	const second = await startSecondServer();
	sandbox.faults.next(1, redirectTo(`${second.origin}/x?y=1`));
	const answer = await ask('POST', '/forms', { body: '{"name":"A"}' });
	expect(await answer.json()).toEqual({ id: 1, success: true });
	const isKept = ['307', '308'].includes(name);
	expect(second.requests).toMatchObject([
		{
			method: isKept ? 'POST' : 'GET',
			url: '/x?y=1',
			headers: { host: second.origin.slice('http://'.length) },
			body: isKept ? '{"name":"A"}' : '',
		},
	]);
	await second.close();
});

import { ManualClock } from '../../sandbox/hires/index.mts';
import { applicant, call, sandbox, start, stop } from '../helpers/sandboxSetup.mts';

afterEach(stop);

describe('who is let in', () => {
	beforeEach(async () => await start());

	test('a wrong key, and any key of a company that is not verified, get 401 in the API’s words', async () => {
		const refusal = {
			error: {
				name: 'Unauthorized',
				message: 'Your request was made with invalid credentials.',
				code: 0,
				status: 401,
			},
		};
		const wrong = await call('GET', '/jobs', undefined, { authorization: 'Bearer wrong' });
		expect(wrong).toMatchObject({ status: 401, body: refusal });
		sandbox.unverified = true;
		expect(await call('GET', '/jobs')).toMatchObject({ status: 401, body: refusal });
		sandbox.unverified = false;
		expect(await call('GET', '/jobs')).toMatchObject({ status: 200 });
	});

	test('what the key’s owner may not do gets 403, by path and by method', async () => {
		sandbox.forbidden.add('/companies/');
		sandbox.forbidden.add('POST /jobs/');
		expect(await call('GET', '/companies/career-site-settings')).toMatchObject({
			status: 403,
			body: { error: { message: 'You are not allowed to perform this action.' } },
		});
		expect(await call('GET', '/jobs/301')).toMatchObject({ status: 200 });
		expect(await call('POST', '/jobs/301/webhooks', {})).toMatchObject({ status: 403 });
		expect(await call('GET', '/jobs?company_id=7')).toMatchObject({ status: 403 });
	});
});

describe('what is not understood is refused', () => {
	beforeEach(async () => await start());

	test('unknown fields of a body and unknown parameters of a query', async () => {
		expect(await call('POST', '/candidates', { firstname: 'Ada' })).toMatchObject({
			status: 400,
			body: {
				error: { name: 'Validation Error', validation_errors: { firstname: 'Unknown field.' } },
			},
		});
		expect(await call('GET', '/applications?jobid=1')).toMatchObject({
			status: 400,
			body: { error: { validation_errors: { jobid: 'Unknown field.' } } },
		});
		expect(sandbox.world.candidates.size).toBe(0);
	});

	test('values of another type: bodies are not converted, only queries are', async () => {
		const application = applicant();
		const move = `/applications/${application.id}/move`;
		expect(await call('POST', move, { stage_id: '2002' })).toMatchObject({ status: 400 });
		expect(await call('POST', move, { stage_id: 2002 })).toMatchObject({ status: 200 });
		expect(await call('POST', move, {})).toMatchObject({
			status: 400,
			body: { error: { validation_errors: { stage_id: expect.any(String) } } },
		});
		expect(await call('GET', '/applications?include=candidate,note')).toMatchObject({
			status: 400,
		});
		expect(await call('GET', '/applications?created_after=yesterday')).toMatchObject({
			status: 400,
		});
	});

	test('a body that is not JSON gets 415, broken JSON 400, an unknown path 404', async () => {
		const form = await call('POST', '/candidates', 'a=b', {
			'content-type': 'application/x-www-form-urlencoded',
		});
		expect(form).toMatchObject({
			status: 415,
			body: { error: { name: 'Unsupported Media Type', status: 415 } },
		});
		expect(await call('POST', '/candidates', '{')).toMatchObject({ status: 400 });
		expect(await call('GET', '/nothing')).toMatchObject({
			status: 404,
			body: { error: { name: 'Not Found' } },
		});
	});
});

test('unknown fields are let through on request', async () => {
	await start({ enforceUnknownFields: false });
	const created = await call('POST', '/candidates', { first_name: 'Ada', nickname: 'A' });
	expect(created).toMatchObject({ status: 200, body: { first_name: 'Ada' } });
	expect(created.body).not.toHaveProperty('nickname');
});

test('a key that is not approved has a limit, told in headers, and a new window after the old', async () => {
	const clock = new ManualClock();
	await start({ rateLimit: { limit: 2, windowSeconds: 600 }, clock });
	const reset = String(clock.now() + 600);
	const remaining = [];
	for (let n = 0; n < 2; n++) {
		const { status, headers } = await call('GET', '/users');
		expect(status).toBe(200);
		expect(headers.get('X-RateLimit-Limit')).toBe('2');
		expect(headers.get('X-RateLimit-Reset')).toBe(reset);
		remaining.push(headers.get('X-RateLimit-Remaining'));
	}
	expect(remaining).toEqual(['1', '0']);
	clock.advance(599);
	const refused = await call('GET', '/users');
	expect(refused).toMatchObject({
		status: 429,
		body: { error: { name: 'Too Many Requests', status: 429 } },
	});
	expect(refused.headers.get('X-RateLimit-Reset')).toBe(reset);
	clock.advance(1);
	expect(await call('GET', '/users')).toMatchObject({ status: 200 });
});

test('an approved key gets no headers about a limit', async () => {
	await start();
	const { headers } = await call('GET', '/users');
	expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
});

describe('faults on request', () => {
	beforeEach(async () => await start());

	test('a status, a broken connection, and an answer lost after the work was done', async () => {
		sandbox.faults.next(1, { status: 503, headers: { 'retry-after': '7' } });
		const failed = await call('GET', '/users');
		expect(failed.status).toBe(503);
		expect(failed.headers.get('retry-after')).toBe('7');
		const isPost = ({ method }: { method: string }) => method === 'POST';
		sandbox.faults.next(1, { dropConnection: true }, isPost);
		expect(await call('GET', '/users')).toMatchObject({ status: 200 });
		await expect(call('POST', '/candidates', { first_name: 'Ada' })).rejects.toThrow();
		expect(sandbox.world.candidates.size).toBe(0);
		sandbox.faults.next(1, { dropAfterHandling: true }, isPost);
		await expect(call('POST', '/candidates', { first_name: 'Ada' })).rejects.toThrow();
		expect(sandbox.world.candidates.size).toBe(1);
		expect(sandbox.requests.all().map(({ method, status }) => [method, status])).toEqual([
			['GET', 503],
			['GET', 200],
			['POST', null],
			['POST', null],
		]);
	});
});

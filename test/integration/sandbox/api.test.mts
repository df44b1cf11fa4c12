import {
	ManualClock,
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../sandbox/hires/index.mts';
import { client, person, type Json } from './setting.mts';

let sandbox: HiresSandbox;
let call: ReturnType<typeof client>;

async function start(options: HiresSandboxOptions = {}): Promise<void> {
	sandbox = await startHiresSandbox(options);
	call = client(sandbox);
}

afterEach(async () => await sandbox.close());

const firstJob = () => [...sandbox.world.jobs.values()][0];
const rows = (body: Json, key: string) => body[key] as Json[];

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
		const application = sandbox.world.apply({ jobId: firstJob().id, ...person('a@example.com') });
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

describe('lists of ten thousand applications', () => {
	const TOTAL = 10_000;
	const clock = new ManualClock();

	beforeEach(async () => {
		await start({ clock });
		const [one, two] = [...sandbox.world.jobs.keys()];
		for (let n = 0; n < TOTAL; n++) {
			clock.advance(1);
			const jobId = n % 10 ? one : two;
			const application = sandbox.world.apply({ jobId, ...person(`p${n}@example.com`) });
			if (n % 100 === 0) sandbox.world.score(application.id, n % 1000 ? 40 : 90);
		}
	});

	test('pages hold every application once, the newest first', async () => {
		const first = await call('GET', '/applications?size=100&view=summary');
		expect(first.body.pagination).toEqual({
			page_size: 100,
			page_count: 100,
			page: 1,
			total_count: TOTAL,
		});
		const ids = [];
		for (let page = 1; page <= 100; page++) {
			const { body } = await call('GET', `/applications?size=100&view=summary&page=${page}`);
			ids.push(...rows(body, 'applications').map((row) => Number(row.id)));
		}
		expect(new Set(ids).size).toBe(TOTAL);
		expect(ids).toEqual([...ids].sort((a, b) => b - a));
		expect((await call('GET', '/applications?size=100&page=101')).body.applications).toEqual([]);
		expect(await call('GET', '/applications?size=101')).toMatchObject({ status: 400 });
		expect(await call('GET', '/applications?page=0')).toMatchObject({ status: 400 });
		const usual = await call('GET', '/applications');
		expect(rows(usual.body, 'applications')).toHaveLength(20);
	});

	test('filters and sorts', async () => {
		const [, two] = [...sandbox.world.jobs.keys()];
		const count = async (query: string) => {
			const { body } = await call('GET', `/applications?size=1&${query}`);
			return (body.pagination as Json).total_count;
		};
		expect(await count(`job_id=${two}`)).toBe(TOTAL / 10);
		const since = clock.now() - 9;
		expect(await count(`created_after=${since}`)).toBe(10);
		const iso = new Date(since * 1000).toISOString();
		expect(await count(`created_after=${encodeURIComponent(iso)}`)).toBe(10);
		expect(await count('ai_score_min=80')).toBe(10);
		expect(await count('ai_score_max=80')).toBe(90);
		expect(await count('status=hired')).toBe(0);
		const oldest = [...sandbox.world.applications.values()][0];
		clock.advance(1);
		sandbox.world.hire(oldest.id);
		expect(await count('status=hired')).toBe(1);
		expect(await count('status=pending')).toBe(TOTAL - 1);
		expect(await count(`updated_after=${clock.now()}`)).toBe(1);
		const { body } = await call('GET', '/applications?sort=-ai_score&size=100');
		const scores = rows(body, 'applications').map((row) => row.ai_score);
		expect(scores).toEqual([...Array(10).fill(90), ...Array(90).fill(40)]);
		const ascending = await call('GET', '/applications?sort=created_at&size=1');
		expect(rows(ascending.body, 'applications')[0].id).toBe(oldest.id);
	});
});

describe('candidates', () => {
	beforeEach(async () => await start());

	test('the same e-mail address makes no second candidate; ID and alias lead to the same one', async () => {
		const one = await call('POST', '/candidates', { first_name: 'Ada', email: 'ada@example.com' });
		const two = await call('POST', '/candidates', { first_name: 'Eve', email: 'ADA@example.com' });
		expect(two.body).toEqual(one.body);
		const byAlias = await call('GET', `/candidates/${String(one.body.alias)}`);
		expect(byAlias.body).toEqual(one.body);
		expect(byAlias.body).toMatchObject({ first_name: 'Ada', emails: ['ada@example.com'] });
		expect(byAlias.body).not.toHaveProperty('email');
	});

	test('created with a job and a file, changed, found, deleted', async () => {
		const job = firstJob();
		const cv = {
			data: btoa('My résumé'.normalize('NFKD').replace(/[^ -~]/g, '')),
			file_name: 'cv.txt',
			mime_type: 'text/plain',
		};
		const created = await call('POST', '/candidates?include=applications', {
			first_name: 'Ada',
			email: 'ada@example.com',
			job_id: job.id,
			profile: { 'Years of experience': 7 },
			cv,
		});
		expect(created.body).toMatchObject({
			applications: [{ job: { id: job.id, title: job.title }, stage: { name: 'Applied' } }],
			profile: expect.arrayContaining([
				{ question_id: expect.any(Number), question_text: 'Years of experience', value: 7 },
			]),
		});
		const path = `/candidates/${String(created.body.id)}`;
		const resume = await call('GET', `${path}/resume?include=text_content`);
		expect(resume.body).toMatchObject({ text: 'My resume', file: { orig_file_name: 'cv.txt' } });
		const { authorization } = { authorization: `Bearer ${sandbox.apiKey}` };
		const download = await fetch(String(resume.body.url), { headers: { authorization } });
		expect(download.headers.get('content-type')).toBe('text/plain');
		expect(await download.text()).toBe('My resume');
		expect((await fetch(String(resume.body.url))).status).toBe(401);

		await call('PUT', path, { phone: '+15550100', profile: { LinkedIn: 'ada-b' } });
		const found = await call('GET', '/candidates?linkedin=ada-b&q=ada');
		expect(rows(found.body, 'candidates')).toMatchObject([{ phones: ['+15550100'] }]);
		expect(await call('PUT', path, { profile: { Shoesize: 38 } })).toMatchObject({
			status: 400,
			body: { error: { validation_errors: { profile: expect.stringContaining('Shoesize') } } },
		});
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await call('GET', path)).toMatchObject({
			status: 404,
			body: { error: { message: 'Candidate not found' } },
		});
		expect(sandbox.world.applications.size).toBe(0);
	});
});

describe('one application', () => {
	let path: string;
	beforeEach(async () => {
		await start();
		const form = {
			jobId: firstJob().id,
			...person('ada@example.com'),
			resumeText: 'Ten years of C',
		};
		path = `/applications/${sandbox.world.apply(form).id}`;
	});

	test('goes through its pipeline, and its history tells who moved it', async () => {
		const stages = sandbox.world.stagesOf(firstJob().id);
		const advanced = await call('POST', `${path}/advance`);
		expect(advanced.body).toMatchObject({ stage: { id: stages[1].id, name: 'Phone screen' } });
		const hired = await call('POST', `${path}/hire?include=candidate,job`, {});
		expect(hired.body).toMatchObject({
			status: 'hired',
			hired_at: expect.any(Number),
			stage: { name: 'Hired' },
			candidate: { first_name: 'Ada' },
			job: { title: 'Backend Developer' },
		});
		const history = await call('GET', `${path}/stage-history`);
		expect(history.body.history).toMatchObject([
			{ from_stage_id: null, to_stage_name: 'Applied', moved_by_type: 'system' },
			{
				from_stage_name: 'Applied',
				to_stage_name: 'Phone screen',
				moved_by_type: 'user',
				source: 'api_v2',
			},
			{ from_stage_name: 'Phone screen', to_stage_name: 'Hired' },
		]);
		expect(await call('POST', `${path}/advance`)).toMatchObject({ status: 400 });
	});

	test('is rejected with a reason, taken back, and put into another job', async () => {
		const [reason] = sandbox.world.lists.rejectionReasons;
		const rejected = await call('POST', `${path}/reject`, { rejection_reason_id: reason.id });
		expect(rejected.body).toMatchObject({
			status: 'rejected',
			is_disqualified: true,
			rejected_at: expect.any(Number),
			rejection_reason: [reason],
		});
		expect((await call('POST', `${path}/unreject`)).body).toMatchObject({
			status: 'active',
			rejected_at: null,
			rejection_reason: null,
		});
		expect(await call('POST', `${path}/reject`, { rejection_reason_id: 1 })).toMatchObject({
			status: 400,
		});
		const support = [...sandbox.world.jobs.values()][2];
		const other = sandbox.world.stagesOf(support.id);
		expect(await call('POST', `${path}/move`, { stage_id: other[1].id })).toMatchObject({
			status: 400,
			body: { error: { validation_errors: { stage_id: expect.any(String) } } },
		});
		const transferred = await call('POST', `${path}/transfer`, { job_id: support.id });
		expect(transferred.body).toMatchObject({ job_id: support.id, stage: { id: other[0].id } });
	});

	test('is scored and gets an interview, which answers 201', async () => {
		expect((await call('GET', `${path}/ai-score`)).body).toEqual({ score: null });
		sandbox.world.score(Number(path.split('/')[2]), 87);
		expect((await call('GET', `${path}/ai-score`)).body).toMatchObject({
			score: { total_score: 87, job_title: 'Backend Developer' },
		});
		const [user] = sandbox.world.users.values();
		const times = { start_time: 1_790_000_000, end_time: 1_790_003_600 };
		const interview = { ...times, interviewer_ids: [user.id], location: 'Room 1' };
		const created = await call('POST', `${path}/interviews`, interview);
		expect(created).toMatchObject({
			status: 201,
			body: { ...times, location: 'Room 1', interviewers: [{ user_id: user.id }] },
		});
		const listed = await call('GET', `/interviews?interviewer_user_id=${user.id}&date=2026-09-21`);
		expect(listed.body.interviews).toEqual([created.body]);
		for (const faulty of [
			{ end_time: 1 },
			{ interviewer_ids: [1] },
			{ location: 'x'.repeat(256) },
		]) {
			const answer = await call('POST', `${path}/interviews`, { ...interview, ...faulty });
			expect(answer).toMatchObject({
				status: 400,
				body: { error: { validation_errors: { [Object.keys(faulty)[0]]: expect.any(String) } } },
			});
		}
	});

	test('the résumé’s text comes when asked for, the file is a PDF, and attachments are a bare array', async () => {
		const plain = await call('GET', path);
		expect(plain.body.cv).not.toHaveProperty('text');
		const full = await call('GET', `${path}?include=cv.text`);
		expect(full.body.cv).toMatchObject({ text: 'Ten years of C' });
		const { url } = full.body.cv as { url: string };
		const headers = { authorization: `Bearer ${sandbox.apiKey}` };
		expect((await (await fetch(url, { headers })).text()).slice(0, 5)).toBe('%PDF-');
		expect((await call('GET', `${path}/attachments`)).body).toEqual([]);
	});
});

test('the lists that a company sets up', async () => {
	await start();
	const job = firstJob();
	const stages = sandbox.world.stagesOf(job.id).map(({ id, name, order }) => ({ id, name, order }));
	expect((await call('GET', `/workflows/stages?job_id=${job.id}`)).body).toEqual({ stages });
	expect((await call('GET', `/workflows/${job.workflowId}/stages`)).body).toEqual({ stages });
	const workflows = await call('GET', '/workflows');
	expect(rows(workflows.body, 'workflows')[0]).toMatchObject({ id: job.workflowId, stages });
	for (const key of ['sources', 'departments', 'rejection_reasons', 'statuses']) {
		const { body } = await call('GET', `/${key.replace('_', '-')}`);
		expect(rows(body, key).length).toBeGreaterThan(1);
		expect(body).not.toHaveProperty('pagination');
	}
	expect((await call('GET', '/companies')).body.companies).toEqual([]);
	expect((await call('GET', '/companies/42')).body).toMatchObject({ id: 42 });
	expect(await call('GET', '/companies/7')).toMatchObject({ status: 404 });
	const team = await call('GET', `/jobs/${job.alias}/hiring-team`);
	expect(rows(team.body, 'hiring_team')).toHaveLength(2);
	const mail = await call('GET', '/companies/mail-accounts?size=1');
	expect(rows(mail.body, 'mail_accounts')).toMatchObject([{ company_id: 42 }]);
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

import { call, firstJob, rows, sandbox, start, stop } from '../helpers/sandboxSetup.mts';

afterEach(stop);

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

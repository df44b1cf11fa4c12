import { ManualClock } from '../../sandbox/hires/index.mts';
import {
	call,
	fetchFile,
	fileOf,
	firstJob,
	refusalOf,
	rows,
	sandbox,
	start,
	stop,
} from '../helpers/sandboxSetup.mts';

afterEach(stop);

const NEW = {
	name: 'Southwind',
	company_owner_email: 'sam@southwind.example',
	company_owner_name: 'Sam Owner',
};

describe('companies', () => {
	test('are made, changed, deleted and restored by partners', async () => {
		await start({ partner: true });
		const made = await call('POST', '/companies', {
			...NEW,
			logo: fileOf('PNG', 'a.png', 'image/png'),
		});
		expect(made.body).toMatchObject({ ...NEW, is_staffing_agency: false, website: null });
		const logo = made.body.logo as { url: string };
		expect(await (await fetchFile(logo.url)).text()).toBe('PNG');
		const path = `/companies/${String(made.body.id)}`;
		const changed = await call('PUT', path, { website: 'https://southwind.example' });
		expect(changed.body).toEqual({ ...made.body, website: 'https://southwind.example' });
		const listed = await call('GET', '/companies');
		expect(rows(listed.body, 'companies')).toMatchObject([{ id: 42 }, changed.body]);
		expect((await call('GET', `${path}/career-site-settings`)).body).toEqual({
			company_id: made.body.id,
			language: null,
		});
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await call('GET', path)).toMatchObject({ status: 404 });
		expect((await call('PATCH', `${path}/restore`)).body).toEqual(changed.body);
		expect(await call('GET', path)).toMatchObject({ status: 200 });
	});

	test('are out of reach for others', async () => {
		await start();
		for (const [method, path] of [
			['POST', '/companies'],
			['PUT', '/companies/42'],
			['DELETE', '/companies/42'],
			['PATCH', '/companies/42/restore'],
		]) {
			const body = method === 'POST' ? NEW : {};
			expect(await call(method, path, body)).toMatchObject({ status: 403 });
		}
		expect((await call('GET', '/companies')).body.companies).toEqual([]);
	});

	test('settings of the career site: the key’s own company without an ID', async () => {
		await start();
		const path = '/companies/career-site-settings';
		expect((await call('GET', path)).body).toEqual({ company_id: 42, language: 'en' });
		await call('PATCH', path, { language: 'de' });
		expect((await call('GET', '/companies/42/career-site-settings')).body.language).toBe('de');
		expect((await call('PATCH', path, { language: null })).body.language).toBeNull();
	});
});

describe('the career site', () => {
	const header = { 'x-company-slug': 'northwind' };
	const withoutKey = { authorization: '' };
	const visit = async (path: string, headers: Record<string, string> = header) =>
		await call('GET', `/career-site${path}`, undefined, { ...withoutKey, ...headers });

	beforeEach(async () => await start());

	test('shows published jobs without a key to whoever names the company', async () => {
		const [backend, sales, support] = sandbox.world.jobs.values();
		sandbox.world.updateJob(support.id, { status: 'draft' });
		const jobs = await visit('/jobs');
		expect(jobs.body).toMatchObject({
			jobs: [{ id: backend.id }, { id: sales.id }],
			pagination: { total_count: 2 },
		});
		const inLisbon = await visit('/jobs?city=lisbon&country=Portugal&company_slug=northwind', {});
		expect(inLisbon.body).toMatchObject({ jobs: [{ id: sales.id }] });
		const byDepartment = await visit(`/jobs?department_id=${String(backend.departmentId)}`);
		expect(byDepartment.body).toMatchObject({ jobs: [{ id: backend.id }] });
		expect((await visit(`/jobs/${backend.id}`)).body).toEqual(rows(jobs.body, 'jobs')[0]);
		expect(await visit(`/jobs/${support.id}`)).toMatchObject({ status: 404 });
		expect(await visit(`/jobs/${backend.alias}`)).toMatchObject({ status: 404 });
		expect(await visit('/jobs', {})).toMatchObject(refusalOf('company_slug'));
		expect(await visit('/jobs', { 'x-company-slug': 'other' })).toMatchObject({ status: 404 });
	});

	test('takes applications, which are those of the API', async () => {
		const form = {
			job_id: firstJob().id,
			first_name: 'Ada',
			last_name: 'Byron',
			email: 'ada@example.com',
			phone: '+15550100',
			source: 'LinkedIn',
			linkedin_url: 'https://linkedin.example/ada',
			resume: fileOf('Ten years'),
			answers: [
				{ question_id: sandbox.world.library.questionNamed('Desired salary')?.id, value: 1 },
			],
		};
		const apply = async (more: object = {}) =>
			await call(
				'POST',
				'/career-site/applications',
				{ ...form, ...more },
				{ ...withoutKey, ...header },
			);
		const sent = await apply();
		expect(sent).toMatchObject({ status: 200, body: { job_id: form.job_id, status: 'pending' } });
		const path = `/applications/${String(sent.body.id)}?include=candidate,cv.text`;
		expect((await call('GET', path)).body).toMatchObject({
			status: 'active',
			cv: { text: 'Ten years' },
			candidate: {
				source: { name: 'LinkedIn' },
				profile: expect.arrayContaining([
					expect.objectContaining({ question_text: 'LinkedIn', value: form.linkedin_url }),
					expect.objectContaining({ question_text: 'Desired salary', value: 1 }),
				]),
			},
		});
		expect(await apply()).toMatchObject(refusalOf('job_id'));
		const unknown = { email: 'eve@example.com', answers: [{ question_id: 1, value: 1 }] };
		expect(await apply(unknown)).toMatchObject(refusalOf('answers'));
		sandbox.world.updateJob(firstJob().id, { resumeFieldStatus: 'required' });
		const bare = { email: 'bob@example.com', resume: undefined };
		expect(await apply(bare)).toMatchObject(refusalOf('resume'));
	});
});

test('feedback is taken five times an hour', async () => {
	const clock = new ManualClock();
	await start({ clock });
	const send = async (more: object = {}) =>
		await call('POST', '/feedback', { description: 'Slow', issue_type: 'performance', ...more });
	expect(await send({ issue_type: 'praise' })).toMatchObject(refusalOf('issue_type'));
	expect(await send({ context: { log: 'x'.repeat(5000) } })).toMatchObject(refusalOf('context'));
	for (let n = 0; n < 5; n++) {
		expect(await send()).toMatchObject({ status: 201, body: { success: true } });
	}
	expect(await send()).toMatchObject({ status: 429 });
	clock.advance(3600);
	expect(await send()).toMatchObject({ status: 201 });
});

import {
	applicant,
	call,
	firstJob,
	refusalOf,
	rows,
	sandbox,
	start,
	stop,
} from '../helpers/sandboxSetup.mts';

beforeEach(async () => await start());

afterEach(stop);

const NEW = {
	status: 'draft',
	title: 'Site Manager',
	description: '<p>Build</p>',
	location_city: 'Porto',
	location_country: 'Portugal',
};

test('a job is made with everything that it can have, found, changed, published and deleted', async () => {
	const { lists } = sandbox.world;
	const made = await call('POST', '/jobs?include=workflow,hiring_team,pipeline_stages', {
		...NEW,
		company_id: 42,
		internal_title: 'SM-2',
		internal_job_id: '12',
		location_state: 'Norte',
		salary_min: 30_000,
		salary_max: 40_000.5,
		salary_currency: 'EUR',
		salary_period: 'annually',
		is_remote: true,
		employment_type_id: lists.employmentTypes[1].id,
		department_id: lists.departments[2].id,
		category_id: lists.categories[0].id,
		education_level_id: lists.educationLevels[0].id,
		experience_level_id: lists.experienceLevels[2].id,
		knockout_questions: [
			{ text: 'May you work here?', expected_answer: 'Yes', disqualify_on_wrong_answer: true },
		],
		language: 'pt-BR',
		ai_scoring_criteria: [{ title: 'Sites', text: 'Has run a site', weight: 10 }],
	});
	expect(made.status).toBe(200);
	expect(made.body).toMatchObject({
		alias: 'site-manager',
		status: 'draft',
		description: '<p>Build</p>',
		internal_title: 'SM-2',
		internal_job_id: '12',
		location: { city: 'Porto', state: 'Norte', full_address: 'Porto, Norte, Portugal' },
		salary_max: 40_000.5,
		salary_period: 'annually',
		employment_type: lists.employmentTypes[1],
		department: lists.departments[2],
		experience_level: lists.experienceLevels[2],
		language: 'pt-BR',
		ai_scoring_criteria: [{ title: 'Sites', text: 'Has run a site', weight: 10, position: 1 }],
		is_satellite: false,
		workflow: { name: 'Standard' },
		hiring_team: [{ full_name: 'Olivia Owner' }],
		pipeline_stages: expect.arrayContaining([expect.objectContaining({ name: 'Hired' })]),
	});
	const path = `/jobs/${String(made.body.id)}`;
	const changed = await call('PUT', path, { title: 'Head of Sites', salary_max: 50_000 });
	expect(changed.body).toMatchObject({
		title: 'Head of Sites',
		salary_min: 30_000,
		salary_max: 50_000,
	});
	const opened = await call('PATCH', '/jobs/site-manager/status', { status: 'published' });
	expect(opened.body).toMatchObject({ id: made.body.id, status: 'published' });
	const found = await call('GET', '/jobs?q=sites&status=published&view=summary');
	expect(rows(found.body, 'jobs')).toMatchObject([{ id: made.body.id }]);
	expect(rows(found.body, 'jobs')[0]).not.toHaveProperty('description');
	expect(await call('POST', `${path}/status`, { status: 'closed' })).toMatchObject({ status: 404 });
	expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
	expect(await call('GET', path)).toMatchObject({ status: 404 });
});

test('what a job cannot be', async () => {
	for (const field of Object.keys(NEW)) {
		const body = { ...NEW, [field]: undefined };
		expect(await call('POST', '/jobs', body)).toMatchObject(refusalOf(field));
	}
	const path = `/jobs/${firstJob().id}`;
	for (const [changes, field] of [
		[{ status: 'Published' }, 'status'],
		[{ department_id: 999 }, 'department_id'],
		[{ workflow_id: 999 }, 'workflow_id'],
		[{ form_id: 999 }, 'form_id'],
		[{ parent_job_id: firstJob().id }, 'parent_job_id'],
		[{ language: 'xx' }, 'language'],
		[{ salary_period: 'yearly' }, 'salary_period'],
		[{ salary_min: '30000' }, 'salary_min'],
		[{ company_id: 42 }, 'company_id'],
		[{ knockout_questions: [{ text: 'May you?' }] }, 'knockout_questions.0.expected_answer'],
		[{ ai_scoring_criteria: [{ text: 'x', weight: 11 }] }, 'ai_scoring_criteria.0.weight'],
	] as const) {
		expect(await call('PUT', path, changes)).toMatchObject(refusalOf(field));
	}
});

test('a satellite shares its parent’s pipeline', async () => {
	const [, , support] = sandbox.world.jobs.values();
	const made = await call('POST', '/jobs', { ...NEW, parent_job_id: support.id });
	expect(made.body).toMatchObject({
		is_satellite: true,
		parent_job_id: support.id,
		workflow_id: support.workflowId,
	});
});

test('with a job its applications go, and their candidates stay', async () => {
	const { id, candidateId } = applicant();
	await call('DELETE', `/jobs/${firstJob().alias}`);
	expect(await call('GET', `/applications/${id}`)).toMatchObject({ status: 404 });
	expect(await call('GET', `/candidates/${candidateId}`)).toMatchObject({ status: 200 });
});

test('the hiring team takes each user once', async () => {
	const path = `/jobs/${firstJob().id}/hiring-team`;
	const [owner] = sandbox.world.users.values();
	await call('POST', path, { user_id: owner.id });
	const { body } = await call('POST', path, { user_id: owner.id });
	expect(rows(body, 'hiring_team').filter(({ id }) => id === owner.id)).toHaveLength(1);
	expect((await call('GET', path)).body).toEqual(body);
	expect(await call('POST', path, { user_id: 1 })).toMatchObject({ status: 404 });
});

describe('job boards', () => {
	const indeed = { name: 'indeed', title: 'Indeed' };

	test('of one job: published on those that are named, or on all, and taken off', async () => {
		const path = `/jobs/${firstJob().alias}/job-boards`;
		expect((await call('GET', path)).body).toEqual({ boards: [] });
		expect((await call('POST', path, { boards: ['indeed'] })).body).toEqual({ boards: [indeed] });
		expect(await call('POST', path, { boards: ['monster'] })).toMatchObject(refusalOf('boards'));
		const all = await call('POST', path);
		expect(all.body).toEqual((await call('GET', '/boards')).body);
		const less = await call('DELETE', path, { boards: ['indeed'] });
		expect(less.body.boards).not.toContainEqual(indeed);
		expect((await call('DELETE', path)).body).toEqual({ boards: [] });
	});

	test('of several jobs, which a query names one by one', async () => {
		const [one, two] = [...sandbox.world.jobs.keys()];
		const path = '/jobs/batch-job-boards';
		const body = { jobs: [one, two], boards: ['indeed'] };
		const published = await call('POST', path, body);
		const both = { jobs: [one, two].map((id) => ({ job_id: id, boards: [indeed] })) };
		expect(published.body).toEqual(both);
		expect((await call('GET', `${path}?jobs=${one}&jobs=${two}`)).body).toEqual(both);
		await call('DELETE', path, { jobs: [one] });
		expect((await call('GET', `${path}?jobs=${one}`)).body).toEqual({
			jobs: [{ job_id: one, boards: [] }],
		});
		expect(await call('GET', path)).toMatchObject(refusalOf('jobs'));
		expect(await call('GET', `${path}?jobs=1`)).toMatchObject({ status: 404 });
	});
});

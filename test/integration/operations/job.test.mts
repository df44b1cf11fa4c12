import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const firstJob = () => [...sandbox.world.jobs.values()][0];
const lastRequest = () => sandbox.requests.all().at(-1);

test('the filters go to 100Hires, and what is included comes along', async () => {
	const department = sandbox.world.lists.departments[0].id;
	const found = await run('job', 'getAll', {
		filters: {
			search: 'backend',
			departmentId: department,
			createdAfter: '2020-01-01T00:00:00Z',
			createdBefore: 4102444800,
			updatedAfter: '2020-01-01',
			include: ['hiring_team', 'workflow'],
		},
	});
	expect(lastRequest()?.query).toEqual({
		page: '1',
		size: '50',
		q: 'backend',
		department_id: String(department),
		created_at_start: '1577836800',
		created_at_end: '4102444800',
		updated_after: '1577836800',
		include: 'hiring_team,workflow',
	});
	expect(found.map(({ json }) => json.title)).toEqual(['Backend Developer']);
	expect(found[0].json).toMatchObject({
		id: firstJob().id,
		alias: firstJob().alias,
		department: sandbox.world.lists.departments[0].name,
		city: firstJob().locationCity,
		hiring_team: expect.any(Array),
		workflow: { name: expect.any(String) },
	});
});

test('the short form of jobs is requested where nothing is included and not all is shown', async () => {
	await run('job', 'getAll');
	expect(lastRequest()?.query).toEqual({ page: '1', size: '50', view: 'summary' });
	await run('job', 'getAll', { simplify: false });
	expect(lastRequest()?.query).toEqual({ page: '1', size: '50' });
});

test('a job is found by its alias; what was included shows in the raw output', async () => {
	const [job] = await run('job', 'get', {
		jobId: byId(firstJob().alias),
		simplify: false,
		additionalFields: { include: ['pipeline_stages'] },
	});
	expect(lastRequest()).toMatchObject({
		path: `/jobs/${firstJob().alias}`,
		query: { include: 'pipeline_stages' },
	});
	expect(job.json).toMatchObject({
		id: firstJob().id,
		pipeline_stages: sandbox.world.stagesOf(firstJob().id).map(({ name }) => ({ name })),
	});
});

test('a job is created with all that it can have, and what was left empty is not sent', async () => {
	const { lists, workflows } = sandbox.world;
	const [workflow] = workflows.values();
	const knockout = {
		text: 'May you work in the EU?',
		expected_answer: 'Yes',
		disqualify_on_wrong_answer: true,
	};
	const criterion = { title: 'Go', text: 'Has written Go for 3 years or more', weight: 8 };
	const [created] = await run('job', 'create', {
		title: 'Site Reliability Engineer',
		status: 'draft',
		description: '<p>Keep it up.</p>',
		locationCity: 'Lisbon',
		locationCountry: 'Portugal',
		simplify: false,
		additionalFields: {
			internalTitle: 'SRE 2',
			internalJobId: 'R-17',
			locationState: '',
			salaryMin: 50000.5,
			salaryMax: '70000',
			salaryCurrency: 'EUR',
			salaryPeriod: 'annually',
			isRemote: true,
			resumeFieldStatus: 'required',
			departmentId: lists.departments[1].id,
			employmentTypeId: String(lists.employmentTypes[0].id),
			categoryId: lists.categories[0].id,
			educationLevelId: lists.educationLevels[0].id,
			experienceLevelId: lists.experienceLevels[0].id,
			language: 'de',
			workflowId: byId(workflow.id),
			parentJobId: byId(firstJob().id),
			knockoutQuestions: JSON.stringify([knockout]),
			aiScoringCriteria: [criterion],
		},
	});
	expect(lastRequest()).toMatchObject({ method: 'POST', path: '/jobs', query: {} });
	expect(lastRequest()?.body).toEqual({
		title: 'Site Reliability Engineer',
		status: 'draft',
		description: '<p>Keep it up.</p>',
		location_city: 'Lisbon',
		location_country: 'Portugal',
		internal_title: 'SRE 2',
		internal_job_id: 'R-17',
		salary_min: 50000.5,
		salary_max: 70000,
		salary_currency: 'EUR',
		salary_period: 'annually',
		is_remote: true,
		resume_field_status: 'required',
		department_id: lists.departments[1].id,
		employment_type_id: lists.employmentTypes[0].id,
		category_id: lists.categories[0].id,
		education_level_id: lists.educationLevels[0].id,
		experience_level_id: lists.experienceLevels[0].id,
		language: 'de',
		workflow_id: workflow.id,
		parent_job_id: firstJob().id,
		knockout_questions: [knockout],
		ai_scoring_criteria: [criterion],
	});
	expect(created.json).toMatchObject({ title: 'Site Reliability Engineer', status: 'draft' });
	expect(sandbox.world.jobs.get(Number(created.json.id))?.internalTitle).toBe('SRE 2');
});

test('a job with too little is not created, and the missing parameter is named', async () => {
	await expect(run('job', 'create', { title: 'No place', status: 'draft' })).rejects.toThrow(
		/^'Description' is empty\./,
	);
	await expect(
		run('job', 'update', {
			jobId: byId(firstJob().id),
			updateFields: { knockoutQuestions: 'Are you 18?' },
		}),
	).rejects.toThrow(/^'Knockout Questions' has to be a JSON list, and is "Are you 18\?"\.$/);
	expect(sandbox.requests.all()).toHaveLength(0);
});

test('an update sends only what changes, and a deletion says so', async () => {
	const { id } = firstJob();
	const [updated] = await run('job', 'update', {
		jobId: byId(id),
		updateFields: { title: 'Go Developer', locationCity: 'Porto' },
	});
	expect(lastRequest()).toMatchObject({
		method: 'PUT',
		path: `/jobs/${id}`,
		body: { title: 'Go Developer', location_city: 'Porto' },
	});
	expect(updated.json).toMatchObject({ id, title: 'Go Developer', city: 'Porto' });
	const [deleted] = await run('job', 'delete', { jobId: byId(id) });
	expect(deleted.json).toEqual({ deleted: true });
	expect(sandbox.world.jobs.has(id)).toBe(false);
});

describe('the status of a job', () => {
	const setStatus = async (jobId: string | number) =>
		await run('job', 'setStatus', {
			jobId: byId(jobId),
			status: 'archived',
			additionalFields: { include: ['workflow'] },
		});
	const methods = () => sandbox.requests.all().map(({ method, path }) => `${method} ${path}`);

	test('is patched', async () => {
		const { id, alias } = firstJob();
		const [job] = await setStatus(alias);
		expect(job.json).toMatchObject({ id, status: 'archived' });
		expect(methods()).toEqual([`PATCH /jobs/${alias}/status`]);
		expect(lastRequest()).toMatchObject({
			query: { include: 'workflow' },
			body: { status: 'archived' },
		});
	});

	test.each([404, 405])('is posted where the PATCH is answered with %i', async (status) => {
		const { id } = firstJob();
		const isPatch = ({ method }: { method: string }) => method === 'PATCH';
		sandbox.faults.next(2, { status }, isPatch);
		// The sandbox has the PATCH of the OpenAPI document only.
		await expect(setStatus(id)).rejects.toThrow(`(HTTP ${status})`);
		expect(methods()).toEqual([`PATCH /jobs/${id}/status`, `POST /jobs/${id}/status`]);
		expect(lastRequest()).toMatchObject({
			query: { include: 'workflow' },
			body: { status: 'archived' },
		});
		sandbox.faults.next(1, { body: JSON.stringify({ id }) }, ({ method }) => method === 'POST');
		expect(await setStatus(id)).toHaveLength(1);
	});

	test('of a job that is not there is refused with the first answer', async () => {
		await expect(setStatus(999_999)).rejects.toThrow(
			/^Could not set the status of job 999999 \(HTTP 404\): Job not found/,
		);
	});

	test('is not posted where 100Hires refused it', async () => {
		sandbox.faults.next(1, { status: 403 });
		await expect(setStatus(firstJob().id)).rejects.toThrow('(HTTP 403)');
		expect(methods()).toHaveLength(1);
	});
});

import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const SLUG = 'northwind';
const publicJob = () =>
	[...sandbox.world.jobs.values()].find(({ status }) => status === 'published')!;

test('the jobs of the career site are listed, filtered and read one by one', async () => {
	const { id, title, locationCity, departmentId } = publicJob();
	const companySlug = SLUG;
	const listed = await run('careerSite', 'getAll', {
		companySlug,
		filters: { city: locationCity, departmentId },
	});
	expect(listed.map(({ json }) => json)).toContainEqual(
		expect.objectContaining({ id, title, created_at_iso: expect.any(String) as string }),
	);
	const [job] = await run('careerSite', 'get', { companySlug, jobId: byId(id) });
	expect(job.json).toMatchObject({ id, title, city: locationCity });
	expect(sandbox.requests.all()).toMatchObject([
		{
			path: '/career-site/jobs',
			query: { city: locationCity, department_id: String(departmentId) },
		},
		{ path: `/career-site/jobs/${id}`, query: {} },
	]);
});

test('the company has to be named', async () => {
	await expect(run('careerSite', 'getAll')).rejects.toThrow(/^'Company Slug' is empty\./);
	expect(sandbox.requests.all()).toEqual([]);
});

test('an application comes in as from the career site, with the resume', async () => {
	const { id } = publicJob();
	const resume = Buffer.from('Ten years of Go');
	const binary = {
		data: { data: resume.toString('base64'), mimeType: 'text/plain', fileName: 'cv.txt' },
	};
	const [question] = sandbox.world.library.questions.all().slice(-1);
	const [applied] = await run(
		'careerSite',
		'apply',
		{
			companySlug: SLUG,
			jobId: byId(id),
			firstName: 'Ada',
			lastName: 'Byron',
			email: 'ada@example.test',
			additionalFields: {
				phone: '+15550100',
				resumeField: 'data',
				linkedinUrl: 'https://www.linkedin.com/in/ada',
				source: 'LinkedIn',
				answers: `[{"question_id": ${question.id}, "value": 1}]`,
			},
		},
		{ items: [{ json: {}, binary }] },
	);
	const [request] = sandbox.requests.all();
	expect(request).toMatchObject({
		method: 'POST',
		path: '/career-site/applications',
		query: {},
	});
	expect(request.body).toEqual({
		job_id: id,
		first_name: 'Ada',
		last_name: 'Byron',
		email: 'ada@example.test',
		phone: '+15550100',
		resume: { data: resume.toString('base64'), file_name: 'cv.txt', mime_type: 'text/plain' },
		linkedin_url: 'https://www.linkedin.com/in/ada',
		source: 'LinkedIn',
		answers: [{ question_id: question.id, value: 1 }],
	});
	expect(applied.json).toMatchObject({ job_id: id, status: 'pending' });
	expect(sandbox.world.applications.has(Number(applied.json.id))).toBe(true);
});

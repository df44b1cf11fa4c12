import { startN8n, type N8n } from '../harness/n8n.mts';
import { makeFixtures } from '../integration/helpers/fixtures.mts';
import { startHiresSandbox, type HiresSandbox } from '../sandbox/hires/index.mts';

jest.setTimeout(300_000);

let n8n: N8n;
let sandbox: HiresSandbox;
let credentials: Record<string, unknown>;
beforeAll(async () => {
	n8n = await startN8n();
	sandbox = await startHiresSandbox({ partner: true });
	const id = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: sandbox.baseUrl,
	});
	credentials = { hundredHiresApi: { id, name: '100Hires' } };
	await makeFixtures(sandbox);
});
afterAll(async () => {
	await n8n.remove();
	await sandbox.close();
});

/** Asks n8n for what the editor shows in a list. */
async function ask(kind: string, methodName: string, parameters = {}, more = {}) {
	const { status, data } = await n8n.request('POST', `/rest/dynamic-node-parameters/${kind}`, {
		path: 'parameters.any',
		methodName,
		nodeTypeAndVersion: { name: 'n8n-nodes-100hires.hundredHires', version: 1 },
		currentNodeParameters: parameters,
		credentials,
		...more,
	});
	expect([methodName, status]).toEqual([methodName, 200]);
	return data;
}

const search = async (methodName: string, parameters = {}, more = {}) =>
	(
		(await ask('resource-locator-results', methodName, parameters, more)) as {
			results: Array<{ name: string; value: unknown; url?: string }>;
		}
	).results;

test.each([
	['searchApplications', /^Ada Byron \(Backend Developer Applied\)$/],
	['searchCandidates', /^Ada Byron \(ada@example\.test\)$/],
	['searchEmailTemplates', /^A$/],
	['searchForms', /^A form$/],
	['searchJobs', /^Backend Developer \(published\)$/],
	['searchMailAccounts', /@/],
	['searchNurtureCampaigns', /^A campaign$/],
	['searchQuestions', /^Why us\?$/],
	['searchRejectionReasons', /^Position filled$/],
	['searchStages', /^Phone screen \(Standard\)$/],
	['searchUsers', /^Rita Recruiter \(rita@/],
	['searchWorkflows', /^Standard$/],
])('%s lists, and finds by what is typed', async (method, name) => {
	const all = await search(method);
	const wanted = all.find((each) => name.test(each.name));
	expect(all.map((each) => each.name)).toContainEqual(wanted?.name);
	expect(['number', 'string']).toContain(typeof wanted?.value);
	const typed = String(wanted?.name).split(' (')[0].toUpperCase();
	expect(await search(method, {}, { filter: typed })).toContainEqual(wanted);
	expect(await search(method, {}, { filter: 'no such thing' })).toEqual([]);
});

test.each([
	['getBoards', 'indeed'],
	['getCategories', 61],
	['getDepartments', 41],
	['getEducationLevels', 71],
	['getEmploymentTypes', 91],
	['getExperienceLevels', 81],
	['getJobStatuses', 'published'],
	['getLanguages', 'en'],
	['getQuestionTypes', 'short_text'],
	['getRejectionReasons', 31],
])('%s lists', async (method, value) => {
	const options = (await ask('options', method)) as Array<{ value: unknown }>;
	expect(options.map((each) => each.value)).toContain(value);
});

test('stages are those of the job chosen, or of the job of the application chosen', async () => {
	const jobs = [...sandbox.world.jobs.values()];
	const job = jobs[2];
	const [application] = sandbox.world.applications.values();
	const names = (jobId: number) => sandbox.world.stagesOf(jobId).map(({ name }) => name);
	const stages = async (parameters: Record<string, unknown>) =>
		(await search('searchStages', parameters)).map(({ name }) => name);
	const chosen = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
	expect(await stages({ filters: { jobId: chosen(job.id) } })).toEqual(names(job.id));
	const url = 'https://app.100hires.com/candidate/default/view?application=';
	expect(
		await stages({ applicationId: { __rl: true, mode: 'url', value: `${url}${application.id}` } }),
	).toEqual(names(application.jobId));
	expect(await stages({ applicationId: chosen(application.id) })).toEqual(names(application.jobId));
});

test('the profile of a candidate has a field for each question', async () => {
	const { fields } = (await ask('resource-mapper-fields', 'getProfileFields')) as {
		fields: Array<{ displayName: string; type: string }>;
	};
	expect(fields).toContainEqual(
		expect.objectContaining({ displayName: 'Willing to relocate', type: 'boolean' }),
	);
});

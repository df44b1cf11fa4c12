import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node.ts';
import { runAction } from '../../harness/action.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

const URL = 'https://n8n.example.com/webhook/1/100hires';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const sent = () => sandbox.requests.all().map(({ method, path }) => `${method} ${path}`);
const companyPath = () => `/companies/${sandbox.world.company.id}/webhooks`;

test("the company's webhooks are listed; which company that is, is read from 100Hires first", async () => {
	const { id } = sandbox.webhooks.add({ url: URL });
	const [job] = sandbox.world.jobs.values();
	sandbox.webhooks.add({ url: `${URL}/job`, jobId: job.id });
	const listed = await run('webhook', 'getAll');
	expect(listed.map(({ json }) => json)).toEqual([{ id, url: URL }]);
	expect(sent()).toEqual(['GET /companies/career-site-settings', `GET ${companyPath()}`]);
});

test('the ID of the company comes from the parameter, or else from the credential', async () => {
	const { id } = sandbox.world.company;
	await run('webhook', 'getAll', { companyId: String(id) });
	await runAction(new HundredHires(), {
		credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl, companyId: String(id) },
		parameters: { resource: 'webhook', operation: 'getAll' },
	});
	expect(sent()).toEqual([`GET ${companyPath()}`, `GET ${companyPath()}`]);
});

test('where 100Hires does not show the company, the parameter is required', async () => {
	sandbox.faults.next(5, { status: 403 });
	await expect(run('webhook', 'getAll')).rejects.toThrow(
		"100Hires does not tell which company the API key belongs to. Enter its number in 'Company ID' here or in the 100Hires credential.",
	);
	expect(sent()).toHaveLength(5);
});

const SCOPES = [
	['a company', () => ({ companyId: String(sandbox.world.company.id) }), companyPath],
	[
		'a job',
		() => ({ scope: 'job', jobId: byId([...sandbox.world.jobs.values()][0].alias) }),
		() => `/jobs/${[...sandbox.world.jobs.values()][0].alias}/webhooks`,
	],
] as const;

test.each(SCOPES)(
	'%s: a webhook is registered, gets another secret, and goes',
	async (_name, of, path) => {
		const [created] = await run('webhook', 'create', { ...of(), url: URL });
		const [webhook] = sandbox.webhooks.all();
		expect(created.json).toEqual({ id: webhook.id, url: URL, signing_secret: webhook.secrets[0] });
		const [rotated] = await run('webhook', 'rotateSecret', { ...of(), webhookId: webhook.id });
		expect(rotated.json.signing_secret).toBe(sandbox.webhooks.all()[0].secrets[0]);
		expect(rotated.json.signing_secret).not.toBe(created.json.signing_secret);
		expect((await run('webhook', 'getAll', of())).map(({ json }) => json)).toEqual([
			{ id: webhook.id, url: URL },
		]);
		const [deleted] = await run('webhook', 'delete', { ...of(), webhookId: webhook.id });
		expect(deleted.json).toEqual({ deleted: true });
		expect(sandbox.webhooks.all()).toEqual([]);
		expect(sent()).toEqual([
			`POST ${path()}`,
			`POST ${path()}/${webhook.id}/rotate-secret`,
			`GET ${path()}`,
			`DELETE ${path()}/${webhook.id}`,
		]);
		expect(sandbox.requests.all()[0].body).toEqual({ url: URL });
	},
);

test("a job's webhooks need the job", async () => {
	await expect(run('webhook', 'getAll', { scope: 'job' })).rejects.toThrow(/^'Job' is empty\./);
	expect(sent()).toEqual([]);
});

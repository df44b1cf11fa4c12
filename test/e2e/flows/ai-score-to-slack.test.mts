import { hiresCredential, importExample, type Credential } from '../../harness/example.mts';
import { localize, startN8n, type N8n } from '../../harness/n8n.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { startInternet, type Internet } from '../../sandbox/internet/index.mts';
import { slack, slackRateLimited } from '../../sandbox/slack/index.mts';
import { allEnded, executionAfter, executionInEditor } from '../helpers/flows/executions.mts';

jest.setTimeout(300_000);

const workspace = slack({ channels: { hiring: 'member', talent: 'not a member' } });
let internet: Internet;
let n8n: N8n;
let hires: HiresSandbox;
let credentials: Record<string, Credential>;
let workflowId: string;

beforeAll(async () => {
	internet = await startInternet([workspace]);
	hires = await startHiresSandbox({
		dialect: 'article',
		rewriteUrl: (url) => localize(n8n)(url),
	});
	n8n = await startN8n({ env: internet.env });
	const data = { accessToken: workspace.token };
	credentials = {
		hundredHiresApi: await hiresCredential(n8n, hires),
		slackApi: { name: 'Slack', id: await n8n.createCredential('slackApi', 'Slack', data) },
	};
	workflowId = await importExample(n8n, 'ai-score-to-slack.json', credentials);
	await n8n.activate(workflowId);
});
afterAll(async () => {
	await hires?.close();
	await n8n?.remove();
	await internet?.close();
});

/** Somebody with the name applies to the first job, and gets a score. */
function scored(firstName: string, total: number) {
	const [job] = hires.world.jobs.values();
	const email = `${hires.world.applications.size}@example.com`;
	const { id } = hires.world.apply({ jobId: job.id, firstName, lastName: 'Byron', email });
	return hires.world.score(id, total);
}

const next = async (act: () => unknown) => await executionAfter(n8n, workflowId, act);
const messages = () => workspace.messages();

it('passes the test of the credential, and fails it with another token', async () => {
	const { id } = credentials.slackApi;
	expect((await n8n.testCredential(id)).status).toBe('OK');
	expect((await n8n.testCredential(id, { accessToken: 'xoxb-other' })).status).toBe('Error');
});

it('tells the channel who scored what, for which job, and why', async () => {
	expect((await next(() => scored('Ada', 87))).status).toBe('success');
	const link = expect.stringMatching(/^<https:\/\/app\.100hires\.com\/[^<>|]+\|Open in 100Hires>$/);
	const said = [
		'*Ada Byron* scored *87* for Backend Developer: Strong Yes',
		'The résumé matches the job to 87 percent.',
	].join('\n');
	expect(messages()).toEqual([
		{
			channel: 'hiring',
			read: `${said}\nOpen in 100Hires`,
			notification: said,
			linksAndMentions: [link],
		},
	]);
});

it('says nothing of it a second time when the event is delivered twice', async () => {
	const [delivery] = hires.deliveries.all();
	expect((await hires.deliveries.send(delivery.id)).status).toBe(200);
	await allEnded(n8n, workflowId);
	expect(messages()).toHaveLength(1);
});

it('says nothing of a score below the threshold', async () => {
	scored('Bob', 74);
	scored('Cy', 75);
	// The deliveries are on their way at the same time: the one that makes a message shows that the other one could have.
	await hires.deliveries.idle();
	await allEnded(n8n, workflowId);
	expect(messages().map(({ read }) => read.split(' ')[0])).toEqual(['*Ada', '*Cy']);
});

it('leaves a name a name', async () => {
	const before = messages().length;
	await next(() => scored('<!channel> & <https://example.com|Ada> www.example.com', 90));
	const [message] = messages().slice(before);
	expect(message.read).toContain('<!channel> & <https://example.com|Ada> www.example.com Byron');
	expect(message.notification).toContain('<!channel> & <https://example.com|Ada>');
	expect(message.linksAndMentions).toEqual([expect.stringContaining('|Open in 100Hires>')]);
});

it('sends one message after Slack has had too many', async () => {
	const before = messages().length;
	workspace.troubles.add(slackRateLimited);
	expect((await next(() => scored('Dee', 91))).status).toBe('success');
	expect(workspace.troubles.left).toBe(0);
	expect(messages()).toHaveLength(before + 1);
});

it('sends the message without the reasons when they cannot be looked up', async () => {
	const before = messages().length;
	hires.faults.next(5, { status: 403 }, ({ path }) => path.endsWith('/ai-score'));
	expect((await next(() => scored('Eve', 92))).status).toBe('success');
	expect(messages()[before].notification).toBe(
		'*Eve Byron* scored *92* for Backend Developer: Strong Yes',
	);
});

it('can be tried with the sample before anything has happened, without a call to 100Hires', async () => {
	const before = messages().length;
	const calls = hires.requests.all().length;
	const trial = await executionInEditor(n8n, workflowId, 'AI score in 100Hires');
	expect([trial.mode, trial.error]).toEqual(['manual', undefined]);
	expect(messages()[before].notification).toBe(
		[
			'*Ada Byron* scored *87* for Backend Developer: strong yes',
			'Eight years with the stack of the job; has led a team.',
		].join('\n'),
	);
	expect(hires.requests.all()).toHaveLength(calls);
});

it('fails with the reason when the app is not in the channel', async () => {
	const before = messages().length;
	await n8n.deactivate(workflowId);
	workflowId = await importExample(n8n, 'ai-score-to-slack.json', credentials, (node) => {
		const text = JSON.stringify(node).replaceAll('#hiring', '#talent');
		return JSON.parse(text);
	});
	await n8n.activate(workflowId);

	const execution = await next(() => scored('Flo', 93));
	expect(execution.status).toBe('error');
	expect(execution.error).toContain('not_in_channel');
	expect(messages()).toHaveLength(before);
});

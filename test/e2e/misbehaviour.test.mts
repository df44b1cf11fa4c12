import { startN8n, type N8n } from '../harness/n8n.mts';
import { until } from '../harness/until.mts';
import { flow as answering, runFlow } from '../harness/webhookFlow.mts';
import { startHiresSandbox, type Fault, type HiresSandbox } from '../sandbox/hires/index.mts';
import { startSecondServer } from '../sandbox/misbehaving.mts';
import { eventsOf, flow } from './helpers/setup.mts';

jest.setTimeout(300_000);

const NODE = 'n8n-nodes-100hires.hundredHires';

const EVERY_TEN_SECONDS = [0, 10, 20, 30, 40, 50].map((second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));

/** What is wrong with the server at the Base URL, and what people are told of it. */
interface Misbehaviour {
	/** @param origin of the second server */
	fault: (origin: string) => Fault;
	/** What the test of the credential says. */
	atTest: string[];
	/** What the nodes say. */
	atNode: (origin: string) => string[];
	/** What they say besides of a write: whether it may have been done. */
	atWrite: string[];
}

const redirect = (status: number): Misbehaviour => ({
	fault: (origin) => ({ status, redirectTo: `${origin}/v2/users` }),
	atTest: [`points to another address (${status})`, 'was not sent there', 'Check the Base URL'],
	atNode: (origin) => [`(HTTP ${status})`, `points to ${origin},`, 'Base URL'],
	atWrite: [],
});

const DRIP: Misbehaviour = {
	fault: () => ({ drip: { everyMs: 5000 } }),
	atTest: ['No whole answer', 'within 20 seconds', 'check the Base URL'],
	atNode: () => ['no whole answer within'],
	atWrite: ['within 120 seconds', 'It may have been done'],
};

const WEB_PAGE: Misbehaviour = {
	fault: () => ({ body: '<!doctype html><title>Soon</title>', contentType: 'text/html' }),
	atTest: ['answered, but not as the 100Hires API does', 'Check the Base URL'],
	atNode: () => ['is not what the API promises (HTTP 200, text/html', 'Soon'],
	atWrite: ['It may have been done'],
};

let n8n: N8n;
beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n?.remove());

/** A stand-in of 100Hires with a credential for it, and what it does wrong once it is told to. */
interface Account extends Misbehaviour {
	sandbox: HiresSandbox;
	credentialId: string;
	origin: string;
	misbehave: () => void;
}

/** Runs a check against a stand-in of its own, and looks what got to the second server. */
async function withAccount(wrong: Misbehaviour, check: (account: Account) => Promise<void>) {
	const second = await startSecondServer();
	const sandbox = await startHiresSandbox({ dialect: 'openapi' });
	const { origin } = second;
	try {
		const credentialId = await createCredential(sandbox);
		const misbehave = () => sandbox.faults.always(wrong.fault(origin));
		await check({ ...wrong, sandbox, credentialId, origin, misbehave });
		// No request at all, so none with the key or with data of people.
		expect(second.requests).toEqual([]);
	} finally {
		await sandbox.close();
		await second.close();
	}
}

const createCredential = async ({ apiKey, baseUrl }: HiresSandbox) =>
	await n8n.createCredential('hundredHiresApi', '100Hires', { apiKey, companyId: '', baseUrl });

function expectWords(message: string | undefined, words: readonly string[]): void {
	for (const each of words) expect(message).toContain(each);
}

async function testCredential({ credentialId, misbehave, atTest }: Account) {
	misbehave();
	const { status, message } = await n8n.testCredential(credentialId);
	expect(status).toBe('Error');
	expectWords(message, atTest);
}

/** Runs a flow of one node, and gives the message with which it fails. */
async function runAction({ credentialId, misbehave }: Account, parameters: object) {
	misbehave();
	const credentials = { hundredHiresApi: { id: credentialId, name: '100Hires' } };
	const node = { name: 'Action', type: NODE, parameters: { ...parameters }, credentials };
	const { execution } = await runFlow(n8n, answering([node]));
	expect(execution.status).toBe('error');
	return execution.error;
}

async function read(account: Account) {
	const [job] = account.sandbox.world.jobs.values();
	const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' };
	const { id } = account.sandbox.world.apply({ jobId: job.id, ...person });
	const applicationId = { __rl: true, mode: 'id', value: String(id) };
	const parameters = { resource: 'application', operation: 'get', applicationId };
	expectWords(await runAction(account, parameters), account.atNode(account.origin));
}

async function write(account: Account) {
	const { sandbox, origin, atNode, atWrite } = account;
	const parameters = { resource: 'candidate', operation: 'create', firstName: 'Ada' };
	const message = await runAction(account, { ...parameters, lastName: 'B', email: 'a@b.test' });
	expectWords(message, [...atNode(origin), ...atWrite]);
	// Sent once: nobody knows whether it was done.
	const writes = sandbox.requests.all().filter(({ method }) => method === 'POST');
	expect(writes).toHaveLength(1);
}

const createTriggerWorkflow = async (credentialId: string) =>
	await n8n.createWorkflow(flow(credentialId, { events: ['*'], scope: 'company' }));

/** Waits until one line of n8n's log has all these words. */
const waitForLog = async (words: readonly string[]) =>
	await until(
		`"${words.join('", "')}" in n8n's log`,
		() => {
			const lines = n8n.output().split('\n');
			return lines.some((line) => words.every((each) => line.includes(each))) || undefined;
		},
		90_000,
	);

async function publish(account: Account) {
	const { sandbox, credentialId, origin, atNode, fault } = account;
	const id = await createTriggerWorkflow(credentialId);
	// 100Hires makes the webhook where it can, and the answer is lost all the same.
	const lost = { ...fault(origin), afterHandling: true };
	sandbox.faults.always(lost, ({ method }) => method === 'POST');
	const failure = await n8n.activate(id).then(
		() => 'It was published.',
		(error: Error) => error.message,
	);
	expectWords(failure, atNode(origin));
	expect(sandbox.webhooks.all().length).toBeLessThanOrEqual(1);
	sandbox.faults.clear();
	await n8n.activate(id);
	expect(sandbox.webhooks.all()).toHaveLength(1);
	await n8n.deleteWorkflow(id);
	expect(sandbox.webhooks.all()).toEqual([]);
}

async function unpublish({ sandbox, credentialId, origin, atNode, misbehave }: Account) {
	const id = await createTriggerWorkflow(credentialId);
	await n8n.activate(id);
	const [webhook] = sandbox.webhooks.all();
	misbehave();
	await n8n.deactivate(id);
	await waitForLog([`Could not remove webhook ${webhook.id}`, ...atNode(origin)]);
	expect(sandbox.webhooks.all()).toEqual([webhook]);
	// What the node keeps of the webhook is how the next publication finds it.
	expect(JSON.stringify(await n8n.staticData(id))).toContain(webhook.secrets[0]);
	sandbox.faults.clear();
	await n8n.activate(id);
	expect(sandbox.webhooks.all().map((each) => each.id)).toEqual([webhook.id]);
	await n8n.deleteWorkflow(id);
	expect(sandbox.webhooks.all()).toEqual([]);
}

async function poll({ sandbox, credentialId, origin, atNode, misbehave }: Account) {
	const parameters = { pollTimes: { item: EVERY_TEN_SECONDS }, events: ['application.created'] };
	const workflow = flow(credentialId, parameters);
	workflow.nodes[0].type = 'n8n-nodes-100hires.hundredHiresPollingTrigger';
	const id = await n8n.createWorkflow(workflow);
	await n8n.activate(id);
	misbehave();
	const [job] = sandbox.world.jobs.values();
	const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' };
	const application = sandbox.world.apply({ jobId: job.id, ...person });
	const [failed] = await n8n.waitForExecutions(id, 1, { timeoutMs: 150_000 });
	expect(failed.status).toBe('error');
	expectWords(failed.error, atNode(origin));
	sandbox.faults.clear();
	sandbox.requests.clear();
	await n8n.waitForExecutions(id, 1, { status: 'success' });
	const polls = () => sandbox.requests.all().length;
	const before = polls();
	await until('two more polls', () => polls() >= before + 2 || undefined, 60_000);
	expect(eventsOf(await n8n.executions(id))).toMatchObject([
		{ event: 'application.created', applicationId: application.id },
	]);
	await n8n.deleteWorkflow(id);
}

describe('the test of the credential, with a server that does all well,', () => {
	let sandbox: HiresSandbox;
	let credentialId: string;
	beforeAll(async () => {
		sandbox = await startHiresSandbox();
		credentialId = await createCredential(sandbox);
	});
	afterAll(async () => await sandbox?.close());

	test.each([
		[
			'a Base URL without encryption',
			{ baseUrl: 'http://api.100hires.com/v2' },
			'The Base URL http://api.100hires.com would send the API key unencrypted. Begin it with https://.',
		],
		[
			'a Base URL without https://',
			{ baseUrl: 'api.100hires.com/v2' },
			'The Base URL "api.100hires.com/v2" is not a web address. Change it in the 100Hires credential',
		],
		[
			'a Company ID with a sign',
			{ companyId: '#42' },
			'The Company ID "#42" is not a whole number.',
		],
		['no API key', { apiKey: '' }, 'The API key is empty. Enter it in the 100Hires credential'],
		['an API key of blanks', { apiKey: ' \n' }, 'The API key is empty.'],
	])('refuses %s before anything is sent', async (_name, changes, words) => {
		sandbox.requests.clear();
		const { status, message } = await n8n.testCredential(credentialId, changes);
		expect(status).toBe('Error');
		expect(message).toContain(words);
		expect(sandbox.requests.all()).toEqual([]);
	});

	test('succeeds with a good one, with blanks around what was entered too', async () => {
		expect(await n8n.testCredential(credentialId)).toMatchObject({ status: 'OK' });
		const { apiKey, baseUrl } = sandbox;
		const blanks = { apiKey: ` ${apiKey}\n`, baseUrl: ` ${baseUrl}/ `, companyId: ' ' };
		expect(await n8n.testCredential(credentialId, blanks)).toMatchObject({ status: 'OK' });
	});
});

type Check = (account: Account) => Promise<void>;
const withoutRead: Array<[string, Check]> = [
	['a write', write],
	['publication', publish],
	['unpublication', unpublish],
	['a poll', poll],
	['the test of the credential', testCredential],
];
const all: typeof withoutRead = [...withoutRead, ['a read', read]];
const rows = (name: string, wrong: Misbehaviour, checks: typeof all) =>
	checks.map(([what, check]): [string, string, Misbehaviour, Check] => [name, what, wrong, check]);

// Side by side, and what takes longest first: Jest has five under way at a time. A read is tried
// four times, which takes eight minutes with what drips.
test.concurrent.each([
	...rows('an answer that drips', DRIP, withoutRead),
	...rows('a redirect with 302', redirect(302), all),
	...rows('a redirect with 307', redirect(307), all),
	...rows('a web page', WEB_PAGE, all),
])('%s: %s', async (_name, _what, wrong, check) => await withAccount(wrong, check));

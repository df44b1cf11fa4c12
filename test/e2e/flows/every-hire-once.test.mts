import { hiresCredential, importExample } from '../../harness/example.mts';
import { itemsOf, localize, startN8n, type N8n } from '../../harness/n8n.mts';
import type { Body } from '../../harness/rest.mts';
import { until } from '../../harness/until.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';

jest.setTimeout(300_000);

let n8n: N8n;
let sandbox: HiresSandbox;
beforeAll(async () => {
	// With IDs of its own in the deliveries, which no one who looks gets to see.
	sandbox = await startHiresSandbox({
		dialect: 'article',
		rewriteUrl: (url) => localize(n8n)(url),
	});
	n8n = await startN8n();
});
afterAll(async () => {
	await n8n?.remove();
	await sandbox?.close();
});

/** The example with a credential chosen, and a poll every ten seconds in place of every hour. */
async function importPollingOften(): Promise<string> {
	const seconds = [0, 10, 20, 30, 40, 50];
	const pollTimes = {
		item: seconds.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })),
	};
	const credentials = { hundredHiresApi: await hiresCredential(n8n, sandbox) };
	return await importExample(n8n, 'every-hire-once.json', credentials, (node) => {
		const parameters = node.parameters as Body;
		return 'pollTimes' in parameters ? { ...node, parameters: { ...parameters, pollTimes } } : node;
	});
}

test('each hire reaches the flow once: told and looked up, or only looked up', async () => {
	const id = await importPollingOften();
	await n8n.activate(id);
	const { world } = sandbox;
	const [jobId] = world.jobs.keys();
	const hire = (name: string) => {
		const application = world.apply({
			jobId,
			firstName: name,
			lastName: 'Byron',
			email: `${name}@example.com`,
		});
		return world.hire(application.id);
	};
	const hiredBy = (mode: string, executions: Awaited<ReturnType<N8n['executions']>>) =>
		executions.filter((execution) => execution.mode === mode).length;
	const waitFor = async (mode: string, count: number) =>
		await until(
			`${count} executions by ${mode}`,
			async () => {
				const executions = await n8n.executions(id);
				const ended = executions.filter(({ status }) => status === 'success');
				return hiredBy(mode, ended) >= count ? executions : undefined;
			},
			90_000,
		);

	hire('Ada');
	await waitFor('webhook', 1);
	await waitFor('trigger', 1);
	// The webhook is gone: a hire that nobody tells of.
	for (const webhook of sandbox.webhooks.all()) sandbox.webhooks.remove(webhook.id);
	hire('Bob');
	const executions = await waitFor('trigger', 2);
	const names = executions.flatMap((execution) =>
		itemsOf(execution, 'What you do with a hire').map(({ firstName }) => firstName),
	);
	expect(names.sort()).toEqual(['Ada', 'Bob']);
});

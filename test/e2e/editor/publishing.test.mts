import { randomUUID } from 'node:crypto';
import type { Body } from '../../harness/rest.mts';
import { REAL_CLOCK } from '../../sandbox/hires/index.mts';
import { openWorkflow, publish, toast } from '../helpers/editor/canvas.mts';
import {
	API_KEY,
	setUpEditor,
	whereThereIsABrowser,
	type EditorSetup,
} from '../helpers/editor/setup.mts';

jest.setTimeout(600_000);

/** n8n shows nothing but the message when a workflow cannot be published: it has to say what happened, and what to do. */
whereThereIsABrowser()('publishing that fails', () => {
	let setup: EditorSetup;
	beforeAll(async () => {
		setup = await setUpEditor({
			// As n8n has it that was never told its public address.
			webhookUrl: 'http://127.0.0.1:5678/',
			hires: {
				allowLocalUrls: true,
				rateLimit: { limit: 100, windowSeconds: 600 },
				clock: REAL_CLOCK,
			},
		});
	});
	afterEach(() => expect(setup.errors()).toEqual([]));
	afterAll(async () => await setup?.close());

	/** What the editor says when a workflow with the trigger is published. */
	async function refusalOf(credential: Body, parameters: Body): Promise<string> {
		const { n8n, page } = setup;
		const name = 'Key';
		const id = await n8n.createCredential('hundredHiresApi', name, {
			companyId: '',
			...credential,
		});
		const workflow = await n8n.createWorkflow({
			nodes: [
				{
					name: '100Hires Trigger',
					type: 'n8n-nodes-100hires.hundredHiresTrigger',
					webhookId: randomUUID(),
					parameters,
					credentials: { hundredHiresApi: { id, name } },
				},
			],
		});
		await openWorkflow(page, workflow);
		await publish(page);
		const message = toast(page, 'Workflow could not be published');
		// n8n tries again for a quarter of a minute first.
		await message.waitFor();
		return (await message.innerText()).replace(/\s+/g, ' ');
	}

	it('for a wrong API key', async () => {
		const { baseUrl } = setup.hires;
		const said = await refusalOf({ apiKey: 'wrong-key', baseUrl }, { events: ['candidate.hired'] });
		expect(said).toContain('(HTTP 401)');
		expect(said).toContain(
			'Check the API key in the 100Hires credential (100Hires: Settings > Integrations).',
		);
		expect(said).toContain('write to support@100hires.com.');
	});

	it('for an n8n that has no public address', async () => {
		const baseUrl = 'https://api.100hires.com/v2';
		const said = await refusalOf({ apiKey: API_KEY, baseUrl }, { events: ['candidate.hired'] });
		expect(said).toContain(
			'100Hires can only call a public HTTPS address, and this n8n gives its webhooks the address http://127.0.0.1:5678/webhook/',
		);
		expect(said).toContain('to that address (https://…) and restart n8n.');
		expect(said).toContain('use the 100Hires Polling Trigger, which needs no public address.');
	});

	it('for a key that has used up its requests', async () => {
		const { baseUrl } = setup.hires;
		const headers = { authorization: `Bearer ${API_KEY}` };
		let status = 200;
		while (status === 200) ({ status } = await fetch(`${baseUrl}/users`, { headers }));
		expect(status).toBe(429);

		const said = await refusalOf({ apiKey: API_KEY, baseUrl }, { events: ['candidate.hired'] });
		expect(said).toContain(
			'The API key has used up its requests (new keys have 100 in 10 minutes). Try again after 20',
		);
		expect(said).toContain('100Hires lifts the limit on request (support@100hires.com).');
	});

	it('for a trigger without an event', async () => {
		const { baseUrl } = setup.hires;
		const said = await refusalOf({ apiKey: API_KEY, baseUrl }, { events: [] });
		expect(said).toContain(
			'Node "100Hires Trigger": - Missing or invalid required parameters: events',
		);
	});
});

/** What a release kept in n8n's database is used by later ones: n8n calls nothing of a published workflow when a package is updated. */
import type { IDataObject } from 'n8n-workflow';
import { HundredHiresPollingTrigger } from '../../nodes/HundredHires/HundredHiresPollingTrigger.node.ts';
import { selectEvents } from '../../nodes/HundredHires/events/index.ts';
import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { RELEASES, savedFlow, savedStaticData } from '../fixtures/saved.mts';
import { trigger } from '../harness/contexts.mts';
import { polling, POLLING_TRIGGER } from '../harness/polling.mts';
import {
	ManualClock,
	signatureHeader,
	startHiresSandbox,
	type EventName,
	type HiresSandbox,
} from '../sandbox/hires/index.mts';

/** A registration as the trigger keeps it. */
interface Kept {
	id: number;
	url: string;
	events: EventName[];
	secrets: string[];
}

describe.each(RELEASES)('what %s kept', (release) => {
	let sandbox: HiresSandbox;
	let clock: ManualClock;
	beforeEach(async () => {
		clock = new ManualClock(1_800_000_000);
		sandbox = await startHiresSandbox({ dialect: 'article', clock });
	});
	afterEach(async () => await sandbox.close());

	const accountOf = ({ apiKey, baseUrl }: HiresSandbox) => ({ apiKey, baseUrl });

	/** Whether a webhook is registered for all that a trigger selects in this version. */
	const hasEvery = (events: EventName[], selected: unknown): boolean =>
		selectEvents(selected as string[]).every((name) => (events as string[]).includes(name));

	test('lets deliveries in, finds the webhooks, and removes them', async () => {
		const nodes = savedFlow(release, 'trigger').nodes.filter(({ type }) =>
			type.endsWith('.hundredHiresTrigger'),
		);
		const kept = savedStaticData(release, 'trigger');
		const registrationOf = (name: string) => kept[`node:${name}`].registration as unknown as Kept;
		const ids = (a: { name: string }, b: typeof a) =>
			registrationOf(a.name).id - registrationOf(b.name).id;
		const running = [...nodes].sort(ids).map(({ name, parameters, webhookId }) => {
			const { id, url, events, secrets } = registrationOf(name);
			const jobId = parameters.scope === 'job' ? 301 : null;
			const webhook = sandbox.webhooks.add({ url, events, jobId, secret: secrets[0] });
			expect(webhook.id).toBe(id);
			const node = trigger(new HundredHiresTrigger(), {
				credential: accountOf(sandbox),
				staticData: { [`node:${name}`]: kept[`node:${name}`] },
				nodeName: name,
				webhookId,
				parameters: parameters as IDataObject,
			});
			return { node, secrets, events, parameters, url };
		});
		const application = { id: 7, candidate_id: 5, job_id: 301, status: 'hired', hired_at: 1 };
		const data = { application, candidate: { id: 5, first_name: 'Ada', last_name: 'Byron' } };
		const hire = { event_id: 'evt-1', event_type: 'candidate.hired', timestamp: 1, data };
		const body = Buffer.from(JSON.stringify(hire));
		for (const { node, secrets, events, parameters, url } of running) {
			const headers = { 'x-hires-signature-v2': signatureHeader(body, secrets) };
			const { sent, result } = await node.deliver({ body, headers });
			expect(sent.status).toBeNull();
			expect(result.workflowData).toMatchObject([[{ json: { event: 'candidate.hired' } }]]);
			// A later release may have an event more, with which *All Events* is registered anew.
			const { existed } = await node.activate();
			expect(existed).toBe(hasEvery(events, parameters.events));
			expect(sandbox.webhooks.all().filter((webhook) => webhook.url === url)).toHaveLength(1);
			await node.deactivate();
		}
		expect(sandbox.webhooks.all()).toEqual([]);
	});

	test('tells the polling trigger where it was', async () => {
		const [{ name, parameters }] = savedFlow(release, 'polling').nodes;
		// A node without a state, and without a time to start from, gives nothing at its first poll.
		const { startFrom: _, ...options } = parameters.options as IDataObject;
		sandbox.world.apply({ jobId: 301, firstName: 'Ada', lastName: 'Byron', email: 'a@b.example' });
		clock.advance(3600);
		const poll = async (staticData: IDataObject) =>
			await polling(new HundredHiresPollingTrigger(), {
				credential: accountOf(sandbox),
				parameters: {
					...(parameters as IDataObject),
					options: { ...options, outputPerEvent: false },
				},
				staticData,
			}).poll();
		expect(await poll({})).toEqual([]);
		const state = savedStaticData(release, 'polling')[`node:${name}`];
		expect(await poll({ [`node:${POLLING_TRIGGER}`]: state })).toMatchObject([
			{ event: 'application.created', firstName: 'Ada' },
		]);
	});
});

import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { recordLog, trigger } from '../harness/contexts.mts';
import {
	EVENT_NAMES,
	startHiresSandbox,
	type Dialect,
	type HiresSandbox,
} from '../sandbox/hires/index.mts';

jest.setTimeout(120_000);

const STEPS = 200;
const OTHERS = [
	'https://other.example.com/webhook',
	'https://n8n.example.test/webhook/another/webhook',
];

/** What may happen to a workflow and to its webhook; each is one step of a history. */
const STEP = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('activate' as const) }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('deactivate' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('edit' as const),
			job: fc.nat(3),
			events: fc.subarray([...EVENT_NAMES], { minLength: 1 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('lose the static data' as const) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restore a backup' as const) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('removed at 100Hires' as const) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('a copy appears' as const) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('crash while activating' as const),
			answered: fc.boolean(),
		}),
	},
);

type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

/** A workflow in n8n, with what n8n would have in its database. */
class Workflow {
	active = false;
	staticData: IDataObject = {};
	backup: IDataObject = {};
	parameters: IDataObject = { events: [...EVENT_NAMES], scope: 'company' };

	private readonly sandbox: HiresSandbox;

	constructor(sandbox: HiresSandbox) {
		this.sandbox = sandbox;
	}

	node() {
		const credential = { apiKey: this.sandbox.apiKey, baseUrl: this.sandbox.baseUrl };
		const staticData = structuredClone(this.staticData);
		return trigger(new HundredHiresTrigger(), {
			credential,
			parameters: this.parameters,
			staticData,
		});
	}

	/** Runs what n8n runs, and saves the static data as n8n does: after a success, and after a failure that it cleaned up. */
	async activate(): Promise<void> {
		const node = this.node();
		await node.activate();
		this.staticData = node.staticData();
		this.active = true;
	}

	async deactivate(): Promise<void> {
		const node = this.node();
		await node.deactivate();
		this.staticData = node.staticData();
		this.active = false;
	}
}

async function take(
	step: Step,
	workflow: Workflow,
	sandbox: HiresSandbox,
	url: string,
): Promise<void> {
	const own = () => sandbox.webhooks.all().filter((webhook) => webhook.url === url);
	const jobs = [...sandbox.world.jobs.keys()];
	switch (step.kind) {
		case 'activate':
			return await workflow.activate();
		case 'deactivate':
			return await workflow.deactivate();
		case 'edit': {
			// n8n takes the trigger down with its old parameters and puts it up with the new ones.
			const { active } = workflow;
			if (active) await workflow.deactivate();
			const place =
				step.job === 0
					? { scope: 'company' }
					: { scope: 'job', jobId: { __rl: true, mode: 'id', value: jobs[step.job - 1] } };
			workflow.parameters = { events: step.events, ...place };
			if (active) await workflow.activate();
			return;
		}
		case 'lose the static data':
			workflow.backup = workflow.staticData;
			workflow.staticData = {};
			// Only where the webhook is in the list that the node looks at: see docs/contract.md for what it cannot find.
			return await workflow.activate();
		case 'restore a backup':
			workflow.staticData = workflow.backup;
			return await workflow.activate();
		case 'removed at 100Hires':
			for (const webhook of own().slice(0, 1)) sandbox.webhooks.remove(webhook.id);
			return;
		case 'a copy appears': {
			const [model] = own();
			sandbox.webhooks.add({
				url,
				jobId: model?.jobId ?? null,
				events: model?.events ?? [...EVENT_NAMES],
			});
			return await workflow.activate();
		}
		case 'crash while activating': {
			// Between the vendor's create and n8n's save; or before the vendor's answer.
			const node = workflow.node();
			if (!step.answered)
				sandbox.faults.next(
					1,
					{ dropAfterHandling: true },
					(request) => request.method === 'POST' && request.path.endsWith('/webhooks'),
				);
			await node.activate().catch(() => undefined);
			sandbox.faults.clear();
			return await workflow.activate();
		}
	}
}

test.each<Dialect>(['openapi', 'article'])(
	`${STEPS} random steps in the %s dialect: always as the model says`,
	async (dialect) => {
		recordLog();
		let steps = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(STEP, { minLength: 10, maxLength: 20, size: 'max' }),
				async (history) => {
					const sandbox = await startHiresSandbox({ dialect });
					try {
						const others = OTHERS.map((url) =>
							sandbox.webhooks.add({
								url,
								events: dialect === 'article' ? [...EVENT_NAMES] : null,
							}),
						);
						const workflow = new Workflow(sandbox);
						const { url } = workflow.node();
						for (const step of history) {
							await take(step, workflow, sandbox, url);
							steps++;
							const own = sandbox.webhooks.all().filter((webhook) => webhook.url === url);
							const foreign = sandbox.webhooks.all().filter((webhook) => webhook.url !== url);
							expect(foreign).toEqual(others);
							if (step.kind === 'removed at 100Hires') continue;
							expect([step.kind, own.length]).toEqual([step.kind, workflow.active ? 1 : 0]);
							if (!workflow.active) continue;
							const [webhook] = own;
							const { scope, jobId, events } = workflow.parameters as {
								scope: string;
								jobId?: { value: number };
								events: string[];
							};
							expect([webhook.scope, webhook.jobId]).toEqual([scope, jobId?.value ?? null]);
							if (dialect === 'article') expect(new Set(webhook.events)).toEqual(new Set(events));
							const held = (
								workflow.staticData['node:100Hires Trigger'] as {
									registration: { secrets: string[] };
								}
							).registration.secrets;
							expect(held).toContain(webhook.secrets[0]);
						}
					} finally {
						await sandbox.close();
					}
				},
			),
			{ numRuns: 20 },
		);
		expect(steps).toBeGreaterThanOrEqual(STEPS);
	},
);

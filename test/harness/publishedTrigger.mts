import { localize } from './n8n.mts';
import type { N8n } from './n8n.mts';
import { startHiresSandbox } from '../sandbox/hires/index.mts';
import type { HiresSandbox, HiresSandboxOptions } from '../sandbox/hires/index.mts';
import type { Target } from './sendDeliveries.mts';
import { reportingNode, startReports } from './reports.mts';
import type { Reports } from './reports.mts';
import { allEnded } from './executionCounts.mts';
import type { ExecutionCounts } from './executionCounts.mts';

const TRIGGER = '100Hires Trigger';

/** A published workflow of the trigger and a node `Flow` behind it, and the stand-in that its webhook is registered at. */
export interface PublishedTrigger {
	workflowId: string;
	/** At n8n's own port. */
	target: Target;
	sandbox: HiresSandbox;
	/** Waits until so many executions have ended, and none is under way. */
	ended(count: number): Promise<ExecutionCounts>;
	/** Deletes the workflow and stops the stand-in. */
	close(): Promise<void>;
}

/** A published trigger whose node `Flow` counts what reached it. */
export interface CountingTrigger extends PublishedTrigger {
	reports: Reports;
}

export interface PublishOptions {
	sandbox?: HiresSandboxOptions;
	/** Value of the trigger's `options`. */
	options?: Record<string, unknown>;
	/** In place of a node that does nothing; its name has to be `Flow`. */
	behind?: Record<string, unknown>;
	/** Origin through which n8n reaches the stand-in, given the stand-in's own. */
	through?: (sandbox: HiresSandbox) => Promise<string>;
}

/** Makes a workflow that runs on every event, and publishes it. */
export async function publishTrigger(
	n8n: N8n,
	wanted: PublishOptions = {},
): Promise<PublishedTrigger> {
	const sandbox = await startHiresSandbox({
		dialect: 'openapi',
		pushedEvents: 'all',
		rewriteUrl: localize(n8n),
		...wanted.sandbox,
	});
	const origin = await wanted.through?.(sandbox);
	const credentialId = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: origin ? `${origin}/v2` : sandbox.baseUrl,
	});
	const workflowId = await n8n.createWorkflow({
		name: 'Events of 100Hires',
		nodes: [
			{
				name: TRIGGER,
				type: 'n8n-nodes-100hires.hundredHiresTrigger',
				parameters: { events: ['*'], scope: 'company', options: wanted.options ?? {} },
				credentials: { hundredHiresApi: { id: credentialId, name: '100Hires' } },
			},
			wanted.behind ?? { name: 'Flow', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Flow', type: 'main', index: 0 }]] } },
	});
	await n8n.activate(workflowId);
	const [webhook] = sandbox.webhooks.all();
	return {
		workflowId,
		target: { url: localize(n8n)(webhook.url), secret: webhook.secrets[0] },
		sandbox,
		ended: async (count) => await allEnded(n8n, workflowId, count),
		close: async () => {
			await n8n.deleteWorkflow(workflowId);
			await sandbox.close();
		},
	};
}

/** Publishes a trigger with a node behind it that counts; a node of its own costs each execution a few milliseconds. */
export async function publishCountingTrigger(
	n8n: N8n,
	wanted: PublishOptions = {},
): Promise<CountingTrigger> {
	const reports = await startReports();
	const published = await publishTrigger(n8n, { ...wanted, behind: reportingNode(reports.url) });
	return {
		...published,
		reports,
		close: async () => {
			reports.release();
			await published.close();
			await reports.close();
		},
	};
}

import { itemsOf, localize } from './n8n.mts';
import type { Execution, ExecutionSummary, N8n } from './n8n.mts';
import { startHiresSandbox } from '../sandbox/hires/index.mts';
import type { HiresSandbox } from '../sandbox/hires/index.mts';
import type { Target } from './flood.mts';
import { isBody } from './rest.mts';
import { until } from './until.mts';

const TRIGGER = '100Hires Trigger';
const ENDED = ['success', 'error', 'canceled', 'crashed'];

/** A published workflow of the trigger and a node `Flow` behind it, and the stand-in that its webhook is registered at. */
export interface Road {
	workflowId: string;
	/** At n8n's own port. */
	target: Target;
	/** Waits until so many executions have ended, and none is under way. */
	ended(count: number): Promise<ExecutionSummary[]>;
	sandbox: HiresSandbox;
}

/** Makes a workflow that runs on every event, and publishes it. */
export async function openRoad(n8n: N8n): Promise<Road> {
	const sandbox = await startHiresSandbox({
		account: 'openapi',
		pushedEvents: 'all',
		rewriteUrl: localize(n8n),
	});
	const credentialId = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: sandbox.baseUrl,
	});
	const workflowId = await n8n.createWorkflow({
		name: 'Events of 100Hires',
		nodes: [
			{
				name: TRIGGER,
				type: 'n8n-nodes-100hires.hundredHiresTrigger',
				parameters: { events: ['*'], scope: 'company' },
				credentials: { hundredHiresApi: { id: credentialId, name: '100Hires' } },
			},
			{ name: 'Flow', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Flow', type: 'main', index: 0 }]] } },
	});
	await n8n.activate(workflowId);
	const [hook] = sandbox.hooks.all();
	// Asks for a single one again and again: n8n is slowed down by lists of hundreds.
	const pending = new URLSearchParams({
		filter: JSON.stringify({ workflowId, status: ['new', 'running', 'waiting'] }),
		limit: '1',
	});
	const ended = async (count: number) => {
		let last: ExecutionSummary[] = [];
		return await until(
			`${count} executions to end`,
			async () => {
				const { data } = await n8n.request('GET', `/rest/executions?${pending}`);
				if (!isBody(data) || !Array.isArray(data.results)) throw new Error('n8n lists nothing');
				if (data.results.length > 0) return undefined;
				last = await n8n.executionSummaries(workflowId);
				const all = last.length >= count && last.every(({ status }) => ENDED.includes(status));
				return all ? last : undefined;
			},
			120_000,
			() => `There were ${last.length} when nothing was under way.`,
		);
	};
	const url = localize(n8n)(hook.url);
	return { workflowId, target: { url, secret: hook.secrets[0] }, ended, sandbox };
}

/** How often each application reached `Flow`, by ID. */
export function arrivals(executions: readonly Execution[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const execution of executions) {
		for (const item of itemsOf(execution, 'Flow')) {
			const id = Number(item.applicationId);
			counts.set(id, (counts.get(id) ?? 0) + 1);
		}
	}
	return counts;
}

/** How many executions had an event in `Flow`. */
export function reached(executions: readonly Execution[]): number {
	return executions.filter((execution) => itemsOf(execution, 'Flow').length > 0).length;
}

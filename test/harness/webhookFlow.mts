import { randomUUID } from 'node:crypto';
import type { Execution, N8n } from './n8n.mts';
import type { Body } from './rest.mts';

const START = 'Start';

/** A workflow that starts when its address is called, and answers with what its last node gives. */
export interface Flow {
	path: string;
	nodes: Body[];
	connections: Record<string, Body>;
}

/** Nodes in a chain behind a Webhook node. */
export function flow(chain: ReadonlyArray<Body & { name: string }>): Flow {
	const path = randomUUID();
	const start = {
		name: START,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries' },
	};
	const nodes = [start, ...chain];
	const connections = Object.fromEntries(
		chain.map(({ name }, index) => [
			nodes[index].name,
			{ main: [[{ node: name, type: 'main', index: 0 }]] },
		]),
	);
	return { path, nodes, connections };
}

/** A flow that is published. */
export interface OpenFlow {
	workflowId: string;
	/** Calls it, and gives what its last node gave once that has ended. */
	call(body?: unknown): Promise<{ status: number; answer: unknown }>;
	/** Removes it. */
	close(): Promise<void>;
}

/** Publishes a flow; `settings` are the workflow's. */
export async function openFlow(
	n8n: N8n,
	{ path, ...workflow }: Flow,
	settings: Body = {},
): Promise<OpenFlow> {
	const workflowId = await n8n.createWorkflow({ name: 'Flow', ...workflow, settings });
	await n8n.activate(workflowId);
	return {
		workflowId,
		call: async (body = {}) => {
			const response = await fetch(n8n.webhookUrl(path), {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			const text = await response.text();
			return { status: response.status, answer: text === '' ? null : JSON.parse(text) };
		},
		close: async () => await n8n.deleteWorkflow(workflowId),
	};
}

/** Publishes a flow, calls it once, and removes it. */
export async function runFlow(
	n8n: N8n,
	wanted: Flow,
	body: unknown = {},
): Promise<{ status: number; answer: unknown; execution: Execution }> {
	const open = await openFlow(n8n, wanted);
	try {
		const answered = await open.call(body);
		const [execution] = await n8n.waitForExecutions(open.workflowId, 1);
		return { ...answered, execution };
	} finally {
		await open.close();
	}
}

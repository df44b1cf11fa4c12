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

/** Nodes in a chain behind a Webhook node; `settings` are the workflow's. */
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

/** Publishes a flow, calls it once, and removes it. */
export async function runFlow(
	n8n: N8n,
	{ path, ...workflow }: Flow,
	body: unknown = {},
): Promise<{ status: number; answer: unknown; execution: Execution }> {
	const id = await n8n.createWorkflow({ name: 'Flow', ...workflow });
	try {
		await n8n.activate(id);
		const response = await fetch(n8n.webhookUrl(path), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		const text = await response.text();
		const [execution] = await n8n.waitForExecutions(id, 1);
		const answer: unknown = text === '' ? null : JSON.parse(text);
		return { status: response.status, answer, execution };
	} finally {
		await n8n.deleteWorkflow(id);
	}
}

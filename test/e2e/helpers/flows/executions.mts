import { randomUUID } from 'node:crypto';
import type { Execution, N8n } from '../../../harness/n8n.mts';

/**
 * Does something that starts a flow once, and waits until that execution has ended.
 *
 * @throws Error when there is none within 60 s
 */
export async function executionAfter(
	n8n: N8n,
	workflowId: string,
	act: () => unknown,
): Promise<Execution> {
	const { length } = await n8n.executionSummaries(workflowId);
	await act();
	return (await n8n.waitForExecutions(workflowId, length + 1))[length];
}

/** Waits until everything that n8n has saved so far has ended; it has saved an execution, if there is one, when it answers a delivery. */
export async function allEnded(n8n: N8n, workflowId: string): Promise<Execution[]> {
	const { length } = await n8n.executionSummaries(workflowId);
	return await n8n.waitForExecutions(workflowId, length);
}

/** Presses Execute Workflow in the editor, with the pinned data of the trigger, and waits for the end. */
export async function executionInEditor(
	n8n: N8n,
	workflowId: string,
	triggerName: string,
): Promise<Execution> {
	return await executionAfter(n8n, workflowId, async () => {
		const path = `/rest/workflows/${workflowId}/run`;
		const body = { triggerToStartFrom: { name: triggerName } };
		const { status } = await n8n.request('POST', path, body, { 'push-ref': randomUUID() });
		if (status !== 200) throw new Error(`n8n answered ${status} when the flow was to be tried.`);
	});
}

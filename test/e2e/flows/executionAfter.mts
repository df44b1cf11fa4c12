import type { Execution, N8n } from '../../harness/n8n.mts';

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

import { randomUUID } from 'node:crypto';
import type { Execution, N8n } from './n8n.mts';
import { until } from './until.mts';

/**
 * Presses "Execute workflow" on a trigger that has data pinned, and waits for the end: what a user does who tries a flow.
 *
 * @throws Error when n8n does not start at once, which it does only with pinned data
 */
export async function tryPinned(
	n8n: N8n,
	workflowId: string,
	triggerName: string,
): Promise<Execution> {
	const before = (await n8n.executionSummaries(workflowId)).map(({ id }) => id);
	const { status, data } = await n8n.request(
		'POST',
		`/rest/workflows/${workflowId}/run`,
		{ triggerToStartFrom: { name: triggerName } },
		{ 'push-ref': randomUUID() },
	);
	if (status >= 400 || !JSON.stringify(data).includes('executionId')) {
		throw new Error(`"${triggerName}" did not start (${status}): ${JSON.stringify(data)}`);
	}
	return await until(
		`the end of the execution from "${triggerName}"`,
		async () => {
			const all = await n8n.executions(workflowId);
			const started = all.find(({ id }) => !before.includes(id));
			return started && !['new', 'running'].includes(started.status) ? started : undefined;
		},
		120_000,
	);
}

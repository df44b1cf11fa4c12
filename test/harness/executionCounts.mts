import { summary } from './executions.mts';
import type { ExecutionSummary, N8n } from './n8n.mts';
import { isBody } from './rest.mts';
import { until } from './until.mts';

const UNDER_WAY = ['new', 'running', 'waiting'];
const ENDED = ['success', 'error', 'canceled', 'crashed'];

/** How many executions ended in each of the ways; ways that none ended in are left out. */
export type ExecutionCounts = Partial<Record<string, number>>;

/**
 * The newest executions with one of these statuses, and the number of all of them. For many executions n8n's list cannot be read
 * page by page: it sorts by start and cuts the pages by ID, and drops some in between (n8n 2.41.1, ExecutionListV1Service).
 */
async function list(n8n: N8n, workflowId: string, status: string[], limit: number) {
	const query = new URLSearchParams({
		filter: JSON.stringify({ workflowId, status }),
		limit: String(limit),
	});
	const { data } = await n8n.request('GET', `/rest/executions?${query}`);
	if (!isBody(data) || !Array.isArray(data.results)) throw new Error('n8n lists no executions.');
	return { newest: data.results.filter(isBody).map(summary), count: Number(data.count) };
}

/** The newest 100 executions of a workflow that ended so. */
export async function listByStatus(
	n8n: N8n,
	workflowId: string,
	status: string,
): Promise<ExecutionSummary[]> {
	return (await list(n8n, workflowId, [status], 100)).newest;
}

/** Waits until so many executions of a workflow have ended, and none is under way; 2 minutes and 0.1 s for each. */
export async function allEnded(
	n8n: N8n,
	workflowId: string,
	count: number,
): Promise<ExecutionCounts> {
	let last: ExecutionCounts = {};
	return await until(
		`${count} executions to end`,
		async () => {
			if ((await list(n8n, workflowId, UNDER_WAY, 1)).count > 0) return undefined;
			const counts: Array<[string, number]> = [];
			for (const status of ENDED)
				counts.push([status, (await list(n8n, workflowId, [status], 1)).count]);
			last = Object.fromEntries(counts.filter(([, number]) => number > 0));
			const sum = counts.reduce((total, [, number]) => total + number, 0);
			return sum >= count ? last : undefined;
		},
		120_000 + count * 100,
		() => `There were ${JSON.stringify(last)} when nothing was under way.`,
	);
}

/** Presses Retry as the editor does, with the workflow as it was then, and waits for the end. */
export async function retry(n8n: N8n, { id }: ExecutionSummary): Promise<void> {
	const answer = await n8n.request('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
	expect(answer).toMatchObject({ status: 200, data: { status: 'success' } });
}

/** Which of these executions holds the event of each application; applications that none has are left out. */
export async function findHolders(
	n8n: N8n,
	executions: readonly ExecutionSummary[],
	applications: readonly number[],
): Promise<Map<number, ExecutionSummary>> {
	const found = new Map<number, ExecutionSummary>();
	for (const execution of executions) {
		const content = JSON.stringify(await n8n.request('GET', `/rest/executions/${execution.id}`));
		for (const id of applications)
			if (content.includes(`applicationId\\":${id}`)) found.set(id, execution);
	}
	return found;
}

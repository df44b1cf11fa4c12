import { parseFlatted } from './flatted.mts';
import { isBody } from './rest.mts';
import type { Body, Rest } from './rest.mts';
import { until } from './until.mts';

/** An execution as n8n lists it. */
export interface ExecutionSummary {
	id: string;
	/** `new`, `running`, `waiting`, `success`, `error`, `canceled` or `crashed`. */
	status: string;
	/** `webhook` for deliveries, `manual` for test runs, `trigger` for polls. */
	mode: string;
	startedAt: string;
}

export interface Execution extends ExecutionSummary {
	/** The `json` of each item, by node name, run and output: `runData['Node'][0][0]`. */
	runData: Record<string, Body[][][]>;
	/** Message of the error that ended it. */
	error?: string;
	/** What the editor shows below that message: mostly the other side's own words. */
	errorDetails?: string;
}

export interface WaitOptions {
	/** Time limit in milliseconds, 60 s by default. */
	timeoutMs?: number;
	/** Count only executions that ended so. By default all that ended. */
	status?: string;
}

const FINISHED = ['success', 'error', 'canceled', 'crashed'];
const PAGE = 100;
const AT_ONCE = 10;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const bodies = (value: unknown): Body[] => list(value).filter(isBody);

/** Reads an execution as n8n lists it. */
export function summary(execution: Body): ExecutionSummary {
	const { id, status, mode, startedAt } = execution;
	return {
		id: String(id),
		status: String(status),
		mode: String(mode),
		startedAt: String(startedAt),
	};
}

function readData(flatted: unknown): Pick<Execution, 'runData' | 'error' | 'errorDetails'> {
	const data = typeof flatted === 'string' ? parseFlatted(flatted) : undefined;
	const result = isBody(data) && isBody(data.resultData) ? data.resultData : {};
	const runData: Execution['runData'] = {};
	for (const [node, runs] of Object.entries(isBody(result.runData) ? result.runData : {})) {
		runData[node] = bodies(runs).map((run) => {
			const outputs = isBody(run.data) ? list(run.data.main) : [];
			return outputs.map((items) => bodies(items).map(({ json }) => (isBody(json) ? json : {})));
		});
	}
	const { error } = result;
	if (!isBody(error)) return { runData };
	const errorDetails = [error.description, ...list(error.messages)].filter(Boolean).join('\n');
	return { runData, error: String(error.message), errorDetails };
}

/** All items that a node put out in an execution, whatever the run and the output. */
export function itemsOf(execution: Execution, node: string): Body[] {
	return (execution.runData[node] ?? []).flat(2);
}

export function executions({ call }: Rest) {
	const summaries = async (workflowId: string): Promise<ExecutionSummary[]> => {
		const found = new Map<string, ExecutionSummary>();
		let cursor: unknown;
		do {
			const query = new URLSearchParams({
				filter: JSON.stringify({ workflowId }),
				limit: String(PAGE),
				...(typeof cursor === 'string' ? { cursor } : {}),
			});
			const page = await call('GET', `/rest/executions?${query}`);
			for (const each of bodies(page.results).map(summary)) found.set(each.id, each);
			cursor = page.nextCursor;
		} while (typeof cursor === 'string');
		return [...found.values()].sort((a, b) => Number(a.id) - Number(b.id));
	};

	const withData = async (wanted: ExecutionSummary[]): Promise<Execution[]> => {
		const read: Execution[] = [];
		for (let start = 0; start < wanted.length; start += AT_ONCE) {
			const some = wanted.slice(start, start + AT_ONCE).map(async ({ id }) => {
				const execution = await call('GET', `/rest/executions/${id}`);
				return { ...summary(execution), ...readData(execution.data) };
			});
			read.push(...(await Promise.all(some)));
		}
		return read;
	};

	return {
		summaries,
		all: async (workflowId: string) => await withData(await summaries(workflowId)),
		waitFor: async (workflowId: string, count: number, options: WaitOptions = {}) => {
			const { timeoutMs = 60_000, status } = options;
			let last: ExecutionSummary[] = [];
			const finished = await until(
				`${count} ${status ?? 'finished'} executions of workflow ${workflowId}`,
				async () => {
					last = await summaries(workflowId);
					const ended = last.filter((each) =>
						status ? each.status === status : FINISHED.includes(each.status),
					);
					return ended.length >= count ? ended : undefined;
				},
				timeoutMs,
				() => `There are: ${last.map((each) => each.status).join(', ') || 'none'}.`,
			);
			return await withData(finished);
		},
	};
}

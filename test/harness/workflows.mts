import { randomUUID } from 'node:crypto';
import { isBody } from './rest.mts';
import type { Body, Rest } from './rest.mts';
import { until } from './until.mts';

/** A workflow as n8n exports it. What is missing is filled in: the settings, and each node's ID, version, position and parameters. */
export interface WorkflowInput {
	name?: string;
	nodes: Body[];
	connections?: Body;
	settings?: Body;
	[key: string]: unknown;
}

/** n8n tries a failing registration five times, with 1, 2, 4 and 8 s between. */
const PUBLISHED_WITHIN_MS = 90_000;

const withDefaults = (node: Body, index: number): Body => ({
	id: randomUUID(),
	typeVersion: 1,
	position: [index * 220, 0],
	parameters: {},
	...node,
});

const describeTriggers = (status: Body): string =>
	(Array.isArray(status.triggers) ? status.triggers : [])
		.filter(isBody)
		.map(({ errorMessage }) => errorMessage)
		.filter(Boolean)
		.join('; ');

export function workflows({ call, request }: Rest) {
	const at = (id: string, rest = '') => `/rest/workflows/${encodeURIComponent(id)}${rest}`;
	const read = async (id: string) => await call('GET', at(id));

	/** Waits until n8n is done with a publication; gives undefined where it has no publication service and so is done already. */
	const settled = async (id: string) => {
		const status = await until(
			`n8n to publish or unpublish workflow ${id}`,
			async () => {
				const { status: code, data } = await request('GET', at(id, '/publication-status'));
				if (code === 404) return null;
				return isBody(data) && data.status !== 'in_progress' ? data : undefined;
			},
			PUBLISHED_WITHIN_MS,
		);
		return status ?? undefined;
	};

	const deactivate = async (id: string) => {
		await call('POST', at(id, '/deactivate'), {});
		await settled(id);
	};

	return {
		create: async (workflow: WorkflowInput) => {
			const { id } = await call('POST', '/rest/workflows', {
				name: 'Test',
				connections: {},
				settings: { executionOrder: 'v1' },
				...workflow,
				nodes: workflow.nodes.map(withDefaults),
			});
			return String(id);
		},
		update: async (id: string, changes: Partial<WorkflowInput>) => {
			const { versionId } = await read(id);
			const nodes = changes.nodes?.map(withDefaults);
			await call('PATCH', at(id), { versionId, ...changes, ...(nodes ? { nodes } : {}) });
		},
		read,
		activate: async (id: string) => {
			const { versionId } = await read(id);
			await call('POST', at(id, '/activate'), { versionId });
			const status = await settled(id);
			if (!status || status.status === 'published') return;
			throw new Error(describeTriggers(status) || `The publication is ${String(status.status)}.`);
		},
		deactivate,
		remove: async (id: string) => {
			if ((await read(id)).active) await deactivate(id);
			await call('POST', at(id, '/archive'), {});
			await call('DELETE', at(id));
		},
		staticData: async (id: string): Promise<unknown> => {
			const { staticData } = await read(id);
			return typeof staticData === 'string' ? JSON.parse(staticData) : staticData;
		},
		listen: async (id: string, triggerName: string) => {
			const answer = await call(
				'POST',
				at(id, '/run'),
				{ triggerToStartFrom: { name: triggerName } },
				{ 'push-ref': randomUUID() },
			);
			if (answer.waitingForWebhook === true) return;
			throw new Error(`n8n does not wait for a test event of "${triggerName}".`);
		},
		stopListening: async (id: string) => {
			await call('DELETE', `/rest/test-webhook/${encodeURIComponent(id)}`);
		},
	};
}

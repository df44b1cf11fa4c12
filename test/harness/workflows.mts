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

/** What the editor gives a node that may have a webhook. n8n 1.x has no address without it for a node with a space in its name. */
const withWebhookId = (node: Body): Body =>
	/trigger$/i.test(String(node.type)) ? { webhookId: randomUUID(), ...node } : node;

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

	/** Before 1.123 (no older one than 1.94 is known here) n8n has no requests of its own for it, but a field of the workflow. */
	const turn = async (id: string, active: boolean) => {
		const { versionId } = await read(id);
		const verb = active ? '/activate' : '/deactivate';
		const { status, data } = await request('POST', at(id, verb), active ? { versionId } : {});
		if (status === 404) await call('PATCH', at(id), { versionId, active });
		else if (status >= 400) throw new Error(String(isBody(data) ? data.message : data));
		return await settled(id);
	};

	/** Presses "Execute workflow" with a trigger chosen. Until 2.0 at least, n8n wants the workflow with it. */
	const run = async (id: string, triggerName: string) => {
		const body = { workflowData: await read(id), triggerToStartFrom: { name: triggerName } };
		return await call('POST', at(id, '/run'), body, { 'push-ref': randomUUID() });
	};

	return {
		create: async (workflow: WorkflowInput) => {
			const { id } = await call('POST', '/rest/workflows', {
				name: 'Test',
				active: false,
				connections: {},
				settings: { executionOrder: 'v1' },
				...workflow,
				nodes: workflow.nodes.map(withDefaults).map(withWebhookId),
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
			const status = await turn(id, true);
			if (!status || status.status === 'published') return;
			throw new Error(describeTriggers(status) || `The publication is ${String(status.status)}.`);
		},
		deactivate: async (id: string) => {
			await turn(id, false);
		},
		remove: async (id: string) => {
			if ((await read(id)).active) await turn(id, false);
			await call('POST', at(id, '/archive'), {});
			await call('DELETE', at(id));
		},
		staticData: async (id: string): Promise<unknown> => {
			const { staticData } = await read(id);
			return typeof staticData === 'string' ? JSON.parse(staticData) : staticData;
		},
		run: async (id: string, triggerName: string) => {
			await run(id, triggerName);
		},
		listen: async (id: string, triggerName: string) => {
			const answer = await run(id, triggerName);
			if (answer.waitingForWebhook === true) return;
			throw new Error(`n8n does not wait for a test event of "${triggerName}".`);
		},
		stopListening: async (id: string) => {
			await call('DELETE', `/rest/test-webhook/${encodeURIComponent(id)}`);
		},
	};
}

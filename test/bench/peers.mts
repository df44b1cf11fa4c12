import { createHmac } from 'node:crypto';
import { localize } from '../harness/n8n.mts';
import type { N8n } from '../harness/n8n.mts';
import { publishTrigger } from '../harness/publishedTrigger.mts';
import { signatureOf } from '../sandbox/hires/index.mts';
import { KINDS } from './figures.mts';
import type { Kind } from './figures.mts';
import type { GitHub } from './github.mts';
import type { Shot } from './load.mts';

/** A published workflow of a trigger and a node behind it that does nothing. */
export interface Peer {
	name: string;
	n8n: N8n;
	workflowId: string;
	url: string;
	/** What can be sent to it at any time. */
	kinds: readonly Kind[];
	/** One delivery of an event that has this ID. */
	shot(kind: Kind, id: number): Shot;
	/** Whether this is how such a delivery is to be answered. */
	isExpected(kind: Kind, status: number, body: string): boolean;
	/** The IDs of the events that it accepted since n8n was started, the oldest first. */
	accepted: number[];
	/** Those of before, as far as they were not sent again. */
	recallable: number[];
	/** Deletes the workflow, and ends what it needs beside n8n. */
	close(): Promise<void>;
}

/** A body of an event with this ID. */
export type BodyOf = (id: number) => string;

const JSON_TYPE = { 'content-type': 'application/json' };
const WRONG_SECRET = 'not the secret';

/** The trigger of this package, with nothing remembered yet. */
export async function openHires(n8n: N8n, bodyOf: BodyOf, name: string): Promise<Peer> {
	const published = await publishTrigger(n8n);
	const { url, secret } = published.target;
	return {
		n8n,
		name,
		workflowId: published.workflowId,
		url,
		kinds: [...KINDS, 'recalled'],
		shot: (kind, id) => {
			const body = bodyOf(id);
			const signature = signatureOf(body, kind === 'refused' ? WRONG_SECRET : secret);
			return { headers: { ...JSON_TYPE, 'x-hires-signature-v2': signature }, body };
		},
		isExpected: (kind, status, body) => {
			if (kind === 'refused') return status === 401;
			// An execution is answered with nothing, everything else with a word on why there is none.
			if (kind === 'repeated') return status === 200 && body.includes('delivered before');
			return status === 200 && body === '';
		},
		accepted: [],
		recallable: [],
		close: async () => await published.close(),
	};
}

const named = (value: string) => ({ __rl: true, mode: 'name', value });

/** Makes a workflow of a trigger and a node `Flow` behind it, as `publishTrigger` does, and publishes it. */
async function publish(n8n: N8n, trigger: Record<string, unknown>): Promise<string> {
	const name = 'Trigger';
	const workflowId = await n8n.createWorkflow({
		name: String(trigger.type),
		nodes: [
			{ name, ...trigger },
			{ name: 'Flow', type: 'n8n-nodes-base.noOp' },
		],
		connections: { [name]: { main: [[{ node: 'Flow', type: 'main', index: 0 }]] } },
	});
	await n8n.activate(workflowId);
	return workflowId;
}

/**
 * n8n's own GitHub Trigger. It gets the same bodies, so that there is the same to hash, parse and save; it looks at none of their
 * fields.
 */
export async function openGitHub(
	n8n: N8n,
	gitHub: GitHub,
	bodyOf: BodyOf,
	name: string,
): Promise<Peer> {
	const data = { server: gitHub.url, user: 'octocat', accessToken: 'token' };
	const id = await n8n.createCredential('githubApi', name, data);
	const workflowId = await publish(n8n, {
		type: 'n8n-nodes-base.githubTrigger',
		parameters: { owner: named('octocat'), repository: named('hello-world'), events: ['push'] },
		credentials: { githubApi: { id, name } },
	});
	const { config } = gitHub.hooks()[gitHub.hooks().length - 1];
	return {
		n8n,
		name,
		workflowId,
		url: localize(n8n)(config.url),
		kinds: KINDS,
		shot: (kind, event) => {
			const body = bodyOf(event);
			const secret = kind === 'refused' ? WRONG_SECRET : config.secret;
			const hash = createHmac('sha256', secret).update(body).digest('hex');
			const headers = { 'x-github-event': 'push', 'x-hub-signature-256': `sha256=${hash}` };
			return { headers: { ...JSON_TYPE, ...headers }, body };
		},
		// It runs the flow for each repeat.
		isExpected: (kind, status) => status === (kind === 'refused' ? 401 : 200),
		accepted: [],
		recallable: [],
		close: async () => await n8n.deleteWorkflow(workflowId),
	};
}

/** n8n's own Webhook node, which checks nothing, so that every delivery is a valid one. */
export async function openWebhook(n8n: N8n, bodyOf: BodyOf, name: string): Promise<Peer> {
	const path = 'bench';
	const workflowId = await publish(n8n, {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		webhookId: path,
	});
	return {
		n8n,
		name,
		workflowId,
		url: n8n.webhookUrl(path),
		kinds: ['valid'],
		shot: (_kind, id) => ({ headers: JSON_TYPE, body: bodyOf(id) }),
		isExpected: (_kind, status) => status === 200,
		accepted: [],
		recallable: [],
		close: async () => await n8n.deleteWorkflow(workflowId),
	};
}

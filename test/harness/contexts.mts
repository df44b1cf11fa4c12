/**
 * n8n-core's own contexts around the trigger, without a running n8n: the code under test meets the real `HookContext`,
 * `WebhookContext` and `ExecuteContext`, with HTTP going out for real.
 */
import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeType,
	IWebhookData,
} from 'n8n-workflow';
import { HundredHiresApi } from '../../credentials/HundredHiresApi.credentials.ts';

// n8n-core writes its settings into the user folder as soon as it is loaded; that must not be the home of whoever runs the tests.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-core-'));
process.env.N8N_ENCRYPTION_KEY ??= 'a key for tests only';

export const core = () => require('n8n-core') as typeof import('n8n-core');
export const workflows = () => require('n8n-workflow') as typeof import('n8n-workflow');

export interface TriggerSetup {
	credential: { apiKey: string; baseUrl: string; companyId?: string };
	parameters?: IDataObject;
	/** What n8n would have in its database; the hooks change it in place. */
	staticData?: IDataObject;
	/** Base of the webhook URLs, as N8N_WEBHOOK_URL. */
	webhookBase?: string;
	/** Tells workflows apart: part of the webhook URL. */
	webhookId?: string;
	nodeName?: string;
	test?: boolean;
}

/** A fake of Express' answer that notes what was sent. */
export function recordingResponse() {
	const sent: { status: number | null; body: unknown } = { status: null, body: undefined };
	const response = {
		status(code: number) {
			sent.status = code;
			return response;
		},
		json(body: unknown) {
			sent.body = body;
			return response;
		},
	};
	return { sent, response };
}

function credentialsHelper(credential: TriggerSetup['credential']) {
	const data = { companyId: '', ...credential };
	return {
		getDecrypted: async () => data,
		getParentTypes: () => [],
		getCredentialsProperties: () => [],
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		authenticate: async (_data: unknown, _type: string, options: IHttpRequestOptions) =>
			await new HundredHiresApi().authenticate(data, options),
	};
}

/** What n8n-core is told of the n8n around an execution. */
export function instanceData(
	credential: TriggerSetup['credential'],
	webhookBase = 'https://n8n.example.test/webhook',
) {
	return {
		webhookBaseUrl: webhookBase,
		webhookTestBaseUrl: webhookBase.replace(/webhook$/, 'webhook-test'),
		webhookWaitingBaseUrl: `${webhookBase}-waiting`,
		formWaitingBaseUrl: webhookBase,
		restApiUrl: webhookBase,
		instanceBaseUrl: webhookBase,
		variables: {},
		executionId: '1',
		currentNodeExecutionIndex: 0,
		credentialsHelper: credentialsHelper(credential),
	};
}

type Log = Record<'error' | 'info' | 'warn', (...parts: unknown[]) => void>;

/** Keeps what the node writes to n8n's log, from here on, a JSON text a line, in place of printing it. */
export function recordLog(): string[] {
	// n8n-core's own copies: npm may well have put others at the top.
	const ofCore = createRequire(require.resolve('n8n-core'));
	const { Container } = ofCore('@n8n/di') as { Container: { get(type: unknown): Log } };
	const { Logger } = ofCore('@n8n/backend-common') as { Logger: unknown };
	const lines: string[] = [];
	const logger = Container.get(Logger);
	for (const level of ['warn', 'info', 'error'] as const)
		logger[level] = (...parts: unknown[]) => void lines.push(JSON.stringify([level, ...parts]));
	return lines;
}

export const NODE_TYPE = 'n8n-nodes-100hires.hundredHiresTrigger';

/** A workflow with the trigger in it, and n8n's contexts for whatever n8n would call it for. */
export function trigger(nodeType: INodeType, setup: TriggerSetup) {
	const { HookContext, WebhookContext, ExecuteContext } = core();
	const { Workflow, createRunExecutionData } = workflows();
	const webhookBase = setup.webhookBase ?? 'https://n8n.example.test/webhook';
	const webhookId = setup.webhookId ?? '6f1c2b9e-0000-4000-8000-000000000001';
	const node: INode = {
		id: `node-${webhookId}`,
		name: setup.nodeName ?? '100Hires Trigger',
		type: NODE_TYPE,
		typeVersion: 1,
		position: [0, 0],
		webhookId,
		parameters: { events: ['*'], ...setup.parameters } as INode['parameters'],
		credentials: { hundredHiresApi: { id: '1', name: '100Hires' } },
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		name: 'Test',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
		staticData: setup.staticData,
	});
	const additionalData = instanceData(setup.credential, webhookBase);
	const webhookData = {
		httpMethod: 'POST',
		node: node.name,
		path: `${webhookId}/webhook`,
		webhookDescription: nodeType.description.webhooks![0],
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
		isTest: setup.test ?? false,
	} as unknown as IWebhookData;
	type Additional = ConstructorParameters<typeof HookContext>[2];
	const extra = additionalData as unknown as Additional;

	const hookContext = () =>
		setup.test
			? new HookContext(workflow, node, extra, 'manual', 'manual', webhookData)
			: new HookContext(workflow, node, extra, 'trigger', 'activate', webhookData);
	const hooks = nodeType.webhookMethods!.default!;

	return {
		node,
		workflow,
		url: `${setup.test ? webhookBase.replace(/webhook$/, 'webhook-test') : webhookBase}/${webhookId}/webhook`,
		/** What the node keeps, as n8n would save it. */
		staticData: () => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject,
		/** As n8n activates: `create` only where `checkExists` says no. */
		async activate(): Promise<{ existed: boolean }> {
			const existed = await hooks.checkExists.call(hookContext());
			if (!existed) await hooks.create.call(hookContext());
			return { existed };
		},
		checkExists: async () => await hooks.checkExists.call(hookContext()),
		deactivate: async () => await hooks.delete.call(hookContext()),
		/** One delivery: what the node answered itself, or what it gave n8n to go on with. */
		async deliver(delivery: {
			body: Buffer | undefined;
			headers: Record<string, string>;
			ip?: string;
		}) {
			const { sent, response } = recordingResponse();
			const request = {
				headers: delivery.headers,
				rawBody: delivery.body,
				body: {},
				ip: delivery.ip ?? '127.0.0.1',
			};
			const data = { ...additionalData, httpRequest: request, httpResponse: response };
			const context = new WebhookContext(
				workflow,
				node,
				data as unknown as Additional,
				setup.test ? 'manual' : 'webhook',
				webhookData,
				[],
				null,
			);
			const result = await nodeType.webhook!.call(context);
			return { sent, result };
		},
		/** The part that runs in the worker, on the items that the delivery gave. */
		async execute(items: INodeExecutionData[]) {
			const run = createRunExecutionData();
			const source = { node, data: { main: [items] }, source: null };
			const context = new ExecuteContext(
				workflow,
				node,
				extra,
				'webhook',
				run,
				0,
				items,
				{ main: [items] },
				source,
				[],
			);
			return (await nodeType.execute!.call(context)) as INodeExecutionData[][];
		},
	};
}

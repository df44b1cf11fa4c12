import { existsSync, rmSync } from 'node:fs';
import { credentials } from './credentials.mts';
import type { CredentialTest } from './credentials.mts';
import { environment, freePorts, installPackage, temporaryFolder } from './environment.mts';
import { executions } from './executions.mts';
import type { Execution, ExecutionSummary, WaitOptions } from './executions.mts';
import { freshFolder } from './freshFolder.mts';
import { packedPackage } from './paths.mts';
import { n8nProcess } from './process.mts';
import { rest } from './rest.mts';
import type { Answer, Body, Login } from './rest.mts';
import { workflows } from './workflows.mts';
import type { WorkflowInput } from './workflows.mts';

export { itemsOf } from './executions.mts';
export type { Execution, ExecutionSummary, WaitOptions } from './executions.mts';
export type { WorkflowInput } from './workflows.mts';

/** The public address that n8n believes to have. 100Hires accepts HTTPS only, and nothing ever calls this one. */
export const PUBLIC_URL = 'https://n8n.example.test/';

export interface N8nOptions {
	/** Further environment variables for n8n. */
	env?: Record<string, string>;
	/** Its public address, with a slash at the end; `PUBLIC_URL` by default. */
	webhookUrl?: string;
	/** A free one by default. */
	port?: number;
	/** By default a new temporary folder, in which n8n finds its tables and its owner as after its very first start. */
	userFolder?: string;
	/** An unpacked npm package to install, '' for none; by default what `scripts/pack.mjs` unpacked, if it did. */
	packageDir?: string;
	/** Whether it serves its editor; it starts faster without, and that is the default. */
	ui?: boolean;
	/** Gets each line that it prints. */
	onOutput?: (line: string) => void;
}

/** A running n8n. Methods throw an Error with n8n's message when n8n refuses what they ask. */
export interface N8n {
	/** `http://127.0.0.1:<port>` */
	readonly url: string;
	readonly port: number;
	readonly userFolder: string;
	readonly login: Login;
	/** Process ID; throws while it is stopped. */
	readonly pid: number;
	/** Everything it printed, over all its starts. */
	output(): string;
	/** Lets it shut down properly; kills it after 15 s. */
	stop(): Promise<void>;
	/** Kills it and its task runners at once, as a crash would. */
	kill(): Promise<void>;
	/** Starts it again on the same folder and port. */
	start(): Promise<void>;
	/** Stops it, and deletes its folder if it was a temporary one. */
	remove(): Promise<void>;
	/** A request to n8n's internal API (`/rest/…`) as the owner. Does not throw on error statuses. */
	request(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer>;
	/** @returns the credential's ID */
	createCredential(type: string, name: string, data: Body): Promise<string>;
	/** Tests a stored credential as the editor does, with `changes` in place of stored values. */
	testCredential(id: string, changes?: Body): Promise<CredentialTest>;
	/** @returns the workflow's ID */
	createWorkflow(workflow: WorkflowInput): Promise<string>;
	/** Changes the draft; an active workflow goes on as it was until it is activated again. */
	updateWorkflow(id: string, changes: Partial<WorkflowInput>): Promise<void>;
	/** The workflow as n8n's internal API gives it. */
	workflow(id: string): Promise<Body>;
	/** Publishes the current draft and waits for the triggers. Throws with the trigger's message when one fails. */
	activate(id: string): Promise<void>;
	/** Unpublishes it and waits until the triggers were told. */
	deactivate(id: string): Promise<void>;
	/** Deactivates it where necessary, archives it, deletes it. */
	deleteWorkflow(id: string): Promise<void>;
	/** The workflow's static data as stored: `{ 'node:<name>': … }`, or null. */
	staticData(id: string): Promise<unknown>;
	/** Status and mode of each execution of a workflow, oldest first. Cheap; the others read each execution's data too. */
	executionSummaries(workflowId: string): Promise<ExecutionSummary[]>;
	/** All executions of a workflow with their data, oldest first. */
	executions(workflowId: string): Promise<Execution[]>;
	/** Waits until at least `count` executions have ended, and gives all that have, oldest first. */
	waitForExecutions(workflowId: string, count: number, options?: WaitOptions): Promise<Execution[]>;
	/** Presses "Execute workflow", with this trigger to start from. */
	runFrom(workflowId: string, triggerName: string): Promise<void>;
	/** Presses "Listen for test event". The next event goes to `testWebhookUrl`. */
	listenForTestEvent(workflowId: string, triggerName: string): Promise<void>;
	stopListening(workflowId: string): Promise<void>;
	/** Where to send a delivery: `http://127.0.0.1:<port>/webhook/<path>`. */
	webhookUrl(path: string): string;
	testWebhookUrl(path: string): string;
}

const LOGIN: Login = { email: 'owner@example.test', password: 'Correct-horse-1' };

const silently = () => {};

/** Starts n8n in an empty folder, makes its owner, stops it. */
async function fillFolder(userFolder: string): Promise<void> {
	const [port, brokerPort] = await freePorts(2);
	const url = `http://127.0.0.1:${port}`;
	const place = { port, brokerPort, userFolder, webhookUrl: PUBLIC_URL, ui: false };
	const n8n = n8nProcess(url, environment(place, {}), silently);
	try {
		await n8n.start();
		await rest(url, LOGIN).signIn();
	} finally {
		await n8n.stop();
	}
}

/** What a folder that `fillFolder` filled depends on besides n8n's version. */
const madeWith = () => {
	const place = { port: 0, brokerPort: 0, userFolder: '', webhookUrl: PUBLIC_URL, ui: false };
	return { ...environment(place, {}), ...LOGIN, PATH: '' };
};

/**
 * Starts n8n as a process of its own, with a database, a folder and ports of its own, and makes its owner.
 * @throws Error with the end of n8n's output when it is not ready within 120 s
 */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const [freePort, brokerPort] = await freePorts(2);
	const { port = freePort, webhookUrl = PUBLIC_URL, ui = false } = options;
	const isElsewhere = options.env?.DB_TYPE !== undefined;
	const userFolder =
		options.userFolder ??
		(isElsewhere ? temporaryFolder() : await freshFolder(madeWith(), fillFolder));
	const { packageDir = existsSync(packedPackage) ? packedPackage : undefined } = options;
	if (packageDir) installPackage(packageDir, userFolder);

	const url = `http://127.0.0.1:${port}`;
	const env = environment({ port, brokerPort, userFolder, webhookUrl, ui }, options.env ?? {});
	const n8n = n8nProcess(url, env, options.onOutput ?? silently);
	const api = rest(url, LOGIN);
	const start = async () => {
		await n8n.start();
		await api.signIn();
	};
	const remove = async () => {
		await n8n.stop();
		if (!options.userFolder) rmSync(userFolder, { recursive: true, force: true });
	};

	try {
		await start();
	} catch (error) {
		await remove();
		throw error;
	}

	const credential = credentials(api);
	const workflow = workflows(api);
	const execution = executions(api);
	return {
		url,
		port,
		userFolder,
		login: LOGIN,
		get pid() {
			return n8n.pid();
		},
		output: n8n.output,
		stop: n8n.stop,
		kill: n8n.kill,
		start,
		remove,
		request: api.request,
		createCredential: credential.create,
		testCredential: credential.test,
		createWorkflow: workflow.create,
		updateWorkflow: workflow.update,
		workflow: workflow.read,
		activate: workflow.activate,
		deactivate: workflow.deactivate,
		deleteWorkflow: workflow.remove,
		staticData: workflow.staticData,
		executionSummaries: execution.summaries,
		executions: execution.all,
		waitForExecutions: execution.waitFor,
		runFrom: workflow.run,
		listenForTestEvent: workflow.listen,
		stopListening: workflow.stopListening,
		webhookUrl: (path) => `${url}/webhook/${path}`,
		testWebhookUrl: (path) => `${url}/webhook-test/${path}`,
	};
}

/**
 * Turns a public address of n8n into the one where it really listens: what DNS and a proxy do in real life.
 * @param n8n one that was started with the default `webhookUrl`
 */
export function localize(n8n: Pick<N8n, 'url'>): (url: string) => string {
	return (url) => (url.startsWith(PUBLIC_URL) ? `${n8n.url}/${url.slice(PUBLIC_URL.length)}` : url);
}

import { existsSync, rmSync } from 'node:fs';
import { environment, freePorts, installPackage, temporaryFolder } from './environment.mts';
import { PUBLIC_URL, startN8n } from './n8n.mts';
import type { N8n } from './n8n.mts';
import { packedPackage } from './paths.mts';
import { n8nProcess } from './process.mts';
import type { N8nProcess } from './process.mts';
import { freshServices } from './services.mts';

export { whyNoServices } from './services.mts';

/** An n8n in queue mode: a main process, two workers, two webhook processors. Each has a folder and ports of its own. */
export interface N8nQueue {
	/** The main process, which has the API but takes no production deliveries. */
	main: N8n;
	workers: N8nProcess[];
	/** Addresses of the webhook processors, in place of `main.url`. */
	webhookUrls: string[];
	/** Stops everything and deletes its folders, its database and its keys in Redis. */
	remove(): Promise<void>;
}

interface Member {
	url: string;
	process: N8nProcess;
	folder: string;
}

async function member(command: string, env: Record<string, string>): Promise<Member> {
	const [port, brokerPort] = await freePorts(2);
	const folder = temporaryFolder();
	if (existsSync(packedPackage)) installPackage(packedPackage, folder);
	const url = `http://127.0.0.1:${port}`;
	const place = { port, brokerPort, userFolder: folder, webhookUrl: PUBLIC_URL, ui: false };
	const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
	const all = environment(place, { ...env, ...(command === 'worker' ? health : {}) });
	const process = n8nProcess(url, all, () => {}, command);
	try {
		await process.start();
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
	return { url, process, folder };
}

/**
 * Starts n8n in queue mode on the servers that the environment names (`freshServices`).
 * @param more further environment variables for all its processes
 * @throws Error with the end of the output of the process that was not ready within 120 s
 */
export async function startN8nQueue(more: Record<string, string> = {}): Promise<N8nQueue> {
	const services = await freshServices();
	const env = { ...services.env, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true', ...more };
	const members: Member[] = [];
	let main: N8n | undefined;
	const remove = async () => {
		await Promise.all(members.map(async ({ process }) => await process.stop()));
		for (const { folder } of members) rmSync(folder, { recursive: true, force: true });
		await main?.remove();
		await services.remove();
	};
	const add = async (command: string) => {
		const added = await member(command, env);
		members.push(added);
		return added;
	};
	try {
		// The main process first: it makes the tables.
		main = await startN8n({ env });
		const workers = [await add('worker'), await add('worker')];
		const webhooks = [await add('webhook'), await add('webhook')];
		return {
			main,
			workers: workers.map(({ process }) => process),
			webhookUrls: webhooks.map(({ url }) => url),
			remove,
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

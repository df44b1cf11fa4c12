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

const COMMANDS = ['worker', 'worker', 'webhook', 'webhook'];

interface Member {
	url: string;
	process: N8nProcess;
	folder: string;
}

async function member(
	command: string,
	env: Record<string, string>,
	[port, brokerPort]: readonly number[],
): Promise<Member> {
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
	try {
		// The main process first: it makes the tables.
		main = await startN8n({ env });
		const ports = await freePorts(2 * COMMANDS.length);
		const started = await Promise.allSettled(
			COMMANDS.map(async (command, index) => {
				const added = await member(command, env, ports.slice(2 * index, 2 * index + 2));
				members.push(added);
				return added;
			}),
		);
		// Only once all are through, so that none starts while the others are removed.
		const processes = started.map((each) => {
			if (each.status === 'rejected') throw each.reason;
			return each.value;
		});
		const [workers, webhooks] = [processes.slice(0, 2), processes.slice(2)];
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

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { n8nNode, n8nProgram } from './paths.mts';
import { until } from './until.mts';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
const TAIL_LINES = 40;

/**
 * For a request that shares its connection with no other: an n8n whose thread is busy for more than the 5 s that Node keeps an idle
 * connection, as while it starts, closes it in the moment when the next request is on its way.
 */
export const ONE_REQUEST = { connection: 'close' };

export interface N8nProcess {
	pid(): number;
	output(): string;
	start(): Promise<void>;
	stop(): Promise<void>;
	kill(): Promise<void>;
}

interface Running {
	child: ChildProcess;
	pid: number;
	exited: Promise<void>;
}

/**
 * n8n as a process of its own, with a process group of its own, which its task runners share.
 * @param url where it will answer
 * @param env its whole environment
 * @param onOutput gets each line that it prints
 * @param command n8n's: `start`, or in queue mode also `worker` and `webhook`
 */
export function n8nProcess(
	url: string,
	env: Record<string, string>,
	onOutput: (line: string) => void,
	command = 'start',
): N8nProcess {
	const lines: string[] = [];
	let running: Running | undefined;

	const keep = (stream: Readable) =>
		createInterface({ input: stream }).on('line', (line) => {
			lines.push(line);
			onOutput(line);
		});

	const launch = (): Running => {
		const exitWithParent = join(import.meta.dirname, 'exitWithParent.mts');
		const child = spawn(n8nNode(), ['--import', exitWithParent, n8nProgram(), command], {
			env,
			detached: true,
			stdio: ['pipe', 'pipe', 'pipe'],
		});
		const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		child.once('error', (error) => lines.push(String(error)));
		keep(child.stdout);
		keep(child.stderr);
		if (child.pid === undefined) throw new Error(`${n8nNode()} could not be started.`);
		return { child, pid: child.pid, exited };
	};

	const isReady = async ({ child }: Running) => {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`n8n ended with ${child.exitCode ?? child.signalCode} while it started.`);
		}
		try {
			const { ok } = await fetch(`${url}/healthz/readiness`, { headers: ONE_REQUEST });
			return ok || undefined;
		} catch {
			return undefined;
		}
	};

	const killGroup = ({ pid }: Running) => {
		try {
			process.kill(-pid, 'SIGKILL');
		} catch {
			// Nobody is left.
		}
	};

	const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
		if (!running) return;
		const ending = running;
		running = undefined;
		if (signal === 'SIGKILL') killGroup(ending);
		else ending.child.kill(signal);
		const timer = setTimeout(() => killGroup(ending), STOP_WITHIN_MS);
		await ending.exited;
		clearTimeout(timer);
		// A task runner may outlive n8n for a moment, and its port with it.
		killGroup(ending);
	};

	return {
		pid: () => {
			if (!running) throw new Error('n8n is not running.');
			return running.pid;
		},
		output: () => lines.join('\n'),
		start: async () => {
			if (running) throw new Error('n8n is running already.');
			const starting = launch();
			running = starting;
			try {
				await until('n8n to be ready', async () => await isReady(starting), READY_WITHIN_MS);
			} catch (error) {
				await end('SIGKILL');
				const tail = lines.slice(-TAIL_LINES).join('\n');
				throw new Error(`${String(error)} The end of its output:\n${tail}`);
			}
		},
		stop: async () => await end('SIGTERM'),
		kill: async () => await end('SIGKILL'),
	};
}

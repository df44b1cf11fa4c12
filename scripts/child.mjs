import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { say, ticking } from './say.mjs';

/** Programs that run now; Ctrl-C has to reach them, and be waited for. */
const children = new Set();
let interruptedBy;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		if (interruptedBy) return;
		interruptedBy = signal;
		// At a terminal Ctrl-C reaches the whole process group by itself, and a second one might be taken for impatience.
		if (signal === 'SIGINT' && process.stdin.isTTY) return;
		for (const child of children) child.kill(signal);
	});
}

/** What a shell would report for a program that ended with `code` or by `signal`. */
const exitStatus = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

/**
 * Ends this process once it was interrupted and its programs are gone; otherwise does nothing.
 * Set-up has many small steps, and none of them may follow a Ctrl-C.
 */
export function stopIfInterrupted() {
	if (interruptedBy) process.exit(exitStatus(null, interruptedBy));
}

function finished(child) {
	children.add(child);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(exitStatus(code, signal)));
	}).finally(() => children.delete(child));
}

/**
 * Runs a program that talks to the user itself. A program may take Ctrl-C for a proper end, so its exit status stands.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit status
 */
export async function run(program, args, options) {
	// npm's start scripts on Windows are .cmd files, which only a shell can start.
	const shell = process.platform === 'win32' && !program.endsWith('.exe');
	return await finished(spawn(program, args, { stdio: 'inherit', shell, ...options }));
}

/**
 * Runs a program that takes long and has nothing to say unless it fails; tells the seconds meanwhile.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<void>}
 * @throws {Error} with the end of what the program printed
 */
export async function runQuietly(program, args, options) {
	const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	const keep = (chunk) => (output = (output + chunk).slice(-6000));
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const stopTicking = ticking();
	const status = await finished(child).finally(stopTicking);
	stopIfInterrupted();
	if (status !== 0) {
		say(output.trim());
		throw new Error(`${args.slice(0, 3).join(' ')} … failed with status ${status}, see above.`);
	}
}

import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopIfInterrupted } from './child.mjs';
import { local } from './paths.mjs';
import { say } from './say.mjs';

const file = join(local, 'lock');
let held = 0;

/** In a container whose first process collects no orphans, a killed process stays in the list as a zombie for ever. */
function isZombie(pid) {
	try {
		return /^ Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
	} catch {
		return false;
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (error) {
		return error.code === 'EPERM';
	}
}

function owner() {
	try {
		return Number(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** A file appears under its final name complete with the process ID, or not at all. */
function take() {
	const own = `${file}.${process.pid}`;
	writeFileSync(own, String(process.pid));
	try {
		linkSync(own, file);
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		return false;
	} finally {
		unlinkSync(own);
	}
}

/** Clears what a killed process left. Renaming first: of two that try, one gets the file. */
function clear(pid) {
	const grave = `${file}.dead.${process.pid}`;
	try {
		renameSync(file, grave);
		if (Number(readFileSync(grave, 'utf8')) !== pid) linkSync(grave, file);
		unlinkSync(grave);
	} catch {
		// Another process was faster; the next round shows who has it.
	}
}

function release() {
	held -= 1;
	if (held === 0 && owner() === process.pid) unlinkSync(file);
}

process.on('exit', () => {
	if (held > 0 && owner() === process.pid) unlinkSync(file);
});

/**
 * Lets one process at a time change `.local`, node_modules and dist, and waits for it as long as it lives.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
	mkdirSync(local, { recursive: true });
	let told = false;
	while (held === 0 && !take()) {
		const pid = owner();
		if (pid !== undefined && !isAlive(pid)) clear(pid);
		else if (!told) {
			say(`Waiting for process ${pid}, which is setting up or building here (${file})`);
			told = true;
		}
		await sleep(200);
		stopIfInterrupted();
	}
	held += 1;
	try {
		return await work();
	} finally {
		release();
	}
}

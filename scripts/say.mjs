import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 1_000;
const PLAIN_TICK_MS = 10_000;

/** Prints a line of the set-up's own, apart from what the programs print that it starts. */
export function say(text) {
	process.stderr.write(`${text.replace(/^/gm, '[set-up] ')}\n`);
}

/**
 * Shows that work is going on: running seconds at a terminal, a line every ten seconds in a log.
 * @returns {() => void} ends it
 */
export function ticking() {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	const { isTTY } = process.stderr;
	const tick = () =>
		isTTY ? process.stderr.write(`\r[set-up]   … ${seconds()} s `) : say(`  … ${seconds()} s`);
	const timer = setInterval(tick, isTTY ? TICK_MS : PLAIN_TICK_MS);
	return () => {
		clearInterval(timer);
		if (isTTY) process.stderr.write('\r\x1b[K');
	};
}

/** What a folder takes on disk: small files take a whole block each, and dependencies are mostly small files. */
function bytesIn(folder) {
	let bytes = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		const { blocks, size } = lstatSync(path);
		bytes += blocks ? blocks * 512 : size;
		if (entry.isDirectory()) bytes += bytesIn(path);
	}
	return bytes;
}

/**
 * Announces a piece of work, does it, and says what it took.
 * @param {string} what what is being done, why, and what to expect
 * @param {string} folder where the result lies
 * @param {() => Promise<void>} work
 */
export async function working(what, folder, work) {
	say(what);
	const started = Date.now();
	await work();
	const seconds = Math.round((Date.now() - started) / 1000);
	say(`  done in ${seconds} s; ${folder} takes ${Math.round(bytesIn(folder) / 1e6)} MB`);
}

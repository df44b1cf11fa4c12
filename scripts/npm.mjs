import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { runQuietly } from './child.mjs';
import { root } from './paths.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

function candidates() {
	const beside = (folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js');
	return [
		process.env.npm_execpath,
		...(process.env.PATH ?? '')
			.split(delimiter)
			.filter(Boolean)
			.flatMap((folder) => [join(folder, 'npm'), beside(folder)]),
		beside(join(dirname(process.execPath), '..', 'lib')),
	];
}

/**
 * npm's own program, so that it can be started with any Node.
 * @throws {Error} when there is no npm
 */
export function npmCli() {
	for (const candidate of candidates()) {
		if (!candidate || !existsSync(candidate)) continue;
		const path = realpathSync(candidate);
		// Not npx, yarn or pnpm, which set npm_execpath too; and not the shell script that Windows has on its path.
		if (basename(path) === 'npm-cli.js') return path;
	}
	throw new Error('npm was not found. It comes with Node: see https://nodejs.org');
}

/** The environment for an npm that works on another folder than the one whose script is running. */
function npmEnvironment(node, extra) {
	const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
	for (const name of Object.keys(env)) {
		if (/^npm_(package|lifecycle|command|config_(local_)?prefix)/.test(name)) delete env[name];
	}
	return { ...env, ...extra };
}

/**
 * Runs npm and keeps it quiet.
 * @param {string} node the Node to run it with
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} options
 */
export async function npm(node, args, { cwd = root, env } = {}) {
	await runQuietly(node, [npmCli(), ...args, ...QUIET], { cwd, env: npmEnvironment(node, env) });
}

/**
 * What npm noted about a folder when it had finished installing into it.
 * It writes this file last, so an interrupted installation has none.
 * @param {string} folder the one that holds node_modules
 * @returns {Record<string, { version?: string, os?: string[], cpu?: string[] }> | undefined}
 */
export function installedPackages(folder) {
	try {
		const note = readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8');
		return JSON.parse(note).packages;
	} catch {
		return undefined;
	}
}

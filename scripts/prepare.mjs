import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages, npm } from './npm.mjs';
import {
	chosenN8n,
	n8nFolder,
	NODE_MAJOR,
	NODE_VERSION,
	nodeFolder,
	nodePackage,
	root,
} from './paths.mjs';
import { say, working } from './say.mjs';

const runningMajor = Number(process.versions.node.split('.')[0]);

/** True when the program runs and exits with 0. */
function works(program, args, cwd = root) {
	try {
		execFileSync(program, args, { cwd, stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** A Node of our own, fetched as an npm package: npm is the one thing that is surely there, and it brings headers. */
async function ownNode(wanted) {
	const home = nodeFolder(wanted);
	const packageFolder = join(home, 'node_modules', nodePackage);
	const node = join(packageFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	const version = installedPackages(home)?.[`node_modules/${nodePackage}`]?.version;
	if (version === wanted && works(node, ['--version'])) return node;
	const what = `Node ${wanted}, which n8n needs (this is ${process.versions.node}): ${nodePackage} from npm`;
	await working(`Fetching ${what} (60 MB)`, home, async () => {
		rmSync(home, { recursive: true, force: true });
		mkdirSync(home, { recursive: true });
		await npm(process.execPath, [
			'install',
			`--prefix=${home}`,
			'--no-save',
			'--ignore-scripts',
			`${nodePackage}@${wanted}`,
		]);
	});
	return node;
}

/**
 * A Node that can run the tools: the one that runs already, if new enough.
 * @returns {Promise<string>} path of the binary
 */
export async function prepareNode() {
	if (runningMajor >= NODE_MAJOR) return process.execPath;
	if (nodePackage) return await ownNode(NODE_VERSION);
	throw new Error(
		`Node ${NODE_MAJOR} or newer is needed, and this is ${process.versions.node}. npm has no package of it for ${process.platform} on ${process.arch}: please install it from https://nodejs.org and try again.`,
	);
}

/** True when node_modules/ holds what package-lock.json asks for, whoever installed it. */
function dependenciesAreThere() {
	const installed = installedPackages(root);
	if (!installed) return false;
	const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
	const { '': _, ...wanted } = lock.packages;
	const foreign = ({ os, cpu }) =>
		(os && !os.includes(process.platform)) || (cpu && !cpu.includes(process.arch));
	// For another platform, or left in the lock file by a package that is gone.
	const dispensable = ({ optional, devOptional, extraneous }) =>
		optional || devOptional || extraneous;
	return (
		Object.entries(wanted).every(([path, entry]) =>
			installed[path] ? installed[path].version === entry.version : dispensable(entry),
		) &&
		Object.entries(installed).every(
			([path, entry]) => (path in wanted || entry.optional) && !foreign(entry),
		)
	);
}

/**
 * Installs the development dependencies exactly as package-lock.json has them, if they are not there yet.
 *
 * Not with `npm ci`: it refuses a lock file that lacks optional packages for other platforms, and npm leaves those out of the
 * lock file when the registry that it was written with does not have them.
 */
export async function prepareDependencies(node) {
	if (dependenciesAreThere()) return;
	const folder = join(root, 'node_modules');
	await working(
		'Installing the development dependencies of package-lock.json into node_modules (about a minute)',
		folder,
		async () => {
			rmSync(folder, { recursive: true, force: true });
			await npm(node, ['install', '--no-save', '--ignore-scripts']);
		},
	);
	if (dependenciesAreThere()) return;
	throw new Error('What npm installed into node_modules is not what package-lock.json asks for.');
}

/** n8n compiles its database driver when no ready-made one can be downloaded. */
function warnOfMissingCompiler() {
	const missing = ['python3', 'make', 'g++'].filter((tool) => !works(tool, ['--version']));
	if (missing.length === 0) return '';
	return `To compile n8n's database driver (sqlite3), ${missing.join(', ')} would be needed, which this machine does not have. On Debian or Ubuntu: apt-get install python3 make g++`;
}

/** Before 2.37, n8n takes xlsx from its maker's own server. npm has an older one; nothing here reads spreadsheets. */
const OVERRIDES = { xlsx: '0.18.5' };

/**
 * A real n8n in `.local`, apart from node_modules because it is ten times as big as everything else together.
 *
 * It always runs under the Node of our own where npm has one: its database driver is compiled against that Node's headers, and
 * n8n's sandbox (isolated-vm) has ready-made binaries for even-numbered releases only.
 * @param {string} toolNode what `prepareNode` gave
 */
export async function prepareN8n(toolNode) {
	const wanted = chosenN8n();
	const node = nodePackage ? await ownNode(wanted.node) : toolNode;
	const folder = n8nFolder(wanted.n8n);
	const version = installedPackages(folder)?.['node_modules/n8n']?.version;
	const binary = join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	if (version !== wanted.n8n || !existsSync(binary)) {
		await working(
			`Installing n8n ${wanted.n8n}, which the end-to-end tests and the demo run (3 GB, 2 to 5 minutes)`,
			folder,
			async () => {
				rmSync(folder, { recursive: true, force: true });
				mkdirSync(folder, { recursive: true });
				const manifest = {
					private: true,
					dependencies: { n8n: wanted.n8n },
					overrides: OVERRIDES,
				};
				writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
				// Some of its optional dependencies download sources when they are installed, and n8n runs without them.
				await npm(node, ['install', '--ignore-scripts'], { cwd: folder });
			},
		);
	}
	await prepareSqlite(node, wanted.node, folder);
}

async function prepareSqlite(node, nodeVersion, n8n) {
	const loads = () => works(node, ['-e', "require('sqlite3')"], n8n);
	if (loads()) return;
	const warning = warnOfMissingCompiler();
	if (warning) say(warning);
	const env = nodePackage
		? { npm_config_nodedir: join(nodeFolder(nodeVersion), 'node_modules', nodePackage) }
		: undefined;
	const folder = join(n8n, 'node_modules', 'sqlite3');
	try {
		await working(
			`Building n8n's database driver, sqlite3, for Node ${nodeVersion} (1 to 2 minutes)`,
			folder,
			async () => await npm(node, ['rebuild', 'sqlite3'], { cwd: n8n, env }),
		);
	} catch (error) {
		throw new Error([error.message, warning].filter(Boolean).join('\n'));
	}
	if (!loads()) throw new Error(`sqlite3 was built in ${folder} but does not load.`);
}

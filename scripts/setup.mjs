/**
 * Fetches what a command needs and is not there yet, then runs the command: the dependencies of package-lock.json, Node 24 where the
 * running one is older, and n8n. It runs on Node 20 with nothing installed.
 *
 * Usage: node scripts/setup.mjs [--n8n | --n8n=oldest] ["step && step"] [arguments for the last step]
 * A step is words with spaces between them; no shell reads it.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
	chosenN8n,
	local,
	n8nFolder,
	NODE_MAJOR,
	NODE_VERSION,
	nodeFolder,
	nodePackage,
	OLDEST_N8N,
	root,
} from './paths.mjs';

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const say = (text) => console.error(text.replace(/^/gm, '[set-up] '));

/** The first signal that asked for an end: no step may follow it. */
let interruptedBy;

const readJson = (...path) => {
	try {
		return JSON.parse(readFileSync(join(...path), 'utf8'));
	} catch {
		return undefined;
	}
};

/** True when the program runs and exits with 0. */
const works = (program, args, cwd = root) =>
	spawnSync(program, args, { cwd, stdio: 'ignore' }).status === 0;

/** Environment in which `node` is this Node, and `npm` knows nothing of the script that runs now. */
function environmentOf(node) {
	const env = { ...process.env, PATH: [dirname(node), process.env.PATH].join(delimiter) };
	for (const name of Object.keys(env)) {
		if (/^npm_(package|lifecycle|command|config_(local_)?prefix)/.test(name)) delete env[name];
	}
	return env;
}

/**
 * Runs npm, with its output shown.
 *
 * @throws {Error} when npm fails
 */
function npm(node, args, { cwd = root, env = {} } = {}) {
	const options = { cwd, env: { ...environmentOf(node), ...env }, stdio: ['ignore', 2, 2] };
	const cli = process.env.npm_execpath ?? '';
	// npx, yarn and pnpm set npm_execpath too.
	if (basename(cli) === 'npm-cli.js') execFileSync(node, [cli, ...args, ...QUIET], options);
	else
		execFileSync('npm', [...args, ...QUIET], { ...options, shell: process.platform === 'win32' });
}

/** Node as an npm package: npm is there for sure, and the package brings the headers that n8n's database driver is compiled with. */
function fetchNode(version) {
	const folder = nodeFolder(version);
	const home = join(folder, 'node_modules', nodePackage);
	const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (readJson(home, 'package.json')?.version === version && works(node, ['--version']))
		return node;
	say(`Fetching Node ${version} (60 MB): the npm package ${nodePackage}`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const args = ['install', `--prefix=${folder}`, '--no-save', '--ignore-scripts'];
	npm(process.execPath, [...args, `${nodePackage}@${version}`]);
	return node;
}

/** The Node that tools run on: the running one, if it is new enough. */
function prepareNode() {
	if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return process.execPath;
	if (nodePackage) return fetchNode(NODE_VERSION);
	throw new Error(`Node ${NODE_MAJOR} or newer is needed: https://nodejs.org`);
}

/** Direct dependencies that are missing or of another version than package-lock.json has. Links are the developer's business. */
function staleDependencies() {
	const { packages } = readJson(root, 'package-lock.json');
	return Object.keys(packages[''].devDependencies).filter((name) => {
		const folder = join(root, 'node_modules', name);
		if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return false;
		return readJson(folder, 'package.json')?.version !== packages[`node_modules/${name}`].version;
	});
}

/** Installs the dependencies where there are none. It never changes a node_modules that somebody else may have added to. */
function prepareDependencies(node) {
	// npm writes this file last.
	const isInstalled = existsSync(join(root, 'node_modules', '.package-lock.json'));
	const stale = isInstalled ? staleDependencies() : [];
	if (isInstalled && stale.length === 0) return;
	if (isInstalled && !process.env.CI) {
		throw new Error(
			`node_modules is not what package-lock.json describes (${stale.join(', ')}): run npm ci.`,
		);
	}
	say('Installing the dependencies of package-lock.json (about a minute)');
	npm(node, ['ci', '--ignore-scripts']);
}

/**
 * Installs the n8n that end-to-end tests and demo run in `.local`, since it is ten times as big as all else together.
 *
 * It runs under the Node from npm where there is one: its database driver is compiled with the headers of that Node.
 */
function prepareN8n(toolNode) {
	const wanted = chosenN8n();
	const node = nodePackage ? fetchNode(wanted.node) : toolNode;
	const folder = n8nFolder(wanted.n8n);
	const isComplete = existsSync(join(folder, 'node_modules', '.package-lock.json'));
	const installed = readJson(folder, 'node_modules', 'n8n', 'package.json')?.version;
	if (!isComplete || installed !== wanted.n8n) {
		say(`Installing n8n ${wanted.n8n} (3 GB, 2 to 5 minutes)`);
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		const dependencies = { n8n: wanted.n8n };
		// Before 2.37, n8n takes xlsx from its maker's own server. npm has an older one; nothing here reads spreadsheets.
		const manifest = { private: true, dependencies, overrides: { xlsx: '0.18.5' } };
		writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
		// Some of its optional dependencies download sources when they are installed, and n8n runs without them.
		npm(node, ['install', '--ignore-scripts'], { cwd: folder });
	}
	const loads = () => works(node, ['-e', "require('sqlite3')"], folder);
	if (loads()) return;
	const missing = ['python3', 'make', 'g++'].filter((tool) => !works(tool, ['--version']));
	const hint = missing.length > 0 ? ` It needs ${missing.join(', ')}, which are missing here.` : '';
	say(`Compiling sqlite3, n8n's database driver, for Node ${wanted.node} (1 to 2 minutes).${hint}`);
	const headers = nodePackage && join(nodeFolder(wanted.node), 'node_modules', nodePackage);
	npm(node, ['rebuild', 'sqlite3'], {
		cwd: folder,
		env: headers ? { npm_config_nodedir: headers } : {},
	});
	if (!loads()) throw new Error(`sqlite3 was compiled in ${folder} but does not load.`);
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		// In a container whose first process collects no orphans, a killed process stays a zombie for ever.
		const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
		return !/\) Z/.test(stat);
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/** Lets one process at a time set up, and waits for another as long as it lives. */
async function withLock(work) {
	const file = join(local, 'lock');
	mkdirSync(local, { recursive: true });
	for (let isWaiting = false; ; isWaiting = true) {
		try {
			writeFileSync(file, String(process.pid), { flag: 'wx' });
			break;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		const owner = Number(readJson(file));
		// A file without a number is one that is just being written.
		if (owner && !isAlive(owner)) rmSync(file, { force: true });
		else if (!isWaiting)
			say(
				`Waiting for process ${owner || '?'}, which sets up here. If there is none, delete ${file}`,
			);
		await sleep(200);
	}
	try {
		return work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** Runs one program. Signals are passed on to it. */
async function run(node, [program, ...args]) {
	const env = environmentOf(node);
	env.PATH = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
	// Spinners fill a log with their every turn unless nobody watches.
	if (!process.stdout.isTTY) env.CI ??= 'true';
	// npm's start scripts on Windows are .cmd files, which only a shell can start.
	const shell = process.platform === 'win32' && program !== 'node';
	const child = spawn(program, args, { cwd: root, env, stdio: 'inherit', shell });
	const pass = (signal) => {
		interruptedBy ??= signal;
		// At a terminal Ctrl-C reaches the whole process group by itself; a second one would end the program at once.
		if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
	};
	for (const signal of SIGNALS) process.on(signal, pass);
	try {
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
		});
	} finally {
		for (const signal of SIGNALS) process.off(signal, pass);
	}
}

/** Runs steps one after another until one fails. Further arguments go to the last. Returns the exit status. */
async function runAll(node, command, args) {
	const steps = command.split(' && ').map((step) => step.split(/ +/));
	steps.at(-1).push(...args);
	for (const step of steps) {
		const status = await run(node, step);
		if (status !== 0) return status;
		if (interruptedBy) return 128 + constants.signals[interruptedBy];
	}
	return 0;
}

const [first, ...rest] = process.argv.slice(2);
const needsN8n = first?.startsWith('--n8n') ?? false;
if (first === '--n8n=oldest') process.env.TEST_N8N_VERSION = OLDEST_N8N;
const [command, ...args] = needsN8n ? rest : [first, ...rest];
try {
	const node = await withLock(() => {
		const prepared = prepareNode();
		prepareDependencies(prepared);
		if (needsN8n) prepareN8n(prepared);
		return prepared;
	});
	if (command) process.exitCode = await runAll(node, command, args);
} catch (error) {
	say(error.message);
	process.exitCode = 1;
}

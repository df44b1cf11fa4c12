import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../harness/environment.mts';
import { n8nNode, n8nProgram, packedPackage } from '../harness/paths.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { table } from '../../scripts/generated/pages.mjs';
import { orderOf, rounds } from './rounds.mts';
import { ratio, show, spread } from './statistics.mts';

const LOADER = join(import.meta.dirname, 'loadOne.mjs');

interface Loaded {
	ms: number;
	kib: number;
}

interface Peer {
	name: string;
	/** `<file>#<class>` of each node. */
	nodes: string[];
}

/** The folder of n8n's own nodes. */
const builtIn = () => join(dirname(n8nProgram()), '../../n8n-nodes-base/dist/nodes');

const nodeIn = (folder: string, name: string) => `${join(folder, `${name}.node.js`)}#${name}`;

/** Every node of an installed package. */
function nodesOf(installed: string): string[] {
	const folder = join(installed, 'dist/nodes/HundredHires');
	return readdirSync(folder)
		.filter((file) => file.endsWith('.node.js'))
		.map((file) => nodeIn(folder, file.replace('.node.js', '')));
}

function load(nodes: readonly string[]): Loaded {
	const folder = join(dirname(n8nProgram()), '..');
	const env = { ...process.env, NODE_PATH: join(folder, '..') };
	const output = execFileSync(n8nNode(), ['--expose-gc', LOADER, folder, ...nodes], {
		encoding: 'utf8',
		env,
	});
	return JSON.parse(output) as Loaded;
}

/** Bytes of all files below a folder. */
function sizeOf(path: string): number {
	if (!statSync(path).isDirectory()) return statSync(path).size;
	return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

async function run({ rounds: count, tell, atEnd }: Settings): Promise<string> {
	if (!existsSync(packedPackage)) throw new Error('There is no packed package: npm run build');
	// Away from this repository, whose own n8n-workflow it would find there; in n8n it finds n8n's, which is loaded already.
	const installed = temporaryFolder();
	atEnd(async () => rmSync(installed, { recursive: true, force: true }));
	cpSync(packedPackage, installed, { recursive: true });
	const ours = nodesOf(installed);
	const base = builtIn();
	const peers: Peer[] = [
		{ name: 'n8n’s HTTP Request', nodes: [nodeIn(join(base, 'HttpRequest'), 'HttpRequest')] },
		{ name: 'n8n’s BambooHR', nodes: [nodeIn(join(base, 'BambooHr'), 'BambooHr')] },
		{ name: 'n8n’s GitHub Trigger', nodes: [nodeIn(join(base, 'Github'), 'GithubTrigger')] },
		...ours.map((node) => ({ name: `${node.split('#')[1]} alone`, nodes: [node] })),
		{ name: 'all nodes of this package', nodes: ours },
	];
	const found = await rounds(count, async (round) => {
		tell(`loading: round ${round || 'to warm up'} begins`);
		return new Map(orderOf(peers, round).map(({ name, nodes }) => [name, load(nodes)]));
	});
	const series = (name: string, figure: keyof Loaded) =>
		found.map((round) => round.get(name)?.[figure] ?? NaN);
	const [first] = peers;
	const rows = peers.map(({ name }) => [
		name,
		show(ratio(series(name, 'ms'), series(first.name, 'ms'))),
		show(spread(series(name, 'ms')), 1),
		show(spread(series(name, 'kib')), 0),
	]);
	const unpacked = Math.round(sizeOf(packedPackage) / 1024);
	return `${table(['loading', 'time, ratio', 'time, ms', 'heap, KiB'], rows)}\n\nThe package takes ${unpacked} KiB unpacked.`;
}

/** How long n8n takes to load the package's nodes, and how much memory they keep, against nodes of its own. */
export const loading: Benchmark = { name: 'loading', run };

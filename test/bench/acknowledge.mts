import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/environment.mts';
import { startN8n } from '../harness/n8n.mts';
import { packedPackage } from '../harness/paths.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { comparing, HEAD } from './comparing.mts';
import { KINDS } from './figures.mts';
import { hiredBodies } from './hired.mts';
import { measure, wake } from './measure.mts';
import { table } from '../../scripts/generated/pages.mjs';
import { openHires } from './peers.mts';
import { orderOf, rounds } from './rounds.mts';

const NAMES = { shipped: 'an expression', variant: 'a fixed value' };
const BUILT = 'dist/nodes/HundredHires/HundredHiresTrigger.node.js';
const RESPONSE_MODE = /responseMode: '=\{\{[^']*\}\}'/g;

/** A copy of the packed package whose trigger always answers at once, with no expression that says so. */
function variant(folder: string): string {
	cpSync(packedPackage, folder, { recursive: true });
	const file = join(folder, BUILT);
	const code = readFileSync(file, 'utf8');
	const found = code.match(RESPONSE_MODE)?.length ?? 0;
	if (found !== 1) throw new Error(`${BUILT} has ${found} expressions for responseMode, not one.`);
	writeFileSync(file, code.replace(RESPONSE_MODE, "responseMode: 'onReceived'"));
	return folder;
}

async function run({ rounds: count, deliveries, tell, atEnd }: Settings): Promise<string> {
	const folder = temporaryFolder();
	atEnd(async () => rmSync(folder, { recursive: true, force: true }));
	const bodyOf = hiredBodies();
	const open = async (name: string, packageDir: string) => {
		const n8n = await startN8n({ packageDir, env: { EXECUTIONS_DATA_PRUNE: 'false' } });
		atEnd(n8n.remove);
		const peer = await openHires(n8n, bodyOf, name);
		atEnd(peer.close);
		return peer;
	};
	const peers = [
		await open(NAMES.shipped, packedPackage),
		await open(NAMES.variant, variant(folder)),
	];
	const found = await rounds(count, async (round) => {
		const inOrder = orderOf(peers, round);
		for (const peer of inOrder) await wake(peer);
		tell(`round ${round || 'to warm up'} begins`);
		return await measure(inOrder, KINDS, deliveries);
	});
	const { ratios } = comparing(found);
	return table(
		['delivery', ...HEAD],
		KINDS.map((kind) => [kind, ...ratios([NAMES.shipped, kind], [NAMES.variant, kind])]),
	);
}

/** What it costs that the trigger's option Acknowledge is read by an expression in its description, in two n8n side by side. */
export const acknowledge: Benchmark = { name: 'acknowledge', run };

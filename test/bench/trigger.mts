import { startN8n } from '../harness/n8n.mts';
import type { N8n } from '../harness/n8n.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { KINDS } from './figures.mts';
import type { Round } from './figures.mts';
import { startGitHub } from './github.mts';
import { hiredBodies } from './hired.mts';
import { feed, measure, wake } from './measure.mts';
import { openGitHub, openHires, openWebhook } from './peers.mts';
import type { BodyOf, Peer } from './peers.mts';
import { orderOf, rounds } from './rounds.mts';
import { countStored, fillStore } from './store.mts';
import { NAMES, report } from './triggerReport.mts';

/** As many as a process repeats with each write (`nodes/HundredHires/webhooks/deduplication.ts`): more of them cost it no more. */
const KNOWN_TO_PROCESS = 500;

/** The trigger with so many events in n8n's store, the latest of them real ones that n8n's process knows too. */
async function openFilled(n8n: N8n, bodyOf: BodyOf, sizes: readonly number[]): Promise<Peer[]> {
	const peers: Peer[] = [];
	for (const size of sizes) peers.push(await openHires(n8n, bodyOf, String(size)));
	// The store has no place for a workflow's events before the first of them.
	for (const peer of peers) await wake(peer);
	await n8n.stop();
	for (const peer of peers) fillStore(n8n, peer.workflowId, Number(peer.name) - KNOWN_TO_PROCESS);
	await n8n.start();
	for (const peer of peers) {
		peer.accepted.splice(0);
		await feed(peer, Math.min(KNOWN_TO_PROCESS, Number(peer.name)));
	}
	return peers;
}

/** The peers whose state stays from round to round, and those that begin anew with each, if a memory of 0 is wanted. */
async function open({ remembered, atEnd }: Settings) {
	// Deleting old executions would fall into some round.
	const n8n = await startN8n({ env: { EXECUTIONS_DATA_PRUNE: 'false' } });
	atEnd(n8n.remove);
	const gitHub = await startGitHub();
	atEnd(gitHub.close);
	const bodyOf = hiredBodies();
	const sizes = remembered.filter((size) => size > 0);
	const filled = await openFilled(n8n, bodyOf, sizes);
	for (const peer of filled) atEnd(peer.close);
	const others = [
		await openGitHub(n8n, gitHub, bodyOf, NAMES.peer),
		await openGitHub(n8n, gitHub, bodyOf, NAMES.again),
		await openWebhook(n8n, bodyOf, NAMES.webhook),
	];
	const anew = async () =>
		remembered.includes(0) ? [await openHires(n8n, bodyOf, String(0))] : [];
	return { n8n, others, filled, anew };
}

/** Restarts n8n; tells what its store held in between. */
async function restart(n8n: N8n, peers: readonly Peer[], tell: Settings['tell']): Promise<void> {
	await n8n.stop();
	for (const { name, workflowId } of peers)
		tell(`of ${name} remembered events it came to ${countStored(n8n, workflowId)}`);
	await n8n.start();
	for (const peer of peers) peer.recallable = peer.accepted.splice(0);
}

async function run(settings: Settings): Promise<string> {
	const { deliveries, tell } = settings;
	const { n8n, others, filled, anew } = await open(settings);

	const play = async (round: number): Promise<Round> => {
		const begun = Date.now();
		const empty = await anew();
		const peers = orderOf([...empty, ...others, ...filled], round);
		for (const peer of peers) await wake(peer);
		const found = await measure(peers, KINDS, deliveries);
		for (const peer of empty) await peer.close();
		tell(`round ${round || 'to warm up'} took ${Math.round((Date.now() - begun) / 1000)} s`);
		return found;
	};
	const found = await rounds(settings.rounds, play);
	const fullest = filled.at(-1);
	if (!fullest) return report(found, [], settings.remembered);

	await restart(n8n, filled, tell);
	const afterwards = await rounds(settings.rounds, async (round) => {
		await wake(fullest);
		return await measure([fullest], orderOf(['valid', 'recalled'], round), deliveries);
	});
	return report(found, afterwards, settings.remembered);
}

/** A delivery to the trigger against one to n8n's own GitHub Trigger, in one n8n. */
export const trigger: Benchmark = { name: 'trigger', run };

import { startN8n } from '../harness/n8n.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { KINDS } from './figures.mts';
import type { Round } from './figures.mts';
import { startGitHub } from './github.mts';
import { hiredBodies } from './hired.mts';
import { fill, measure, wake } from './measure.mts';
import { openGitHub, openHires, openWebhook } from './peers.mts';
import type { Peer } from './peers.mts';
import { orderOf, rounds } from './rounds.mts';
import { NAMES, report } from './triggerReport.mts';

/** The peers whose state stays from round to round, and those that begin anew with each, if a memory of 0 is wanted. */
async function open({ remembered, tell, atEnd }: Settings) {
	// Deleting old executions would fall into some round; there are more of them than n8n keeps by default.
	const n8n = await startN8n({ env: { EXECUTIONS_DATA_PRUNE: 'false' } });
	atEnd(n8n.remove);
	const gitHub = await startGitHub();
	atEnd(gitHub.close);
	const bodyOf = hiredBodies();

	const others = [
		await openGitHub(n8n, gitHub, bodyOf, NAMES.peer),
		await openGitHub(n8n, gitHub, bodyOf, NAMES.again),
		await openWebhook(n8n, bodyOf, NAMES.webhook),
	];
	const filled: Peer[] = [];
	for (const size of remembered.filter((each) => each > 0)) {
		const peer = await openHires(n8n, bodyOf, String(size));
		atEnd(peer.close);
		await fill(peer, size, tell);
		filled.push(peer);
	}
	const anew = async () =>
		remembered.includes(0) ? [await openHires(n8n, bodyOf, String(0))] : [];
	return { n8n, others, filled, anew };
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
		for (const peer of empty) {
			await n8n.deleteWorkflow(peer.workflowId);
			await peer.close();
		}
		tell(`round ${round || 'to warm up'} took ${Math.round((Date.now() - begun) / 1000)} s`);
		return found;
	};
	const found = await rounds(settings.rounds, play);
	const fullest = filled.at(-1);
	if (!fullest) return report(found, [], settings.remembered);

	await n8n.stop();
	await n8n.start();
	fullest.recallable = fullest.accepted.splice(0);
	const afterwards = await rounds(settings.rounds, async (round) => {
		await wake(fullest);
		return await measure([fullest], orderOf(['valid', 'recalled'], round), deliveries);
	});
	return report(found, afterwards, settings.remembered);
}

/** A delivery to the trigger against one to n8n's own GitHub Trigger, in one n8n. */
export const trigger: Benchmark = { name: 'trigger', run };

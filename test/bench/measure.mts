import { setTimeout as sleep } from 'node:timers/promises';
import { allEnded } from '../harness/executionCounts.mts';
import { cpuTime } from './cpu.mts';
import { keyOf } from './figures.mts';
import type { Figures, Kind, Round } from './figures.mts';
import { load } from './load.mts';
import type { Measured } from './load.mts';
import type { Peer } from './peers.mts';
import { orderOf } from './rounds.mts';
import { median, percentile } from './statistics.mts';

/** How a peer is sent deliveries before it is the next one's turn. */
interface Turn {
	deliveries: number;
	atOnce: number;
	/** Milliseconds in which n8n gets done with what it still does when no execution is under way. */
	pause: number;
}

/** n8n takes some 40 ms to get a sandbox for expressions ready, which it does in advance. */
const RESTED: Turn = { deliveries: 1, atOnce: 1, pause: 100 };
/** One delivery in so many is sent to an n8n at rest, which takes long. */
const REST = 3;
const SINGLE: Turn = { deliveries: 20, atOnce: 1, pause: 0 };
const PARALLEL: Turn = { deliveries: 50, atOnce: 10, pause: 0 };
const FEED_AT_ONCE = 20;
const WAKING = 10;
/** Of n8n's output that tell why it did not answer. */
const LINES = 12;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

let lastId = 1_000_000;
/** IDs of events that nobody was sent yet. */
const fresh = (count: number) => Array.from({ length: count }, () => ++lastId);

let repeats = 0;
/** The next so many of the IDs, and from the last on to the first. */
function nextOf(ids: readonly number[], count: number): number[] {
	return Array.from({ length: count }, () => ids[repeats++ % ids.length]);
}

/** IDs of events that a peer can be sent as that kind. */
function idsFor({ accepted, recallable }: Peer, kind: Kind, count: number): number[] {
	if (kind === 'repeated') return nextOf(accepted, count);
	// Each can be recalled once; then the process knows it. The newest first, since the oldest leave the store.
	if (kind === 'recalled') return recallable.splice(-count);
	return fresh(count);
}

/** What was measured, and the processor time that n8n took for all of it, in milliseconds. */
interface Sent extends Measured {
	cpu: number;
}

/** Sends deliveries of one kind, and waits until what they started has ended. */
async function send(peer: Peer, kind: Kind, count: number, atOnce: number): Promise<Sent> {
	const ids = idsFor(peer, kind, count);
	const before = cpuTime(peer.n8n.pid);
	const shots = ids.map((id) => peer.shot(kind, id));
	const isExpected = (status: number, body: string) => peer.isExpected(kind, status, body);
	const measured = await load(peer.url, shots, atOnce, isExpected).catch((cause: unknown) => {
		const end = peer.n8n.output().split('\n').slice(-LINES).join('\n');
		throw new Error(`${peer.name}, ${kind}: ${String(cause)} The end of n8n's output:\n${end}`);
	});
	if (kind === 'valid') peer.accepted.push(...ids);
	await allEnded(peer.n8n, peer.workflowId, 0);
	return { ...measured, cpu: cpuTime(peer.n8n.pid) - before };
}

/** Has a peer accept so many new events, all that can be at once. */
export async function feed(peer: Peer, count: number): Promise<void> {
	if (count > 0) await send(peer, 'valid', count, FEED_AT_ONCE);
}

/** Sends what wakes a workflow up. */
export async function wake(peer: Peer): Promise<void> {
	await send(peer, 'valid', WAKING, 1);
}

/** Deliveries of one kind to several peers, a few to each in turn until each had `count`. Gives what was measured by peer. */
async function inTurns(
	peers: readonly Peer[],
	kind: Kind,
	count: number,
	turn: Turn,
): Promise<Map<Peer, Sent[]>> {
	const measured = new Map<Peer, Sent[]>(peers.map((peer) => [peer, []]));
	for (let sent = 0; sent < count; sent += turn.deliveries) {
		const some = Math.min(turn.deliveries, count - sent);
		for (const [peer, results] of orderOf([...measured], sent / turn.deliveries)) {
			await sleep(turn.pause);
			results.push(await send(peer, kind, some, turn.atOnce));
		}
	}
	return measured;
}

/**
 * Measures several peers with one kind of delivery after the other: a third of `count` with n8n at rest, `count` one after another,
 * and as many ten at a time. The peers take turns that are short, so that a machine that is slower for some seconds is so for all.
 */
export async function measure(
	peers: readonly Peer[],
	kinds: readonly Kind[],
	count: number,
): Promise<Round> {
	const figures = new Map<string, Figures>();
	for (const kind of kinds) {
		const some = peers.filter((each) => each.kinds.includes(kind));
		const rested = await inTurns(some, kind, Math.ceil(count / REST), RESTED);
		const single = await inTurns(some, kind, count, SINGLE);
		const parallel = await inTurns(some, kind, count, PARALLEL);
		for (const peer of some) {
			const one = single.get(peer) ?? [];
			const times = (sent: readonly Sent[] = []) => sent.flatMap(({ latencies }) => latencies);
			figures.set(keyOf(peer.name, kind), {
				rested: median(times(rested.get(peer))),
				median: median(times(one)),
				p99: percentile(times(one), 0.99),
				perSecond: count / sum((parallel.get(peer) ?? []).map(({ seconds }) => seconds)),
				cpu: sum(one.map(({ cpu }) => cpu)) / count,
			});
		}
	}
	return figures;
}

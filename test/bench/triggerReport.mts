import { comparing, HEAD } from './comparing.mts';
import type { Case, Comparing } from './comparing.mts';
import { KINDS } from './figures.mts';
import type { Kind, Round } from './figures.mts';
import { table } from '../../scripts/generated/pages.mjs';
import { show } from './statistics.mts';
import type { Spread } from './statistics.mts';

/** The names of n8n's own triggers in a round; the trigger of this package is called by the number of events that it remembers. */
export const NAMES = {
	peer: 'GitHub Trigger',
	again: 'a second GitHub Trigger',
	webhook: 'Webhook',
};

/** How much more a delivery may cost when the memory is full than when it is empty. */
const GROWTH = 1.1;

const inWords = (size: number) => size.toLocaleString('en');
const named = (kind: Kind, size: number) => `${kind}, ${inWords(size)} remembered`;

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

/** What a goal is judged by: the time to the 200, and whether what n8n does after it delays the next one. */
const JUDGED = ['rested', 'median'] as const;

type Verdict = (measured: Spread, measure: (typeof JUDGED)[number]) => string;

function goals(usual: Comparing, restarted: Comparing | null, sizes: readonly number[]): string {
	const row = (what: string, from: Comparing, ours: Case, theirs: Case, verdict: Verdict) => [
		what,
		...JUDGED.flatMap((measure) => {
			const measured = from.ratioOf(ours, theirs, measure);
			return [show(measured), verdict(measured, measure)];
		}),
	];
	const asFast: Verdict = ({ median, min }, measure) => {
		const noise = usual.ratioOf([NAMES.again, 'valid'], [NAMES.peer, 'valid'], measure);
		return min <= Math.max(1, noise.max) ? 'met' : `missed by ${percent(median - 1)}`;
	};
	const cheaper: Verdict = ({ max }) => (max < 1 ? 'met' : 'missed: not in every round');
	const hardlyMore: Verdict = ({ median }) =>
		median <= GROWTH ? 'met' : `missed by ${percent(median - GROWTH)}`;

	const [least] = sizes;
	const most = sizes[sizes.length - 1];
	const rows: string[][] = [];
	for (const size of sizes) {
		const what = `${named('valid', size)}: as fast as GitHub Trigger`;
		rows.push(row(what, usual, [size, 'valid'], [NAMES.peer, 'valid'], asFast));
	}
	const slightly = `${named('valid', most)}: at most ${percent(GROWTH - 1)} more than with ${inWords(least)}`;
	rows.push(row(slightly, usual, [most, 'valid'], [least, 'valid'], hardlyMore));
	for (const size of sizes) {
		const what = `${named('repeated', size)}: cheaper than valid`;
		rows.push(row(what, usual, [size, 'repeated'], [size, 'valid'], cheaper));
	}
	if (restarted) {
		const what = `${named('repeated', most)}, n8n restarted since: cheaper than valid`;
		rows.push(row(what, restarted, [most, 'recalled'], [most, 'valid'], cheaper));
	}
	return table(['goal', 'n8n at rest', '', 'one after another', ''], rows);
}

function againstPeer({ ratios }: Comparing, sizes: readonly number[]) {
	const rows = KINDS.flatMap((kind) =>
		sizes.map((size) => [named(kind, size), ...ratios([size, kind], [NAMES.peer, kind])]),
	);
	const noise = ratios([NAMES.again, 'valid'], [NAMES.peer, 'valid']);
	return table(['delivery', ...HEAD], [...rows, [`valid, ${NAMES.again}`, ...noise]]);
}

function repeats(usual: Comparing, restarted: Comparing | null, sizes: readonly number[]) {
	const rows = sizes.map((size) => [
		inWords(size),
		...usual.ratios([size, 'repeated'], [size, 'valid']),
	]);
	const most = sizes[sizes.length - 1];
	const after = restarted?.ratios([most, 'recalled'], [most, 'valid']);
	if (after) rows.push([`${inWords(most)}, n8n restarted since the event`, ...after]);
	return table(['remembered', ...HEAD], rows);
}

function growth({ ratios }: Comparing, [least, ...more]: readonly number[]) {
	const rows = more.flatMap((size) =>
		KINDS.map((kind) => [named(kind, size), ...ratios([size, kind], [least, kind])]),
	);
	return table(['delivery', ...HEAD], rows);
}

function againstWebhook({ ratios }: Comparing, [least]: readonly number[]) {
	const webhook = [NAMES.webhook, 'valid'] as const;
	return table(
		['delivery', ...HEAD],
		[
			[named('valid', least), ...ratios([least, 'valid'], webhook)],
			[`valid, ${NAMES.peer}`, ...ratios([NAMES.peer, 'valid'], webhook)],
		],
	);
}

/**
 * Tables of what the rounds gave, as ratios within each round.
 * @param rounds of everything that was sent
 * @param afterRestart rounds of the trigger with the most events, valid and recalled; none if there was none
 * @param sizes how many events the trigger remembered, the least first
 */
export function report(
	rounds: readonly Round[],
	afterRestart: readonly Round[],
	sizes: readonly number[],
): string {
	const usual = comparing(rounds);
	const restarted = afterRestart.length > 0 ? comparing(afterRestart) : null;
	return [
		'### Goals, by the median time to the 200',
		goals(usual, restarted, sizes),
		'### Against GitHub Trigger',
		againstPeer(usual, sizes),
		'### A repeat against a new event',
		repeats(usual, restarted, sizes),
		`### What remembering costs, against ${inWords(sizes[0])} remembered`,
		growth(usual, sizes),
		"### For information: against n8n's Webhook node, which checks nothing",
		againstWebhook(usual, sizes),
		'### What the ratios are of: GitHub Trigger in this run, in ms and per second',
		table(
			['delivery', ...HEAD],
			KINDS.map((kind) => [kind, ...usual.absolute([NAMES.peer, kind])]),
		),
	].join('\n\n');
}

import { comparing, HEAD } from './comparing.mts';
import type { Comparing } from './comparing.mts';
import { KINDS } from './figures.mts';
import type { Kind, Round } from './figures.mts';
import { table } from './page.mts';
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

function goal(what: string, measured: Spread, bound: number, name: string): string[] {
	const missedBy = `missed by ${((measured.median / bound - 1) * 100).toFixed(1)} %`;
	const verdict = measured.median <= bound ? 'met' : missedBy;
	return [what, show(measured), `${name} ${bound.toFixed(2)}`, verdict];
}

function goals(usual: Comparing, restarted: Comparing | null, sizes: readonly number[]) {
	const { ratioOf } = usual;
	const [least] = sizes;
	const most = sizes[sizes.length - 1];
	const noise = ratioOf([NAMES.again, 'valid'], [NAMES.peer, 'valid']).max;
	const rows = [
		...sizes.map((size) => {
			const measured = ratioOf([size, 'valid'], [NAMES.peer, 'valid']);
			const what = `${named('valid', size)}, against GitHub Trigger`;
			return goal(what, measured, noise, 'at most what two GitHub Triggers differ by:');
		}),
		...sizes.map((size) => {
			const measured = ratioOf([size, 'repeated'], [size, 'valid']);
			return goal(`${named('repeated', size)}, against valid`, measured, 1, 'under');
		}),
	];
	if (restarted) {
		const measured = restarted.ratioOf([most, 'recalled'], [most, 'valid']);
		const what = `${named('repeated', most)} since before a restart, against valid`;
		rows.push(goal(what, measured, 1, 'under'));
	}
	const measured = ratioOf([most, 'valid'], [least, 'valid']);
	rows.push(
		goal(`${named('valid', most)}, against ${inWords(least)}`, measured, GROWTH, 'at most'),
	);
	return table(['delivery', 'median time', 'goal', ''], rows);
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
		'### Goals',
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

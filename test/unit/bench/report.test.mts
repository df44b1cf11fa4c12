import { keyOf, KINDS } from '../../bench/figures.mts';
import type { Figures, Kind, Round } from '../../bench/figures.mts';
import { NAMES, report } from '../../bench/triggerReport.mts';

/** Rounds in which everything takes as long as told, twice that in the second one, as on a machine that got busy. */
function rounds(times: Record<string, number>): Round[] {
	return [1, 2].map((slowness) => {
		const figures = Object.entries(times).map(([key, time]): [string, Figures] => {
			const ms = time * slowness;
			return [key, { rested: time, median: ms, p99: 2 * ms, perSecond: 1000 / ms, cpu: 9 }];
		});
		return new Map(figures);
	});
}

function everything(changes: Record<string, number> = {}): Record<string, number> {
	const peers = [NAMES.peer, NAMES.again, '0', '1000'];
	const all = peers.flatMap((peer) =>
		KINDS.map((kind): [string, number] => [keyOf(peer, kind), 10]),
	);
	return { ...Object.fromEntries(all), [keyOf(NAMES.webhook, 'valid')]: 5, ...changes };
}

const key = (peer: string | number, kind: Kind) => keyOf(peer, kind);
const lineOf = (text: string, start: string) =>
	text.split('\n').find((line) => line.startsWith(`| ${start}`));

test('ratios are within the rounds, so that a machine that gets busy does not show', () => {
	const found = report(rounds(everything({ [key(0, 'refused')]: 12 })), [], [0, 1000]);
	expect(lineOf(found, 'refused, 0 remembered')).toBe(
		'| refused, 0 remembered | 1.20 (1.20–1.20) | 1.20 (1.20–1.20) | 1.20 (1.20–1.20) | 0.83 (0.83–0.83) | 1.00 (1.00–1.00) |',
	);
});

test.each([
	['as fast', { [key(0, 'valid')]: 10 }, 'valid, 0 remembered: as', '1.00 (1.00–1.00) | met'],
	[
		'slower by what two GitHub Triggers differ by',
		{ [key(0, 'valid')]: 10.5, [key(NAMES.again, 'valid')]: 10.5 },
		'valid, 0 remembered: as',
		'1.05 (1.05–1.05) | met',
	],
	[
		'slower by more',
		{ [key(0, 'valid')]: 10.5 },
		'valid, 0 remembered: as',
		'1.05 (1.05–1.05) | missed by 5 %',
	],
	[
		'slower than a GitHub Trigger that is slower than another',
		{ [key(0, 'valid')]: 10.5, [key(NAMES.again, 'valid')]: 8 },
		'valid, 0 remembered: as',
		'1.05 (1.05–1.05) | missed by 5 %',
	],
	[
		'a little slower with many events',
		{ [key(1000, 'valid')]: 11 },
		'valid, 1,000 remembered: at most 10 %',
		'1.10 (1.10–1.10) | met',
	],
	[
		'much slower with many events',
		{ [key(1000, 'valid')]: 12 },
		'valid, 1,000 remembered: at most 10 %',
		'1.20 (1.20–1.20) | missed by 10 %',
	],
	[
		'a repeat that is cheaper',
		{ [key(0, 'repeated')]: 9 },
		'repeated, 0 remembered: cheaper',
		'0.90 (0.90–0.90) | met',
	],
	[
		'a repeat that is not',
		{ [key(0, 'repeated')]: 10 },
		'repeated, 0 remembered: cheaper',
		'1.00 (1.00–1.00) | missed: not in every round',
	],
])('%s', (_what, changes, goal, verdict) => {
	const found = report(rounds(everything(changes)), [], [0, 1000]);
	expect(lineOf(found, goal)).toContain(verdict);
});

test('what came after a restart is set against what came after it too', () => {
	const after = rounds({ [key(1000, 'recalled')]: 30, [key(1000, 'valid')]: 40 });
	const found = report(rounds(everything()), after, [0, 1000]);
	expect(lineOf(found, '1,000, n8n restarted')).toContain('0.75 (0.75–0.75)');
});

test('what was not measured is not made up', () => {
	expect(() => report(rounds(everything()), [], [0, 500])).toThrow('"500" was sent nothing valid');
});

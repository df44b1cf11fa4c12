import { keyOf, KINDS } from '../../bench/figures.mts';
import type { Figures, Kind, Round } from '../../bench/figures.mts';
import { NAMES, report } from '../../bench/triggerReport.mts';

/** Rounds in which everything takes as long as told, twice that in the second one, as on a machine that got busy. */
function rounds(times: Record<string, number>): Round[] {
	return [1, 2].map((slowness) => {
		const figures = Object.entries(times).map(([key, time]): [string, Figures] => {
			const ms = time * slowness;
			return [key, { median: ms, p99: 2 * ms, perSecond: 1000 / ms, cpu: time / 2 }];
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
		'| refused, 0 remembered | 1.20 (1.20–1.20) | 1.20 (1.20–1.20) | 0.83 (0.83–0.83) | 1.20 (1.20–1.20) |',
	);
});

test('a goal is met up to its bound, and missed by what is beyond', () => {
	const times = everything({
		[key(NAMES.again, 'valid')]: 10.5,
		[key(0, 'valid')]: 10.5,
		[key(1000, 'valid')]: 21,
		[key(1000, 'repeated')]: 20,
	});
	const found = report(rounds(times), [], [0, 1000]);
	expect(lineOf(found, 'valid, 0 remembered, against GitHub')).toContain('1.05 | met |');
	expect(lineOf(found, 'valid, 1,000 remembered, against GitHub')).toContain('missed by 100.0 %');
	expect(lineOf(found, 'repeated, 1,000 remembered, against valid')).toContain('0.95');
	expect(lineOf(found, 'valid, 1,000 remembered, against 0')).toContain('missed by 81.8 %');
});

test('what came after a restart is set against what came after it too', () => {
	const after = rounds({ [key(1000, 'recalled')]: 30, [key(1000, 'valid')]: 40 });
	const found = report(rounds(everything()), after, [0, 1000]);
	expect(lineOf(found, '1,000, n8n restarted')).toContain('0.75 (0.75–0.75)');
});

test('what was not measured is not made up', () => {
	expect(() => report(rounds(everything()), [], [0, 500])).toThrow('"500" was sent nothing valid');
});

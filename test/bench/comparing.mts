import { keyOf } from './figures.mts';
import type { Figures, Kind, Round } from './figures.mts';
import { ratio, show, spread } from './statistics.mts';
import type { Spread } from './statistics.mts';

export type Measure = keyof Figures;

/** A peer and what it was sent. */
export type Case = readonly [peer: string | number, kind: Kind];

const MEASURES: readonly Measure[] = ['rested', 'median', 'p99', 'perSecond', 'cpu'];

/** The heads of the columns that `ratios` and `absolute` fill. */
export const HEAD = [
	'median time, n8n at rest',
	'median time, one after another',
	'p99 time, one after another',
	'deliveries/s, ten at a time',
	"n8n's processor time",
];

export interface Comparing {
	/** Of one thing that was measured. */
	ratioOf(ours: Case, theirs: Case, measure: Measure): Spread;
	/** Of all that was measured, in words. */
	ratios(ours: Case, theirs: Case): string[];
	/** What was measured itself, in milliseconds and per second. */
	absolute(one: Case): string[];
}

/** Sets what rounds measured of one case against another; throws where a case was not measured. */
export function comparing(rounds: readonly Round[]): Comparing {
	const series = ([peer, kind]: Case, measure: Measure) =>
		rounds.map((round) => {
			const figures = round.get(keyOf(peer, kind));
			if (!figures) throw new Error(`"${peer}" was sent nothing ${kind}.`);
			return figures[measure];
		});
	const ratioOf = (ours: Case, theirs: Case, measure: Measure) =>
		ratio(series(ours, measure), series(theirs, measure));
	return {
		ratioOf,
		ratios: (ours, theirs) => MEASURES.map((measure) => show(ratioOf(ours, theirs, measure))),
		absolute: (one) => MEASURES.map((measure) => show(spread(series(one, measure)), 1)),
	};
}

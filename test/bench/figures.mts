/** New events with a right signature, events with a wrong one, and events that were delivered before. */
export const KINDS = ['valid', 'refused', 'repeated'] as const;

/** `recalled` are repeats that only n8n's store knows of, since n8n was restarted after the event. */
export type Kind = (typeof KINDS)[number] | 'recalled';

/** What one round gave for one peer and one kind of delivery. */
export interface Figures {
	/** Median time to the answer in milliseconds when n8n has nothing else to do. */
	rested: number;
	/** Of the time to the answer in milliseconds, one delivery after the other. */
	median: number;
	p99: number;
	/** Deliveries answered per second, ten at a time. */
	perSecond: number;
	/** Processor time that n8n takes for a delivery in milliseconds, also after the answer; NaN where that cannot be told. */
	cpu: number;
}

/** What a round gave, by peer and kind of delivery: `GitHub Trigger/valid`. */
export type Round = ReadonlyMap<string, Figures>;

/** The key of a peer and what it was sent in a round. */
export const keyOf = (peer: string | number, kind: Kind): string => `${peer}/${kind}`;

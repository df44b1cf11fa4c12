/** How a benchmark is run. */
export interface Settings {
	/** Rounds that count; one more warms up. */
	rounds: number;
	/** Of each kind, from each peer, in each round. */
	deliveries: number;
	/** How many events the trigger remembers when it is measured. */
	remembered: number[];
	/** Tells how far it has come. */
	tell: (line: string) => void;
	/** Has something ended when all is over, whatever happened; what was begun last ends first. */
	atEnd: (ending: () => Promise<unknown>) => void;
}

export interface Benchmark {
	/** What it is called by: `npm run bench <name>`. */
	name: string;
	/** @returns what it found, in Markdown */
	run(settings: Settings): Promise<string>;
}

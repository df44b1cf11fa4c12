/** Who something is told of; the first column of what the demo prints. */
export type Who = 'demo' | '100Hires' | 'webhook' | 'n8n' | 'BambooHR';

/** @param text one line, in plain words */
export type Tell = (who: Who, text: string) => void;

const WIDTH_OF_WHO = 8;

/**
 * @param write gets each line
 * @returns a function that tells what happened, one line each, with the seconds since now in front
 */
export function createNarrator(write: (line: string) => void): Tell {
	const start = Date.now();
	return (who, text) => {
		const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6);
		write(`${seconds} s  ${who.padEnd(WIDTH_OF_WHO)}  ${text}`);
	};
}

/** The fields of a record that are filled in, for people: `firstName Ada, lastName Byron`. */
export function fields(record: Record<string, unknown>): string {
	return Object.entries(record)
		.filter(([, value]) => value !== undefined && value !== null && value !== '')
		.map(([name, value]) => `${name} ${String(value)}`)
		.join(', ');
}

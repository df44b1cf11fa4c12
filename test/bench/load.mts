import autocannon from 'autocannon';

/** One delivery. */
export interface Shot {
	headers: Record<string, string>;
	body: string;
}

export interface Measured {
	/** Milliseconds from the first byte sent to the last one received, of each delivery. */
	latencies: number[];
	/** From the first one sent to the last one answered. */
	seconds: number;
}

const ANSWERED_WITHIN_S = 60;
/** How often autocannon looks whether it is done. */
const LOOK_MS = 20;

/**
 * Sends deliveries over kept connections, the next one on each as soon as the last one is answered.
 * @param isExpected tells by status and body whether an answer is the one that is to be measured
 * @throws Error when a delivery is not answered, or not as expected
 */
export async function load(
	url: string,
	shots: readonly Shot[],
	atOnce: number,
	isExpected: (status: number, body: string) => boolean,
): Promise<Measured> {
	const waiting = [...shots];
	const latencies: number[] = [];
	const unexpected: string[] = [];
	let end = 0;
	const begin = performance.now();
	const options: autocannon.Options = {
		url,
		connections: Math.min(atOnce, shots.length),
		amount: shots.length,
		timeout: ANSWERED_WITHIN_S,
		sampleInt: LOOK_MS,
		requests: [
			{
				method: 'POST',
				setupRequest: (request) => ({ ...request, ...waiting.shift() }),
				onResponse: (status, body) => {
					if (!isExpected(status, body)) unexpected.push(`${status} ${body}`);
				},
			},
		],
	};
	const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
		const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
		// Its own histogram knows whole milliseconds only.
		run.on('response', (_client, _status, _bytes, ms) => {
			latencies.push(ms);
			end = performance.now();
		});
	});
	if (unexpected.length > 0)
		throw new Error(`${unexpected.length} of ${shots.length} answers such as: ${unexpected[0]}`);
	if (errors > 0 || latencies.length !== shots.length)
		throw new Error(`${latencies.length} of ${shots.length} were answered, ${errors} errors.`);
	return { latencies, seconds: (end - begin) / 1000 };
}

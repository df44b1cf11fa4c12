import { until } from './until.mts';

/**
 * What n8n answers by itself to any request, with 503 and before anything is done with it, while its own look at its
 * database was not answered in time, as on a computer that is busy. Seen in n8n 2.41.1.
 */
const BUSY = 'Database is not ready!';

/**
 * Sends a request, and again for as long as n8n is too busy for it: users and 100Hires, which delivers again after
 * anything but a 200, do so too.
 * @param send gives what became of the request
 * @param message gives what n8n said, of that
 * @throws Error when n8n is still too busy after a minute
 */
export async function retryWhileBusy<T>(
	send: () => Promise<T>,
	message: (outcome: T) => unknown,
): Promise<T> {
	const { outcome } = await until(
		'n8n to reach its database',
		async () => {
			const outcome = await send();
			return String(message(outcome)).includes(BUSY) ? undefined : { outcome };
		},
		60_000,
	);
	return outcome;
}

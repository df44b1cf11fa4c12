import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

/**
 * Asks again and again until there is an answer.
 * @param what what is being waited for, for the message
 * @param ask gives undefined as long as it is too early; what it throws is passed on
 * @param timeoutMs time limit in milliseconds
 * @param state tells for the message how far it had come
 * @throws Error when the time is over
 */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined> | T | undefined,
	timeoutMs: number,
	state: () => string = () => '',
): Promise<T> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) {
			throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}. ${state()}`.trim());
		}
		await sleep(PAUSE_MS);
	}
}

import { createHmac } from 'node:crypto';
import { retryWhileBusy } from './retryWhileBusy.mts';

const HEADER = 'x-hires-signature-v2';

/** Where deliveries go and what they are signed with. */
export interface Target {
	url: string;
	secret: string;
}

/** What became of a delivery: null where nobody answered, as while n8n is down. */
export type Outcome = { status: number; message: string } | null;

/** A body as it can be sent. */
export type Bytes = string | Uint8Array<ArrayBuffer>;

export interface DeliverOptions {
	/** Further headers; `content-type` is that of JSON unless given here. */
	headers?: Record<string, string>;
	/** What is signed, where that is not what is sent. */
	signed?: Bytes;
}

/** IDs one after another. */
export const range = (first: number, count: number) =>
	Array.from({ length: count }, (_, n) => first + n);

/**
 * The flat body of an application that was just hired.
 * @param id of the application, which makes it an event of its own
 */
export function hired(id: number, more: object = {}): string {
	return JSON.stringify({
		id,
		candidate_id: 1,
		job_id: 3,
		status: 'hired',
		hired_at: 1_781_434_800,
		stage: { id: 9, name: 'Hired' },
		...more,
	});
}

/** Sends one delivery as 100Hires does; does not throw where the connection fails. */
export async function deliver(
	{ url, secret }: Target,
	body: Bytes,
	{ headers = {}, signed = body }: DeliverOptions = {},
): Promise<Outcome> {
	const signature = createHmac('sha256', secret).update(signed).digest('base64');
	try {
		const response = await fetch(url, {
			method: 'POST',
			// A connection that n8n closes at that moment would look like a delivery that nobody answered.
			headers: {
				connection: 'close',
				'content-type': 'application/json',
				[HEADER]: signature,
				...headers,
			},
			body,
		});
		const text = await response.text();
		return { status: response.status, message: text };
	} catch {
		return null;
	}
}

/** Does something with each, so many at a time, and gives the results in their order. */
export async function inParallel<T, R>(
	all: readonly T[],
	atOnce: number,
	act: (each: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results: R[] = [];
	let next = 0;
	const worker = async () => {
		while (next < all.length) {
			const index = next++;
			results[index] = await act(all[index], index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

/**
 * Delivers events, so many at a time, to these addresses in turn, and again what n8n was too busy for.
 * All must be answered with 200 then.
 * @returns how many of them n8n made an execution of, rather than recognise them before
 */
export async function flood(
	targets: readonly Target[],
	ids: readonly number[],
	atOnce: number,
): Promise<number> {
	const outcomes = await inParallel(
		ids,
		atOnce,
		async (id, index) =>
			await retryWhileBusy(
				async () => await deliver(targets[index % targets.length], hired(id)),
				(outcome) => outcome?.message,
			),
	);
	expect(outcomes.filter((outcome) => outcome?.status !== 200)).toEqual([]);
	return outcomes.filter((outcome) => !outcome?.message.includes('delivered before')).length;
}

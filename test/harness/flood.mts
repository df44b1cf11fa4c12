import { createHmac } from 'node:crypto';

const HEADER = 'x-hires-signature-v2';

/** Where deliveries go and what they are signed with. */
export interface Target {
	url: string;
	secret: string;
}

/** What became of a delivery: null where nobody answered, as while n8n is down. */
export type Outcome = { status: number; message: string } | null;

/**
 * The flat body of an application that was just hired.
 * @param id of the application, which makes it an event of its own
 */
export function hired(id: number): string {
	return JSON.stringify({
		...{ id, candidate_id: 1, job_id: 3, status: 'hired', hired_at: 1_781_434_800 },
		stage: { id: 9, name: 'Hired' },
	});
}

/** Sends one delivery as 100Hires does; does not throw where the connection fails. */
export async function deliver({ url, secret }: Target, body: string): Promise<Outcome> {
	const signature = createHmac('sha256', secret).update(body).digest('base64');
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', [HEADER]: signature },
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

/** How many of these deliveries n8n made an execution of, rather than recognise them before. */
export function accepted(outcomes: readonly Outcome[]): number {
	return outcomes.filter((outcome) => outcome && !outcome.message.includes('delivered before'))
		.length;
}

import { hired } from '../../harness/sendDeliveries.mts';
import type { PublishedTrigger } from '../../harness/publishedTrigger.mts';
import { until } from '../../harness/until.mts';

/** Hires that the stand-in delivers, ten at a time and each with its retries, until it is told to end. */
export interface Burst {
	/** Waits until so many more were received. */
	goOn(count: number): Promise<void>;
	/** Sends no new ones and waits until the last retry is through. Gives the IDs of the applications. */
	end(): Promise<number[]>;
}

/** Starts a burst. Where 100Hires has no webhook at some moment, it has nothing to deliver for what happens then. */
export function burst(
	{ sandbox: { webhooks, deliveries } }: PublishedTrigger,
	first: number,
): Burst {
	const ids: number[] = [];
	let received = 0;
	let ending = false;
	const sender = async () => {
		while (!ending) {
			const id = first + ids.length;
			ids.push(id);
			const [webhook] = webhooks.all();
			const delivery =
				webhook && deliveries.deliver('candidate.hired', 1_781_434_800, webhook, hired(id));
			await until(
				`application ${id} to be delivered or dropped`,
				() => delivery?.state !== 'pending' || undefined,
				240_000,
			);
			if (delivery?.state === 'delivered') received += 1;
			else await until('a webhook', () => webhooks.all().length > 0 || undefined, 60_000);
		}
	};
	const senders = Promise.all(Array.from({ length: 10 }, sender));
	return {
		goOn: async (count) => {
			const wanted = received + count;
			await until(`${count} more`, () => received >= wanted || undefined, 240_000);
		},
		end: async () => {
			ending = true;
			await senders;
			return ids;
		},
	};
}

import type { ApplicationRecord } from './records.mts';
import type { World } from './world.mts';

export interface Population {
	/** How many people apply, one after the other. */
	count: number;
	/** Where they apply; by default to all jobs in turn. */
	jobId?: number;
	/** When the first of them applied, unix seconds; by default so that the last one did just now. */
	from?: number;
	/** Seconds between them; default 60. */
	every?: number;
}

/**
 * Fills the world with people who applied before anybody looked: no webhook reports them. Ten thousand take a fraction of a
 * second. They have no résumé, as a PDF for each would cost more than all the rest.
 *
 * @returns Their applications in the order in which they were made
 */
export function populate(world: World, { count, jobId, every = 60, from }: Population) {
	const jobIds = jobId === undefined ? [...world.jobs.keys()] : [jobId];
	const first = from ?? world.clock.now() - (count - 1) * every;
	const before = world.candidates.size;
	return Array.from({ length: count }, (_, index): ApplicationRecord => {
		const number = before + index + 1;
		const form = {
			jobId: jobIds[index % jobIds.length],
			firstName: 'Person',
			lastName: `Number ${number}`,
			email: `person.${number}@example.com`,
			phone: `+1555${String(number).padStart(7, '0')}`,
		};
		return world.earlier(first + index * every, () => world.apply(form));
	});
}

import { REAL_CLOCK } from '../sandbox/hires/clock.mts';
import { World } from '../sandbox/hires/index.mts';
import { flatBody } from '../sandbox/hires/webhooks/bodies.mts';
import type { WorldEvent } from '../sandbox/hires/world/records.mts';
import { seed } from '../sandbox/hires/world/seed.mts';

const RESUME = 'Ten years of work in places that grow slowly. '.repeat(20).trim();

/**
 * Makes bodies as 100Hires sends them when someone was hired, of one person each time (2 KB).
 * @returns takes the application's ID, which makes it an event of its own
 */
export function hiredBodies(): (id: number) => string {
	const world = new World(REAL_CLOCK, 42);
	seed(world);
	const [job] = world.jobs.values();
	const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' };
	const application = world.apply({ ...person, jobId: job.id, resumeText: RESUME });
	let hired: WorldEvent | undefined;
	world.onEvent((event) => (hired = event));
	world.hire(application.id);
	if (hired?.name !== 'candidate.hired') throw new Error('A hire told of something else.');
	const body = flatBody(hired, {
		world,
		baseUrl: 'https://api.100hires.com/v2',
		now: REAL_CLOCK.now(),
	});
	return (id) => JSON.stringify({ ...body, id });
}

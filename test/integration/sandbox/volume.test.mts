import { ManualClock, populate, type ApplicationRecord } from '../../sandbox/hires/index.mts';
import { call, rows, sandbox, start, stop, type Json } from '../helpers/sandboxSetup.mts';

const TOTAL = 10_000;

let clock: ManualClock;
let applications: ApplicationRecord[];

beforeEach(async () => {
	clock = new ManualClock();
	await start({ clock });
	applications = populate(sandbox.world, { count: TOTAL, every: 1 });
});

afterEach(stop);

const list = async (query: string, of = 'applications') =>
	(await call('GET', `/${of}?view=summary&${query}`)).body;
const idsIn = (body: Json, key = 'applications') => rows(body, key).map((row) => Number(row.id));
const count = async (query: string, of = 'applications') =>
	((await list(`size=1&${query}`, of)).pagination as Json).total_count;

/** The IDs of every page. */
async function walk(query: string, of = 'applications'): Promise<number[]> {
	const ids = [];
	for (let page = 1; ; page++) {
		const found = idsIn(await list(`size=100&page=${page}&${query}`, of), of);
		if (!found.length) return ids;
		ids.push(...found);
	}
}

describe('lists of ten thousand', () => {
	test('pages hold every application once, the newest first', async () => {
		expect((await list('size=100')).pagination).toEqual({
			page_size: 100,
			page_count: 100,
			page: 1,
			total_count: TOTAL,
		});
		const ids = await walk('');
		expect(ids).toEqual(applications.map(({ id }) => id).reverse());
		expect(await call('GET', '/applications?size=101')).toMatchObject({ status: 400 });
		expect(await call('GET', '/applications?page=0')).toMatchObject({ status: 400 });
		expect(rows((await call('GET', '/applications')).body, 'applications')).toHaveLength(20);
	});

	test('pages hold every candidate once, the newest first', async () => {
		const ids = await walk('', 'candidates');
		expect(ids).toEqual(applications.map(({ candidateId }) => candidateId).reverse());
	});

	test('filters by job, score and status', async () => {
		const [one] = sandbox.world.jobs.keys();
		expect(await count(`job_id=${one}`)).toBe(Math.ceil(TOTAL / 3));
		expect(await count(`job_id=${one}`, 'candidates')).toBe(Math.ceil(TOTAL / 3));
		for (const { id } of applications.slice(0, 10)) sandbox.world.score(id, 90);
		for (const { id } of applications.slice(10, 100)) sandbox.world.score(id, 40);
		expect(await count('ai_score_min=80')).toBe(10);
		expect(await count('ai_score_max=80')).toBe(90);
		expect(await count('ai_score_min=90&ai_score_max=90')).toBe(10);
		sandbox.world.hire(applications[0].id);
		expect(await count('status=hired')).toBe(1);
		expect(await count('status=pending')).toBe(TOTAL - 1);
		const scores = rows(await list('sort=-ai_score&size=100'), 'applications');
		expect(scores.map((row) => row.ai_score)).toEqual([
			...Array(10).fill(90),
			...Array(90).fill(40),
		]);
		const unscored = rows(await list('sort=ai_score&size=100&page=2'), 'applications');
		expect(unscored.every((row) => row.ai_score === null)).toBe(true);
	});
});

describe('what a poll asks for', () => {
	test('created since a time: the moment itself counts, in seconds or in ISO 8601', async () => {
		const { createdAt } = applications[TOTAL - 10];
		const iso = new Date(createdAt * 1000).toISOString();
		const inTallinn = new Date((createdAt + 7200) * 1000).toISOString().replace('Z', '+02:00');
		for (const since of [createdAt, iso, inTallinn]) {
			const query = `created_after=${encodeURIComponent(since)}`;
			expect(await count(query)).toBe(10);
			expect(await count(query, 'candidates')).toBe(10);
		}
		const half = encodeURIComponent(iso.replace('.000Z', '.500Z'));
		expect(await count(`created_after=${half}`)).toBe(9);
	});

	test('created since a time, the oldest first: in pages without a gap', async () => {
		const since = applications[9750];
		const ids = await walk(`created_after=${since.createdAt}&sort=created_at`);
		expect(ids).toEqual(applications.slice(9750).map(({ id }) => id));
	});

	test('many of one second come in the order of their IDs, in either direction', async () => {
		const from = clock.now() + 1;
		const ids = populate(sandbox.world, { count: 250, from, every: 0 }).map(({ id }) => id);
		expect(await walk(`created_after=${from}&sort=created_at`)).toEqual(ids);
		expect(await walk(`created_after=${from}&sort=-created_at`)).toEqual([...ids].reverse());
	});

	test('changed since a time: whatever happened to an application or a candidate', async () => {
		clock.advance(60);
		const since = clock.now();
		const { world } = sandbox;
		const [first] = world.lists.rejectionReasons;
		const changes: Array<(id: number) => unknown> = [
			(id) => world.advance(id),
			(id) => world.hire(id),
			(id) => world.disqualify(id, first.id),
			(id) => world.score(id, 50),
			(id) => world.scheduleInterview(id, { start: since, end: since + 60 }),
		];
		for (const [index, change] of changes.entries()) change(applications[index * 100].id);
		const changed = changes.map((_, index) => applications[index * 100].id);
		expect((await walk(`updated_after=${since}&sort=created_at`)).sort()).toEqual(changed);
		expect(await count(`updated_after=${since + 1}`)).toBe(0);
		world.updateCandidate(applications[7].candidateId, { phone: '+1' });
		expect(await walk(`updated_after=${since}`, 'candidates')).toEqual([
			applications[7].candidateId,
		]);
		expect(await count(`created_after=${since}`, 'interviews')).toBe(1);
	});
});

test('nobody is told of people who were there before', async () => {
	sandbox.webhooks.add({ url: 'https://n8n.example.com/webhook' });
	const [one] = populate(sandbox.world, { count: 3 });
	expect(sandbox.deliveries.all()).toEqual([]);
	expect(one.createdAt).toBe(clock.now() - 120);
	const { body } = await call('GET', `/candidates/${one.candidateId}/activities`);
	expect(rows(body, 'activities')).toMatchObject([{ created_at: one.createdAt }]);
});

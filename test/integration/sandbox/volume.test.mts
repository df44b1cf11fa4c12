import { ManualClock } from '../../sandbox/hires/index.mts';
import { call, person, rows, sandbox, start, stop, type Json } from './setting.mts';

afterEach(stop);

describe('lists of ten thousand applications', () => {
	const TOTAL = 10_000;
	const clock = new ManualClock();

	beforeEach(async () => {
		await start({ clock });
		const [one, two] = [...sandbox.world.jobs.keys()];
		for (let n = 0; n < TOTAL; n++) {
			clock.advance(1);
			const jobId = n % 10 ? one : two;
			const application = sandbox.world.apply({ jobId, ...person(`p${n}@example.com`) });
			if (n % 100 === 0) sandbox.world.score(application.id, n % 1000 ? 40 : 90);
		}
	});

	test('pages hold every application once, the newest first', async () => {
		const first = await call('GET', '/applications?size=100&view=summary');
		expect(first.body.pagination).toEqual({
			page_size: 100,
			page_count: 100,
			page: 1,
			total_count: TOTAL,
		});
		const ids = [];
		for (let page = 1; page <= 100; page++) {
			const { body } = await call('GET', `/applications?size=100&view=summary&page=${page}`);
			ids.push(...rows(body, 'applications').map((row) => Number(row.id)));
		}
		expect(new Set(ids).size).toBe(TOTAL);
		expect(ids).toEqual([...ids].sort((a, b) => b - a));
		expect((await call('GET', '/applications?size=100&page=101')).body.applications).toEqual([]);
		expect(await call('GET', '/applications?size=101')).toMatchObject({ status: 400 });
		expect(await call('GET', '/applications?page=0')).toMatchObject({ status: 400 });
		const usual = await call('GET', '/applications');
		expect(rows(usual.body, 'applications')).toHaveLength(20);
	});

	test('filters and sorts', async () => {
		const [, two] = [...sandbox.world.jobs.keys()];
		const count = async (query: string) => {
			const { body } = await call('GET', `/applications?size=1&${query}`);
			return (body.pagination as Json).total_count;
		};
		expect(await count(`job_id=${two}`)).toBe(TOTAL / 10);
		const since = clock.now() - 9;
		expect(await count(`created_after=${since}`)).toBe(10);
		const iso = new Date(since * 1000).toISOString();
		expect(await count(`created_after=${encodeURIComponent(iso)}`)).toBe(10);
		expect(await count('ai_score_min=80')).toBe(10);
		expect(await count('ai_score_max=80')).toBe(90);
		expect(await count('status=hired')).toBe(0);
		const oldest = [...sandbox.world.applications.values()][0];
		clock.advance(1);
		sandbox.world.hire(oldest.id);
		expect(await count('status=hired')).toBe(1);
		expect(await count('status=pending')).toBe(TOTAL - 1);
		expect(await count(`updated_after=${clock.now()}`)).toBe(1);
		const { body } = await call('GET', '/applications?sort=-ai_score&size=100');
		const scores = rows(body, 'applications').map((row) => row.ai_score);
		expect(scores).toEqual([...Array(10).fill(90), ...Array(90).fill(40)]);
		const ascending = await call('GET', '/applications?sort=created_at&size=1');
		expect(rows(ascending.body, 'applications')[0].id).toBe(oldest.id);
	});
});

/** Outages, long absences and the rate limit: nothing is lost, nothing comes twice. */
import { recordLog } from '../harness/contexts.mts';
import { until } from '../harness/until.mts';
import { apply, setUpPolling, type PolledAccount } from './helpers/pollingSetup.mts';

let setting: PolledAccount;
const start = async (...parameters: Parameters<typeof setUpPolling>) => {
	setting = await setUpPolling(...parameters);
	return setting;
};
let laterMs = 0;
beforeEach(() => {
	laterMs = 0;
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + laterMs);
});
afterEach(async () => await setting.sandbox.close());

/** Polls until nothing comes any more. */
async function drain() {
	const polls: Array<Awaited<ReturnType<PolledAccount['poll']>>> = [];
	for (let idle = 0; idle < 2; ) {
		const poll = await setting.poll();
		polls.push(poll);
		idle = poll.events.length === 0 ? idle + 1 : 0;
	}
	return { polls, ids: polls.flatMap(({ events }) => events.map(({ eventId }) => eventId)) };
}

test('Start From: what happened since that time, oldest first, once', async () => {
	const { sandbox, clock } = await start();
	apply(sandbox, 'too-early@example.com');
	clock.advance(86_400);
	const since = new Date(clock.now() * 1000).toISOString();
	const { id } = apply(sandbox, 'first@example.com');
	clock.advance(86_400);
	apply(sandbox, 'second@example.com');
	setting.sandbox.world.hire(id);
	setting.restart({
		events: ['application.created', 'candidate.hired'],
		options: { startFrom: since },
	});
	const events = async () =>
		(await setting.poll()).events.map(({ event, email }) => [event, email]);
	expect(await events()).toEqual([
		['application.created', 'first@example.com'],
		['application.created', 'second@example.com'],
		['candidate.hired', 'first@example.com'],
	]);
	clock.advance(3600);
	expect(await events()).toEqual([]);
	setting.restart();
	expect(await events()).toEqual([]);
});

test('after a long absence: at most 40 requests a poll, then on from there; all of it, once', async () => {
	recordLog();
	const { sandbox, clock } = await start({ events: ['application.created', 'candidate.hired'] });
	await setting.poll();
	const applications = Array.from({ length: 5000 }, (_, n) => {
		if (n % 10 === 0) clock.advance(1);
		return apply(sandbox, `person${n}@example.com`);
	});
	clock.advance(3600);
	for (const { id } of applications.slice(0, 100)) sandbox.world.hire(id);
	const { polls, ids } = await drain();
	expect(polls.map(({ requests }) => requests).slice(0, 2)).toEqual([40, 11]);
	expect(ids).toHaveLength(5100);
	expect(new Set(ids).size).toBe(5100);
	for (const { events } of polls) {
		const times = events.map(({ occurredAt }) => String(occurredAt));
		expect(times).toEqual([...times].sort());
	}
});

test('moves of 150 applications: each is asked about once, over several polls and a restart', async () => {
	recordLog();
	const { sandbox, clock } = await start({ events: ['application.stage_changed'] });
	const { world } = sandbox;
	const applications = Array.from({ length: 150 }, (_, n) => apply(sandbox, `p${n}@example.com`));
	clock.advance(3600);
	await setting.poll();
	for (const { id, jobId } of applications) world.move(id, world.stagesOf(jobId)[1].id);
	clock.advance(60);
	const ids: unknown[] = [];
	const requests: number[] = [];
	for (let n = 0; n < 6; n++) {
		const poll = await setting.poll();
		ids.push(...poll.events.map(({ applicationId }) => applicationId));
		requests.push(poll.requests);
		setting.restart();
		// An application that was read already moves on, another one is removed.
		if (n === 0) {
			world.move(applications[0].id, world.stagesOf(applications[0].jobId)[2].id);
			world.removeApplication(applications[149].id);
			world.removeApplication(applications[1].id);
		}
		clock.advance(60);
	}
	expect(requests.every((count) => count <= 41)).toBe(true);
	const expected = [...applications.slice(0, 149).map(({ id }) => id), applications[0].id];
	expect([...ids].sort()).toEqual(expected.sort());
});

test('429: the poll ends quietly with a line in the log, and the next goes on', async () => {
	const log = recordLog();
	const { sandbox, clock } = await start();
	await setting.poll();
	clock.advance(60);
	apply(sandbox, 'ada@example.com');
	const limit = { status: 429, headers: { 'retry-after': '30' } };
	sandbox.faults.next(1, limit, ({ path }) => path === '/applications');
	expect(await setting.names()).toEqual(['candidate.created']);
	expect(log.join()).toMatch(/stopped looking \(rate limit\); the next poll goes on/);
	// 100Hires is not asked while it would only refuse.
	expect(await setting.poll()).toEqual({ events: [], requests: 0 });
	laterMs += 31_000;
	expect(await setting.names()).toEqual(['application.created']);
});

test('429 at the very first poll: from then on nothing is lost', async () => {
	recordLog();
	const { sandbox } = await start({ events: ['candidate.created'] });
	const { clock } = setting;
	// The clock of n8n is all that is known then.
	clock.advance(Math.floor(Date.now() / 1000) - clock.now());
	sandbox.faults.next(1, { status: 429, headers: { 'retry-after': '1' } });
	expect((await setting.poll()).events).toEqual([]);
	clock.advance(2);
	laterMs += 2500;
	sandbox.world.createCandidate({ firstName: 'Ada', email: 'ada@example.com' });
	expect(await setting.names()).toEqual(['candidate.created']);
});

test('a new key has 100 requests in ten minutes: the last ten are left to others', async () => {
	recordLog();
	const { sandbox, clock } = await start(
		{ events: ['application.stage_changed'] },
		{ rateLimit: { limit: 30, windowSeconds: 600 } },
	);
	const { world } = sandbox;
	const applications = Array.from({ length: 50 }, (_, n) => apply(sandbox, `p${n}@example.com`));
	clock.advance(3600);
	await setting.poll();
	for (const { id, jobId } of applications) world.move(id, world.stagesOf(jobId)[1].id);
	clock.advance(60);
	const first = await setting.poll();
	expect([first.requests, first.events.length]).toEqual([18, 17]);
	clock.advance(600);
	const ids = [...first.events];
	for (let n = 0; n < 3; n++) {
		ids.push(...(await setting.poll()).events);
		clock.advance(600);
	}
	expect(new Set(ids.map(({ applicationId }) => applicationId)).size).toBe(50);
	expect(ids).toHaveLength(50);
});

test('other refusals are shown, and what is kept stays as it was', async () => {
	const { sandbox, clock } = await start();
	await setting.poll();
	clock.advance(60);
	apply(sandbox, 'ada@example.com');
	const kept = setting.node.staticData();
	sandbox.faults.next(1, { status: 500 }, ({ path }) => path === '/interviews');
	await expect(setting.poll()).rejects.toThrow(
		/^Could not list the interviews that were scheduled \(HTTP 500\)/,
	);
	expect(setting.node.staticData()).toEqual(kept);
	expect(await setting.names()).toEqual(['candidate.created', 'application.created']);
});

test('the first poll of an n8n that was restarted during an outage does not put the trigger out for good', async () => {
	const { sandbox, clock } = await start();
	sandbox.faults.next(1, { dropConnection: true });
	// A new workflow is not published while 100Hires cannot be asked.
	await expect(setting.poll()).rejects.toThrow(/^Could not list .*: 100Hires could not be reached/);
	await setting.poll();
	const saved = setting.node.staticData();
	clock.advance(60);
	apply(sandbox, 'ada@example.com');
	// Another process: nothing is known but what was saved.
	await jest.isolateModulesAsync(async () => {
		const log = recordLog();
		setting.restart(undefined, saved, true);
		sandbox.faults.next(1, { status: 503 });
		expect((await setting.poll()).events).toEqual([]);
		expect(log.join()).toMatch(/the next poll tries again: .{0,3}Could not list/);
		sandbox.faults.next(1, { status: 503 });
		await expect(setting.poll()).rejects.toThrow(/HTTP 503/);
		expect(await setting.names()).toEqual(['candidate.created', 'application.created']);
	});
});

test('a poll that n8n gives little time reads what it can', async () => {
	recordLog();
	const { sandbox, clock } = await start({ events: ['candidate.created'] }, {}, { budgetMs: 0 });
	await setting.poll();
	clock.advance(60);
	for (let n = 0; n < 250; n++) apply(sandbox, `p${n}@example.com`);
	clock.advance(60);
	const { polls, ids } = await drain();
	expect(polls.every(({ requests }) => requests <= 2)).toBe(true);
	expect([ids.length, new Set(ids).size]).toEqual([250, 250]);
});

test('a poll that does not end keeps the next ones away for ten minutes, and no longer', async () => {
	const { sandbox, clock } = await start({ events: ['application.created'] });
	await setting.poll();
	clock.advance(60);
	apply(sandbox, 'ada@example.com');
	sandbox.requests.clear();
	sandbox.faults.next(1, { drip: { everyMs: 20 } });
	const endless = setting.node.outputs();
	const isAsked = () => sandbox.requests.all().length === 1 || undefined;
	await until('the request of the poll that does not end', isAsked, 10_000);
	expect(await setting.poll()).toEqual({ events: [], requests: 0 });
	laterMs += 11 * 60_000;
	expect(await setting.names()).toEqual(['application.created']);
	const kept = JSON.stringify(setting.node.staticData());
	await sandbox.close();
	await Promise.allSettled([endless]);
	expect(JSON.stringify(setting.node.staticData())).toBe(kept);
});

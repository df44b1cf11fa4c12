import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';
import { EVENT } from '../../../nodes/HundredHires/resources/event/entity.ts';
import { EVENT_NAMES, startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test.each([...EVENT_NAMES])('a sample of %s, marked as one, without a request', async (event) => {
	const [{ json }] = await run('event', 'getSample', { event });
	expect(json).toEqual({ ...sampleEvent(event), sample: true });
	expect(Object.keys(json).sort()).toEqual([...Object.keys(EVENT), 'sample'].sort());
	expect(sandbox.requests.all()).toEqual([]);
});

test('what happened since a time, newest first, up to the limit, for chosen events and one job', async () => {
	const { world } = sandbox;
	const since = new Date(Date.now() - 60_000).toISOString();
	const [first, second] = applyTo(sandbox, 2);
	const stage = world.stagesOf(first.jobId)[1];
	world.move(first.id, stage.id);
	world.scheduleInterview(first.id, { start: 1, end: 2 });
	world.hire(first.id);
	const all = await run('event', 'getRecent', { since });
	expect(all.map(({ json }) => json.event).sort()).toEqual(
		[
			'application.created',
			'application.created',
			'candidate.created',
			'candidate.created',
			'application.stage_changed',
			'application.stage_changed',
			'interview.scheduled',
			'candidate.hired',
		].sort(),
	);
	expect(all[0].json).toMatchObject({
		event: 'candidate.hired',
		eventId: `candidate.hired:${first.id}:${new Date(first.hiredAt! * 1000).toISOString()}`,
	});
	expect(await run('event', 'getRecent', { since, limit: 3 })).toHaveLength(3);

	sandbox.requests.clear();
	const chosen = await run('event', 'getRecent', {
		since,
		filters: { events: ['application.created'], jobId: byId(second.jobId) },
	});
	expect(chosen.map(({ json }) => json.applicationId).sort()).toEqual([first.id, second.id]);
	expect(sandbox.requests.all().map(({ path, query }) => [path, query.job_id])).toEqual([
		['/applications', String(second.jobId)],
	]);
	const later = new Date(Date.now() + 60_000).toISOString();
	expect(await run('event', 'getRecent', { since: later })).toEqual([]);
});

test('more than a page, and an application that is removed before its moves are read', async () => {
	const applications = applyTo(sandbox, 130);
	sandbox.faults.next(1, { status: 404 }, ({ path }) =>
		path.startsWith(`/applications/${applications[0].id}/`),
	);
	const events = await run('event', 'getRecent', {
		since: new Date(Date.now() - 60_000).toISOString(),
		limit: 1000,
		filters: { events: ['application.created', 'application.stage_changed'] },
	});
	expect(new Set(events.map(({ json }) => json.eventId)).size).toBe(130);
});

import { recordLog } from '../harness/contexts.mts';
import { EVENT_NAMES, type Fault } from '../sandbox/hires/index.mts';
import { apply, setUpPolling, type PolledAccount } from './helpers/pollingSetup.mts';

let setting: PolledAccount;
const start = async (...parameters: Parameters<typeof setUpPolling>) => {
	setting = await setUpPolling(...parameters);
	return setting;
};
afterEach(async () => await setting.sandbox.close());

const paths = () => setting.sandbox.requests.all().map(({ path }) => path);
const JOB = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

test('a new node starts from now, and then emits all events, once, in an order that makes sense', async () => {
	const { sandbox, clock } = await start();
	const { world } = sandbox;
	const { id, jobId, candidateId } = apply(sandbox, 'before@example.com');
	expect((await setting.poll()).events).toEqual([]);
	clock.advance(60);
	world.score(id, 87);
	world.move(id, world.stagesOf(jobId)[1].id);
	world.scheduleInterview(id, { start: clock.now() + 3600, end: clock.now() + 7200 });
	world.updateCandidate(candidateId, { phone: '+15550199' });
	const rejected = apply(sandbox, 'rejected@example.com');
	world.disqualify(rejected.id);
	clock.advance(30);
	world.hire(id);
	const { events } = await setting.poll();
	expect(events.map(({ event }) => event)).toEqual([
		'candidate.created',
		'application.created',
		'candidate.updated',
		'application.stage_changed',
		'ai_score.generated',
		'interview.scheduled',
		'candidate.disqualified',
		'application.stage_changed',
		'candidate.hired',
	]);
	expect(new Set(events.map(({ event }) => event))).toEqual(new Set(EVENT_NAMES));
	expect(events.at(-1)).toMatchObject({
		applicationId: id,
		candidateName: 'Ada Byron',
		email: 'before@example.com',
		jobTitle: world.job(jobId).title,
		hiredOn: new Date(clock.now() * 1000).toISOString().slice(0, 10),
		inferred: false,
	});
	expect(await setting.names()).toEqual([]);
});

test('nothing happened: three requests for all events, and only those that the chosen ones need', async () => {
	const { sandbox, clock } = await start();
	apply(sandbox, 'ada@example.com');
	await setting.poll();
	clock.advance(600);
	await setting.poll();
	expect((await setting.poll()).requests).toBe(3);
	expect(paths().sort()).toEqual(['/applications', '/candidates', '/interviews']);
	setting.restart({ events: ['candidate.hired', 'candidate.disqualified'] });
	await setting.poll();
	expect(paths()).toEqual(['/applications']);
	setting.restart({ events: ['candidate.updated'] });
	await setting.poll();
	await setting.poll();
	expect(paths()).toEqual(['/candidates']);
});

test('moves are asked about once for each application that changed, twice in the second that is not over', async () => {
	const { sandbox, clock } = await start({ events: ['application.stage_changed'] });
	const { world } = sandbox;
	const { id, jobId } = apply(sandbox, 'ada@example.com');
	await setting.poll();
	clock.advance(300);
	const [, second, third] = world.stagesOf(jobId);
	world.move(id, second.id);
	expect((await setting.poll()).events).toMatchObject([
		{ stage: second.name, previousStage: world.stagesOf(jobId)[0].name },
	]);
	// Within the same second, there and back: the record looks as before.
	world.move(id, third.id);
	world.move(id, second.id);
	const { events, requests } = await setting.poll();
	expect([events.map(({ stage }) => stage), requests]).toEqual([[third.name], 2]);
	clock.advance(60);
	await setting.poll();
	expect((await setting.poll()).requests).toBe(1);
});

test('250 applications in one second, and those that come in that second after the look', async () => {
	const { sandbox, clock } = await start({ events: ['application.created'] });
	await setting.poll();
	clock.advance(60);
	for (let n = 0; n < 250; n++) apply(sandbox, `first${n}@example.com`);
	const first = await setting.poll();
	expect([first.events.length, first.requests]).toEqual([250, 3]);
	for (let n = 0; n < 50; n++) apply(sandbox, `second${n}@example.com`);
	expect((await setting.poll()).events).toHaveLength(50);
	expect((await setting.poll()).events).toEqual([]);
});

test('for one job, named by its alias: only its events come, also those of one made anew under the alias', async () => {
	const { sandbox, clock } = await start();
	const [job] = sandbox.world.jobs.values();
	setting.restart({ scope: 'job', jobId: JOB(job.alias) });
	await setting.poll();
	expect(paths()).toContain(`/jobs/${job.alias}`);
	clock.advance(60);
	apply(sandbox, 'mine@example.com');
	apply(sandbox, 'other@example.com', 1);
	const { events } = await setting.poll();
	expect(events.map(({ event, email }) => [event, email])).toEqual([
		['candidate.created', 'mine@example.com'],
		['application.created', 'mine@example.com'],
	]);
	sandbox.world.removeJob(job.id);
	const { title, workflowId } = job;
	const renewed = sandbox.world.addJob({ title, workflowId } as Parameters<
		typeof sandbox.world.addJob
	>[0]);
	expect([renewed.alias, renewed.id === job.id]).toEqual([job.alias, false]);
	clock.advance(60);
	const person = { firstName: 'Ada', lastName: 'Byron', email: 'renewed@example.com' };
	sandbox.world.apply({ jobId: renewed.id, ...person });
	const emails = (await setting.poll()).events.map(({ email }) => email);
	expect(new Set(emails)).toEqual(new Set(['renewed@example.com']));
});

test('at another server, nothing that was kept means anything: it starts from now there', async () => {
	const { sandbox, clock } = await start({ events: ['application.created'] });
	apply(sandbox, 'before@example.com');
	await setting.poll();
	const { staticData } = setting.node;
	const other = await setUpPolling({ events: ['application.created'] });
	try {
		apply(other.sandbox, 'there before@example.com');
		other.restart(undefined, staticData());
		expect(await other.names()).toEqual([]);
		other.clock.advance(60);
		apply(other.sandbox, 'there@example.com');
		expect((await other.poll()).events.map(({ email }) => email)).toEqual(['there@example.com']);
	} finally {
		await other.sandbox.close();
	}
	clock.advance(60);
});

test.each<[string, Fault & { isError?: boolean }]>([
	['answered with 404', { status: 404 }],
	['a web page', { body: '<title>Maintenance</title>', contentType: 'text/html', isError: true }],
])('a stage history that is %s once loses no move', async (_name, { isError, ...fault }) => {
	const { sandbox, clock } = await start({ events: ['application.stage_changed'] });
	const { world } = sandbox;
	const { id, jobId } = apply(sandbox, 'ada@example.com');
	await setting.poll();
	clock.advance(60);
	world.move(id, world.stagesOf(jobId)[1].id);
	clock.advance(200);
	// The newest change is later than the time that is read twice in any case.
	const later = apply(sandbox, 'later@example.com');
	world.move(later.id, world.stagesOf(jobId)[1].id);
	sandbox.faults.next(1, fault, ({ path }) => path === `/applications/${id}/stage-history`);
	if (isError) await expect(setting.poll()).rejects.toThrow('is not what the API promises');
	else expect(await setting.names()).toEqual(['application.stage_changed']);
	clock.advance(60);
	const moved = async () => (await setting.poll()).events.map(({ applicationId }) => applicationId);
	expect(await moved()).toEqual(isError ? [id, later.id] : [id]);
	expect(await moved()).toEqual([]);
});

test('filters hold events back for good, also when they would pass later', async () => {
	const { sandbox, clock } = await start({
		events: ['application.created', 'ai_score.generated', 'candidate.created'],
		filters: { minimumAiScore: 80, stages: ['Applied'], jobs: [] },
	});
	const { world } = sandbox;
	await setting.poll();
	clock.advance(60);
	const { id, jobId } = apply(sandbox, 'ada@example.com');
	world.score(id, 10);
	world.move(id, world.stagesOf(jobId)[1].id);
	expect(await setting.names()).toEqual(['candidate.created']);
	clock.advance(10);
	world.move(id, world.stagesOf(jobId)[0].id);
	world.score(id, 90);
	expect(await setting.names()).toEqual(['ai_score.generated']);
});

test('a filter by job looks at the jobs that a candidate applied to', async () => {
	const { sandbox, clock } = await start();
	const [first] = sandbox.world.jobs.keys();
	setting.restart({ events: ['candidate.created'], filters: { jobs: [String(first)] } });
	await setting.poll();
	clock.advance(60);
	apply(sandbox, 'mine@example.com');
	apply(sandbox, 'other@example.com', 1);
	expect((await setting.poll()).events.map(({ email }) => email)).toEqual(['mine@example.com']);
});

test('an output for each event', async () => {
	const { sandbox, clock } = await start({
		events: ['application.created', 'candidate.created', 'candidate.hired'],
		options: { outputPerEvent: true },
	});
	await setting.poll();
	clock.advance(60);
	apply(sandbox, 'ada@example.com');
	const outputs = await setting.node.outputs();
	expect(outputs?.map((items) => items.map(({ json }) => json.event))).toEqual([
		['candidate.created'],
		[],
		['application.created'],
	]);
});

test('an event that is chosen later starts from then, another scope from then too', async () => {
	const { sandbox, clock } = await start({ events: ['candidate.hired'] });
	const { world } = sandbox;
	await setting.poll();
	clock.advance(600);
	const { id } = apply(sandbox, 'ada@example.com');
	world.hire(id);
	expect(await setting.names()).toEqual(['candidate.hired']);
	clock.advance(600);
	setting.restart({ events: ['*'] });
	expect(await setting.names()).toEqual([]);
	clock.advance(1);
	world.score(id, 50);
	expect(await setting.names()).toEqual(['ai_score.generated']);
	setting.restart({ events: ['*'], scope: 'job', jobId: JOB([...world.jobs.keys()][0]) });
	expect(await setting.names()).toEqual([]);
});

test('what is kept and cannot be read counts as nothing kept', async () => {
	const { sandbox, clock } = await start();
	setting.restart(undefined, {
		'node:100Hires Polling Trigger': { polling: { place: 'company  job ', sources: { x: 1 } } },
	});
	apply(sandbox, 'ada@example.com');
	expect(await setting.names()).toEqual([]);
	clock.advance(1);
	apply(sandbox, 'bob@example.com');
	expect(await setting.names()).toEqual(['candidate.created', 'application.created']);
});

test('two polls at a time: the second one leaves it to the first', async () => {
	const { sandbox, clock } = await start();
	await setting.poll();
	clock.advance(60);
	apply(sandbox, 'ada@example.com');
	const [first, second] = await Promise.all([setting.node.poll(), setting.node.poll()]);
	expect([first.length, second.length]).toEqual([2, 0]);
});

test('parameters that are not complete are named', async () => {
	await start({ events: [] });
	await expect(setting.poll()).rejects.toThrow(/No event is selected/);
	setting.restart({ scope: 'job', jobId: JOB('') });
	await expect(setting.poll()).rejects.toThrow(/No job is named/);
	setting.restart({ options: { startFrom: 'soon' } });
	await expect(setting.poll()).rejects.toThrow(/'Start From' has to be a date, and is "soon"/);
});

test('Fetch Test Event shows the latest real event, and leaves what is kept alone', async () => {
	recordLog();
	const { sandbox, clock } = await start();
	const { world } = sandbox;
	await setting.poll();
	const kept = setting.node.staticData();
	const { id, jobId } = apply(sandbox, 'ada@example.com');
	clock.advance(100 * 86_400);
	expect(await setting.node.fetchTestEvents()).toMatchObject([
		{ event: 'application.created', applicationId: id },
	]);
	world.move(id, world.stagesOf(jobId)[1].id);
	const [event] = await setting.node.fetchTestEvents();
	expect(event).toMatchObject({ event: 'application.stage_changed', applicationId: id });
	expect(event).not.toHaveProperty('sample');
	expect(setting.node.staticData()).toEqual(kept);
	expect(await setting.names()).toEqual([
		'candidate.created',
		'application.created',
		'application.stage_changed',
	]);
});

test('Fetch Test Event shows a sample that says so where nothing happened yet, for each output its own', async () => {
	await start({ events: ['candidate.hired', 'interview.scheduled'] });
	expect(await setting.node.fetchTestEvents()).toMatchObject([
		{ event: 'candidate.hired', sample: true },
	]);
	const { world } = setting.sandbox;
	world.hire(apply(setting.sandbox, 'ada@example.com').id);
	setting.restart({
		events: ['candidate.hired', 'interview.scheduled'],
		options: { outputPerEvent: true },
	});
	const outputs = await setting.node.fetchTestOutputs();
	expect(outputs?.map(([{ json }]) => [json.event, json.sample])).toEqual([
		['candidate.hired', undefined],
		['interview.scheduled', true],
	]);
});

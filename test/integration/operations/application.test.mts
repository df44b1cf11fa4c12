import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('a list comes as items, simplified, with times in ISO 8601 beside the unix seconds', async () => {
	const [application] = applyTo(sandbox, 1);
	const [item] = await run('application', 'getAll');
	expect(Object.keys(item.json)).toEqual([
		'id',
		'candidate_id',
		'job_id',
		'stage_id',
		'stage_name',
		'status',
		'ai_score',
		'url',
		'created_at',
		'created_at_iso',
		'updated_at',
		'updated_at_iso',
	]);
	expect(item.json.id).toBe(application.id);
	expect(item.json.created_at_iso).toBe(
		new Date(Number(item.json.created_at) * 1000).toISOString(),
	);
	expect(item.pairedItem).toEqual({ item: 0 });
});

test('all pages, up to the limit, or the first one only: as few requests as that takes', async () => {
	applyTo(sandbox, 250);
	const count = async (parameters: Record<string, unknown>) => {
		sandbox.requests.clear();
		const items = await run('application', 'getAll', parameters as never);
		const pages = sandbox.requests.all().map(({ query }) => [query.page, query.size]);
		return { items: items.length, pages };
	};
	expect(await count({})).toEqual({ items: 50, pages: [['1', '50']] });
	expect(await count({ limit: 130 })).toEqual({
		items: 130,
		pages: [
			['1', '100'],
			['2', '100'],
		],
	});
	const all = await count({ returnAll: true });
	expect([all.items, all.pages.length]).toEqual([250, 3]);
});

test('1,000 applications are moved in 10 requests, and each item gets its own application', async () => {
	const applications = applyTo(sandbox, 1000);
	const [, stage] = sandbox.world.stagesOf(applications[0].jobId);
	sandbox.requests.clear();
	const ids = applications.map(({ id }) => id);
	const moved = await run(
		'application',
		'move',
		{ applicationId: ITEM_ID, stageId: byId(stage.id) },
		{ items: itemsWith(ids) },
	);
	expect(sandbox.requests.all()).toHaveLength(10);
	expect(moved.map(({ json }) => json.id)).toEqual(ids);
	expect(moved.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	expect(new Set(moved.map(({ json }) => json.stage_name))).toEqual(new Set([stage.name]));
});

test('one of a batch that cannot be moved gets its own refusal, one that is no number its own, the others go on', async () => {
	const applications = applyTo(sandbox, 3);
	const [, stage] = sandbox.world.stagesOf(applications[0].jobId);
	const ids = [applications[0].id, 999_999, 'abc', applications[2].id];
	const moved = await run(
		'application',
		'move',
		{ applicationId: ITEM_ID, stageId: byId(stage.id) },
		{ items: itemsWith(ids), continueOnFail: true },
	);
	expect(moved.map(({ json }) => json.stage_name ?? null)).toEqual([
		stage.name,
		null,
		null,
		stage.name,
	]);
	expect(moved[1].json.error).toMatch(/^Could not move application 999999 \(HTTP 404\)/);
	expect(moved[2].json.error).toBe(`'Application' has to be a whole number, and is "abc".`);
});

test('without On Error, a wrong item stops everything before anything is done, and names itself', async () => {
	const [application] = applyTo(sandbox, 1);
	const [, stage] = sandbox.world.stagesOf(application.jobId);
	sandbox.requests.clear();
	const running = run(
		'application',
		'move',
		{ applicationId: ITEM_ID, stageId: byId(stage.id) },
		{ items: itemsWith([application.id, '']) },
	);
	await expect(running).rejects.toMatchObject({
		message: expect.stringMatching(/^'Application' is empty\./) as string,
		context: { itemIndex: 1 },
	});
	expect(sandbox.requests.all()).toEqual([]);
});

test('items with other parameters go in requests of their own, and what only a single request knows goes alone', async () => {
	const ids = applyTo(sandbox, 5).map(({ id }) => id);
	const [reason] = sandbox.world.lists.rejectionReasons;
	sandbox.requests.clear();
	const items = ids.map((id, n) => ({ json: { id, reason: n < 2 ? '' : reason.id } }));
	await run(
		'application',
		'reject',
		{
			applicationId: ITEM_ID,
			additionalFields: { rejectionReasonId: byId('={{ $json.reason }}') },
		},
		{ items },
	);
	expect(sandbox.requests.all().map(({ path, body }) => [path, body])).toEqual([
		['/applications/batch/reject', { ids: ids.slice(0, 2) }],
		['/applications/batch/reject', { ids: ids.slice(2), rejection_reason_id: reason.id }],
	]);
	sandbox.requests.clear();
	await run('application', 'reject', {
		applicationId: byId(ids[0]),
		additionalFields: { suppressNotification: true },
	});
	expect(sandbox.requests.all().map(({ path, body }) => [path, body])).toEqual([
		[`/applications/${ids[0]}/reject`, { suppress_notification: true }],
	]);
});

test('an application is found by its address, and comes raw with what is included', async () => {
	const [application] = applyTo(sandbox, 1);
	const url = `https://app.100hires.com/candidate/default/view?candidate=${application.candidateId}&application=${application.id}`;
	const [item] = await run('application', 'get', {
		applicationId: { __rl: true, mode: 'url', value: url },
		simplify: false,
		additionalFields: { include: ['candidate', 'job'] },
	});
	expect(item.json).toMatchObject({
		id: application.id,
		candidate: { first_name: 'Ada' },
		job: { id: application.jobId },
	});
	expect(sandbox.requests.all().at(-1)?.query).toEqual({ include: 'candidate,job' });
});

test('what is included comes along with the simplified application', async () => {
	const [application] = applyTo(sandbox, 1);
	const [item] = await run('application', 'get', {
		applicationId: byId(application.id),
		additionalFields: { include: ['candidate', 'cv.text'] },
	});
	expect(item.json).toMatchObject({
		stage_name: expect.any(String),
		candidate: { first_name: 'Ada' },
	});
	expect(item.json).toHaveProperty('cv');
	expect(item.json).not.toHaveProperty('job');
	expect(item.json).not.toHaveProperty('stage');
});

test('a simplified list requests all of each application where something is included, else for the short form', async () => {
	const [application] = applyTo(sandbox, 1);
	const [found] = await run('application', 'getAll', { filters: { include: ['job'] } });
	expect(found.json).toMatchObject({ id: application.id, job: { id: application.jobId } });
	expect(sandbox.requests.all().at(-1)?.query).toMatchObject({ include: 'job' });
	expect(sandbox.requests.all().at(-1)?.query).not.toHaveProperty('view');
	const [short] = await run('application', 'getAll', {});
	expect(short.json).not.toHaveProperty('job');
	expect(sandbox.requests.all().at(-1)?.query).toMatchObject({ view: 'summary' });
});

test('an application that was not scored comes out as nothing', async () => {
	const [application] = applyTo(sandbox, 1);
	expect(await run('application', 'getAiScore', { applicationId: byId(application.id) })).toEqual(
		[],
	);
	sandbox.world.score(application.id, 81);
	const [item] = await run('application', 'getAiScore', { applicationId: byId(application.id) });
	expect(item.json.total_score).toBe(81);
});

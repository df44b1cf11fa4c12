import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node';
import { runAction } from '../../harness/action.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';

const node = new HundredHires();
let sandbox: HiresSandbox;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
});
afterEach(async () => await sandbox.close());

const run = async (
	operation: string,
	parameters: Record<string, unknown> = {},
	more: Partial<Parameters<typeof runAction>[1]> = {},
) =>
	await runAction(node, {
		credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl },
		parameters: { resource: 'application', operation, ...parameters } as never,
		...more,
	});

const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });

function apply(count: number) {
	const [job] = sandbox.world.jobs.values();
	return Array.from({ length: count }, (_, n) =>
		sandbox.world.apply({
			jobId: job.id,
			firstName: 'Ada',
			lastName: `Nr ${n}`,
			email: `ada${n}@example.test`,
		}),
	);
}

test('a list comes as items, simplified, with times in ISO 8601 beside the unix seconds', async () => {
	const [application] = apply(1);
	const [item] = await run('getAll');
	expect(Object.keys(item.json)).toEqual([
		...['id', 'candidate_id', 'job_id', 'stage_id', 'stage_name', 'status', 'ai_score', 'url'],
		...['created_at', 'created_at_iso', 'updated_at', 'updated_at_iso'],
	]);
	expect(item.json.id).toBe(application.id);
	expect(item.json.created_at_iso).toBe(
		new Date(Number(item.json.created_at) * 1000).toISOString(),
	);
	expect(item.pairedItem).toEqual({ item: 0 });
});

test('1,000 applications are moved in 10 requests, and each item gets its own application', async () => {
	const applications = apply(1000);
	const [, stage] = sandbox.world.stagesOf(applications[0].jobId);
	sandbox.requests.clear();
	const items = applications.map(({ id }) => ({ json: { id } }));
	const moved = await run(
		'move',
		{
			applicationId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			stageId: byId(stage.id),
		},
		{ items },
	);
	expect(sandbox.requests.all()).toHaveLength(10);
	expect(moved.map(({ json }) => json.id)).toEqual(applications.map(({ id }) => id));
	expect(moved.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(new Set(moved.map(({ json }) => json.stage_name))).toEqual(new Set([stage.name]));
});

test('one of a batch that cannot be moved gets its own refusal', async () => {
	const applications = apply(3);
	const [, stage] = sandbox.world.stagesOf(applications[0].jobId);
	const ids = [applications[0].id, 999_999, applications[2].id];
	const moved = await run(
		'move',
		{
			applicationId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			stageId: byId(stage.id),
		},
		{ items: ids.map((id) => ({ json: { id } })), continueOnFail: true },
	);
	expect(moved.map(({ json }) => json.stage_name)).toEqual([stage.name, undefined, stage.name]);
	expect(moved[1].json.error).toMatch(/^100Hires refused to move application 999999 \(HTTP 404\)/);
});

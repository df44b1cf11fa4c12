/** The order in which the items of a batch take effect. */
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('an application that is moved on and back again ends where its last item says', async () => {
	const [{ id, jobId }, other] = applyTo(sandbox, 2);
	const [, second, third] = sandbox.world.stagesOf(jobId);
	const items = [
		{ json: { id, stage: second.id } },
		{ json: { id: other.id, stage: second.id } },
		{ json: { id, stage: third.id } },
		{ json: { id, stage: second.id } },
	];
	const moved = await run(
		'application',
		'move',
		{ applicationId: ITEM_ID, stageId: byId('={{ $json.stage }}') },
		{ items },
	);
	expect(sandbox.world.application(id).stageId).toBe(second.id);
	expect(moved.map(({ json }) => json.stage_id)).toEqual(items.map(({ json }) => json.stage));
	expect(sandbox.requests.all().map(({ body }) => body)).toEqual([
		{ ids: [id, other.id], stage_id: second.id },
		{ ids: [id], stage_id: third.id },
		{ ids: [id], stage_id: second.id },
	]);
});

test('an item that goes alone keeps its place among the others', async () => {
	const [{ candidateId }, other] = applyTo(sandbox, 2);
	const { alias } = sandbox.world.candidate(candidateId);
	await run('tag', 'add', { candidateId: byId(candidateId), tags: ['A'] });
	sandbox.requests.clear();
	const items = [
		{ json: { id: candidateId, tag: 'B' } },
		{ json: { id: alias, tag: 'C' } },
		{ json: { id: other.candidateId, tag: 'B' } },
	];
	await run('tag', 'add', { candidateId: ITEM_ID, tags: ['={{ $json.tag }}'] }, { items });
	expect(sandbox.requests.all().map(({ path }) => path)).toEqual([
		'/candidates/batch/tags',
		`/candidates/${alias}/tags`,
		'/candidates/batch/tags',
	]);
	expect([...sandbox.world.candidate(candidateId).tags]).toEqual(['A', 'B', 'C']);
});

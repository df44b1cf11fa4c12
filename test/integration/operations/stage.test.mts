import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('stages come of a job, of a workflow, or of all, in their order', async () => {
	const { world } = sandbox;
	const job = [...world.jobs.values()].at(-1)!;
	const [workflow] = world.workflows.values();
	const ids = async (resource: string, operation: string, parameters = {}) =>
		(await run(resource, operation, parameters)).map(({ json }) => json.id);
	const idsOf = (stages: Iterable<{ id: number }>) => [...stages].map(({ id }) => id);
	expect(await ids('stage', 'getAll', { filters: { jobId: byId(job.id) } })).toEqual(
		idsOf(world.stagesOf(job.id)),
	);
	const ofWorkflow = idsOf(workflow.stages);
	expect(await ids('stage', 'getAll', { filters: { workflowId: byId(workflow.id) } })).toEqual(
		ofWorkflow,
	);
	expect(await ids('stage', 'getAll')).toEqual(idsOf(world.stages.values()));
	expect(await ids('workflow', 'getStages', { workflowId: byId(workflow.id) })).toEqual(ofWorkflow);
	expect(await ids('workflow', 'getAll')).toEqual([...world.workflows.keys()]);
	expect(sandbox.requests.all()).toMatchObject([
		{ path: '/workflows/stages', query: { job_id: String(job.id) } },
		{ path: '/workflows/stages', query: { workflow_id: String(workflow.id) } },
		{ path: '/workflows/stages', query: {} },
		{ path: `/workflows/${workflow.id}/stages` },
		{ path: '/workflows', query: {} },
	]);
});

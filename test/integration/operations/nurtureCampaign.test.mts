import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const MOVE = { type: 'move_to_next_stage', delay_days: 3, send_condition: 'if_no_reply' };

test('a campaign is created with its steps and schedule, changed and deleted', async () => {
	const [workflow] = sandbox.world.workflows.values();
	const [first, second, third] = workflow.stages;
	const steps = [{ ...MOVE, stage_id: second.id }];
	const [created] = await run('nurtureCampaign', 'create', {
		title: 'Silver medalists',
		steps: JSON.stringify(steps),
		additionalFields: {
			workflowId: byId(workflow.id),
			stageId: byId(first.id),
			responseStageId: byId(third.id),
			delayTime: 0,
			relativeDays: 1,
			relativeTime: 32_400,
			timezone: 'Europe/Lisbon',
			sendToAll: true,
		},
	});
	expect(sandbox.requests.all()[0]).toMatchObject({ method: 'POST', path: '/nurture-campaigns' });
	expect(sandbox.requests.all()[0].body).toEqual({
		title: 'Silver medalists',
		steps,
		workflow_id: workflow.id,
		stage_id: first.id,
		response_move_to_stage_id: third.id,
		delay_time: 0,
		relative_days: 1,
		relative_time: 32_400,
		timezone: 'Europe/Lisbon',
		send_to_all: true,
	});
	const id = Number(created.json.id);
	const nurtureCampaignId = byId(id);
	const [made] = created.json.steps as Array<{ id: number }>;
	const [updated] = await run('nurtureCampaign', 'update', {
		nurtureCampaignId,
		title: 'Runners-up',
		steps: [
			{ ...steps[0], id: made.id, is_deleted: true },
			{ ...MOVE, stage_id: third.id },
		],
	});
	expect(updated.json).toMatchObject({ id, title: 'Runners-up', steps: [{ stage_id: third.id }] });
	expect((await run('nurtureCampaign', 'get', { nurtureCampaignId }))[0].json).toEqual(
		updated.json,
	);
	expect(await run('nurtureCampaign', 'getAll')).toHaveLength(1);
	await run('nurtureCampaign', 'delete', { nurtureCampaignId });
	expect(await run('nurtureCampaign', 'getAll')).toHaveLength(0);
});

test('steps that are no JSON list are refused before anything is sent', async () => {
	await expect(
		run('nurtureCampaign', 'create', { title: 'None', steps: '{"type": "email"}' }),
	).rejects.toThrow(/^'Steps' has to be a JSON list/);
	expect(sandbox.requests.all()).toEqual([]);
});

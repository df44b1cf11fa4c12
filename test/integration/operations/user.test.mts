import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const owner = () => sandbox.world.owner;

test('users are listed with their mailboxes', async () => {
	const users = await run('user', 'getAll');
	expect(users.map(({ json }) => json.id)).toEqual([...sandbox.world.users.keys()]);
	const [user] = await run('user', 'get', { userId: byId(owner().id) });
	expect(user.json).toEqual(users.find(({ json }) => json.id === owner().id)?.json);
	const accounts = await run('user', 'getMailAccounts', { userId: byId(owner().id) });
	expect(accounts.map(({ json }) => json.id)).toEqual([user.json.default_mail_account_id]);
	expect(sandbox.requests.all().map(({ path }) => path)).toEqual([
		'/users',
		`/users/${owner().id}`,
		`/users/${owner().id}/mail-accounts`,
	]);
});

test('what a user did comes simplified, of the chosen types and times', async () => {
	const [application] = applyTo(sandbox, 1);
	const [, stage] = sandbox.world.stagesOf(application.jobId);
	await run('application', 'move', {
		applicationId: byId(application.id),
		stageId: byId(stage.id),
	});
	const since = Math.floor(Date.now() / 1000) - 3600;
	const activities = await run('user', 'getActivities', {
		userId: byId(owner().id),
		since: new Date(since * 1000).toISOString(),
		filters: { until: since + 7200, types: ['stage_moved', 'hired'] },
	});
	expect(sandbox.requests.all().at(-1)).toMatchObject({
		path: `/users/${owner().id}/activities`,
		query: {
			since: String(since),
			until: String(since + 7200),
			event_type: 'stage_moved,hired',
			view: 'summary',
		},
	});
	expect(activities.map(({ json }) => json)).toMatchObject([
		{
			type: 'stage_moved',
			candidate_id: application.candidateId,
			candidate_first_name: 'Ada',
			application_id: application.id,
			job_id: application.jobId,
			to_stage: stage.name,
		},
	]);
});

test('the beginning of the time is needed', async () => {
	await expect(run('user', 'getActivities', { userId: byId(owner().id) })).rejects.toThrow(
		/^'Since' is empty\./,
	);
});

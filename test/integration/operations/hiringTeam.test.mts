import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('a member is added, and the whole team comes out, one an item', async () => {
	const job = [...sandbox.world.jobs.values()].find(({ hiringTeam }) => hiringTeam.length === 1)!;
	const newcomer = [...sandbox.world.users.values()].find(
		({ id }) => !job.hiringTeam.includes(id),
	)!;
	const before = await run('hiringTeam', 'getAll', { jobId: byId(job.alias) });
	expect(before.map(({ json }) => json.id)).toEqual(job.hiringTeam);
	const after = await run('hiringTeam', 'add', {
		jobId: byId(job.id),
		userId: byId(newcomer.id),
	});
	expect(after).toHaveLength(before.length + 1);
	expect(after.map(({ json }) => json)).toContainEqual({
		id: newcomer.id,
		full_name: newcomer.fullName,
		email: newcomer.email,
		role: newcomer.role,
	});
	expect(sandbox.requests.all()).toMatchObject([
		{ method: 'GET', path: `/jobs/${job.alias}/hiring-team` },
		{ method: 'POST', path: `/jobs/${job.id}/hiring-team`, body: { user_id: newcomer.id } },
	]);
});

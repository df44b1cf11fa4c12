import { apply, pollingSetting, type Setting } from './polling.mts';

let setting: Setting;
const start = async (...parameters: Parameters<typeof pollingSetting>) => {
	setting = await pollingSetting(...parameters);
	return setting;
};
afterEach(async () => await setting.sandbox.close());

test('a new node starts from now, and then sees all eight events once each', async () => {
	const { sandbox, clock } = await start();
	const { world } = sandbox;
	const application = apply(sandbox, 'before@example.com');
	expect((await setting.poll()).events).toEqual([]);
	clock.advance(60);
	expect(await setting.poll()).toEqual({ events: [], requests: 4 - 0 });
	const { id, jobId, candidateId } = application;
	world.score(id, 87);
	world.move(id, world.stagesOf(jobId)[1].id);
	world.scheduleInterview(id, { start: clock.now() + 3600, end: clock.now() + 7200 });
	world.updateCandidate(candidateId, { phone: '+15550199' });
	const rejected = apply(sandbox, 'rejected@example.com');
	world.disqualify(rejected.id);
	clock.advance(30);
	world.hire(id);
	const events = await setting.names();
	expect(events).toEqual([
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
	expect(await setting.names()).toEqual([]);
});

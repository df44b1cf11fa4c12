import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('feedback is sent with what belongs to it', async () => {
	const [answer] = await run('feedback', 'send', {
		description: 'Interviews cannot be cancelled.',
		additionalFields: {
			endpoint: '/v2/interviews',
			issueType: 'other',
			suggestedImprovement: 'A DELETE.',
			context: '{"task": "Reschedule 50 interviews"}',
		},
	});
	expect(answer.json.success).toBe(true);
	expect(sandbox.requests.all()).toMatchObject([
		{
			method: 'POST',
			path: '/feedback',
			body: {
				description: 'Interviews cannot be cancelled.',
				endpoint: '/v2/interviews',
				issue_type: 'other',
				suggested_improvement: 'A DELETE.',
				context: { task: 'Reschedule 50 interviews' },
			},
			status: 201,
		},
	]);
});

import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('the types come one an item', async () => {
	const types = await run('question', 'getTypes');
	expect(types.map(({ json }) => json)).toEqual(
		expect.arrayContaining([{ type: 'short_text' }, { type: 'single_choice' }]),
	);
	expect(sandbox.requests.all()).toMatchObject([{ method: 'GET', path: '/questions/types' }]);
});

test('a question is created, changed and deleted; its answers may have commas', async () => {
	const answers = ['Yes', 'No, but soon'];
	const [created] = await run('question', 'create', {
		text: 'Can you drive?',
		type: 'single_choice',
		additionalFields: { answerOptions: answers },
	});
	const id = Number(created.json.id);
	expect(created.json).toEqual({
		id,
		text: 'Can you drive?',
		type: 'single_choice',
		options: answers,
	});
	const questionId = byId(id);
	await run('question', 'update', { questionId, text: 'May you drive?', type: 'single_choice' });
	const [changed] = await run('question', 'get', { questionId });
	expect(changed.json).toMatchObject({ text: 'May you drive?', options: answers });
	const known = sandbox.world.library.questions.all().length;
	expect(await run('question', 'getAll', { returnAll: true })).toHaveLength(known);
	await run('question', 'delete', { questionId });
	expect(sandbox.world.library.questions.find(id)).toBeUndefined();
	expect(sandbox.requests.all()).toMatchObject([
		{ method: 'POST', path: '/questions' },
		{
			method: 'PUT',
			path: `/questions/${id}`,
			body: { text: 'May you drive?', type: 'single_choice' },
		},
		{ method: 'GET', path: `/questions/${id}` },
		{ method: 'GET', path: '/questions', query: { page: '1', size: '100' } },
		{ method: 'DELETE', path: `/questions/${id}` },
	]);
});

import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const sent = () => sandbox.requests.all().map(({ method, path, body }) => ({ method, path, body }));
const questionIds = () => sandbox.world.library.questions.all().map(({ id }) => id);

test('a form is made of questions, whose status in it can be set', async () => {
	const [first, second, third] = questionIds();
	const [form] = await run('form', 'create', {
		name: 'Engineering',
		additionalFields: { questionIds: [String(first), `${second}, ${third}`] },
	});
	const id = Number(form.json.id);
	const [changed] = await run('form', 'setQuestionStatus', {
		formId: byId(id),
		questionId: byId(second),
		status: 'required',
	});
	expect(changed.json).toMatchObject({
		id,
		name: 'Engineering',
		questions: [
			{ id: first, status: 'optional' },
			{ id: second, status: 'required' },
			{ id: third, status: 'optional' },
		],
	});
	const [updated] = await run('form', 'update', {
		formId: byId(id),
		name: 'Sales',
		updateFields: { questionIds: [second] },
	});
	expect(updated.json).toMatchObject({ name: 'Sales', questions: [{ id: second }] });
	expect((await run('form', 'getAll')).map(({ json }) => json)).toContainEqual(updated.json);
	expect((await run('form', 'get', { formId: byId(id) }))[0].json).toEqual(updated.json);
	expect(await run('form', 'delete', { formId: byId(id) })).toMatchObject([
		{ json: { deleted: true } },
	]);
	expect(sent()).toMatchObject([
		{
			method: 'POST',
			path: '/forms',
			body: { name: 'Engineering', questions: [first, second, third] },
		},
		{ method: 'PUT', path: `/forms/${id}/questions/${second}`, body: { status: 'required' } },
		{ method: 'PUT', path: `/forms/${id}`, body: { name: 'Sales', questions: [second] } },
		{ method: 'GET', path: '/forms' },
		{ method: 'GET', path: `/forms/${id}` },
		{ method: 'DELETE', path: `/forms/${id}` },
	]);
});

test('a form without questions sends none, and an ID that is none is named', async () => {
	const [form] = await run('form', 'create', {
		name: 'Empty',
		additionalFields: { questionIds: [] },
	});
	expect(sent()[0].body).toEqual({ name: 'Empty' });
	await expect(
		run('form', 'update', {
			formId: byId(String(form.json.id)),
			name: 'Empty',
			updateFields: { questionIds: ['salary'] },
		}),
	).rejects.toThrow(/^'Question IDs' has to be a whole number, and is "salary"\.$/);
});

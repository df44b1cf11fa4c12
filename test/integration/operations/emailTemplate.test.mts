import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('a template is created, changed in part, listed and deleted', async () => {
	const [created] = await run('emailTemplate', 'create', {
		name: 'Invitation',
		subject: 'Your interview',
		body: '<p>We would like to meet you.</p>',
	});
	const id = Number(created.json.id);
	const emailTemplateId = byId(id);
	await run('emailTemplate', 'update', {
		emailTemplateId,
		updateFields: { subject: 'Our interview' },
	});
	const [template] = await run('emailTemplate', 'get', { emailTemplateId });
	expect(template.json).toMatchObject({
		id,
		name: 'Invitation',
		subject: 'Our interview',
		body: '<p>We would like to meet you.</p>',
		created_at_iso: new Date(Number(template.json.created_at) * 1000).toISOString(),
	});
	const listed = async () => (await run('emailTemplate', 'getAll')).map(({ json }) => json);
	expect(await listed()).toContainEqual(template.json);
	await run('emailTemplate', 'delete', { emailTemplateId });
	expect((await listed()).map((each) => each.id)).not.toContain(id);
	expect(sandbox.requests.all().slice(0, 2)).toMatchObject([
		{
			method: 'POST',
			path: '/email-templates',
			body: {
				name: 'Invitation',
				subject: 'Your interview',
				body: '<p>We would like to meet you.</p>',
			},
		},
		{ method: 'PUT', path: `/email-templates/${id}`, body: { subject: 'Our interview' } },
	]);
	expect(sandbox.requests.all()[1].body).toEqual({ subject: 'Our interview' });
});

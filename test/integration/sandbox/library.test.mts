import {
	call,
	fileOf,
	firstJob,
	refusalOf,
	rows,
	sandbox,
	start,
	stop,
	type Json,
} from '../helpers/sandboxSetup.mts';

beforeEach(async () => await start());

afterEach(stop);

describe('questions and forms', () => {
	test('a question is made, changed, listed and deleted', async () => {
		const made = await call('POST', '/questions', {
			text: 'Shirt size',
			type: 'single_choice',
			options: ['S', 'M', 'L'],
		});
		expect(made.body).toMatchObject({ text: 'Shirt size', options: ['S', 'M', 'L'] });
		const path = `/questions/${String(made.body.id)}`;
		const changed = await call('PUT', path, { text: 'T-shirt size', type: 'single_choice' });
		expect(changed.body).toEqual({ ...made.body, text: 'T-shirt size' });
		expect((await call('GET', path)).body).toEqual(changed.body);
		const listed = await call('GET', '/questions?size=100');
		expect(rows(listed.body, 'questions').at(-1)).toEqual(changed.body);
		expect((await call('GET', '/questions/types')).body.types).toContain('single_choice');
		expect(await call('POST', '/questions', { text: 'x', type: 'colour' })).toMatchObject(
			refusalOf('type'),
		);
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await call('GET', path)).toMatchObject({ status: 404 });
	});

	test('what was answered follows its question: renamed, then deleted', async () => {
		const { id } = (await call('POST', '/questions', { text: 'Hobby', type: 'short_text' })).body;
		const profile = { Hobby: 'Chess' };
		const { body } = await call('POST', '/candidates', { first_name: 'Ada', profile });
		const shown = async () => (await call('GET', `/candidates/${String(body.id)}`)).body.profile;
		await call('PUT', `/questions/${String(id)}`, { text: 'Pastime', type: 'short_text' });
		const answer = { question_id: id, question_text: 'Pastime', value: 'Chess' };
		expect(await shown()).toContainEqual(answer);
		await call('DELETE', `/questions/${String(id)}`);
		expect(await shown()).not.toContainEqual(answer);
	});

	test('a form is made of questions, each with a status of its own there', async () => {
		const [one, two, three] = sandbox.world.library.questions.all();
		const made = await call('POST', '/forms', { name: 'Intake', questions: [one.id, two.id] });
		const path = `/forms/${String(made.body.id)}`;
		expect(made.body).toMatchObject({
			name: 'Intake',
			questions: [{ ...one, status: 'optional' }, { id: two.id }],
		});
		await call('PUT', `${path}/questions/${two.id}`, { status: 'required' });
		const changed = await call('PUT', path, { name: 'Intake 2', questions: [two.id, three.id] });
		expect(changed.body.questions).toMatchObject([
			{ id: two.id, status: 'required' },
			{ id: three.id, status: 'optional' },
		]);
		expect((await call('GET', path)).body).toEqual(changed.body);
		const { questions: _questions, ...summary } = changed.body;
		const listed = await call('GET', '/forms?view=summary');
		expect(rows(listed.body, 'forms')).toContainEqual(summary);
		expect(await call('PUT', path, { name: 'x', questions: [1] })).toMatchObject(
			refusalOf('questions'),
		);
		expect(await call('PUT', `${path}/questions/${one.id}`, { status: 'hidden' })).toMatchObject({
			status: 404,
		});
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await call('GET', path)).toMatchObject({ status: 404 });
	});
});

describe('e-mail templates', () => {
	test('are made, changed in part, listed in full and in short, and deleted', async () => {
		const contents = { name: 'Thanks', subject: 'Thank you', body: 'x'.repeat(300) };
		const made = await call('POST', '/email-templates', contents);
		expect(made.body).toMatchObject(contents);
		const path = `/email-templates/${String(made.body.id)}`;
		const changed = await call('PUT', path, { subject: 'Many thanks' });
		expect(changed.body).toMatchObject({ ...contents, subject: 'Many thanks' });
		expect((await call('GET', path)).body).toEqual(changed.body);
		const { body: text, ...rest } = changed.body;
		const short = { ...rest, body_preview: String(text).slice(0, 200) };
		const full = await call('GET', '/email-templates');
		expect(rows(full.body, 'email_templates')).toContainEqual(changed.body);
		const summary = await call('GET', '/email-templates?view=summary');
		expect(rows(summary.body, 'email_templates')).toContainEqual(short);
		expect(await call('POST', '/email-templates', { name: 'x' })).toMatchObject(
			refusalOf('subject'),
		);
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await call('GET', path)).toMatchObject({ status: 404 });
	});

	test('placeholders are listed by type and prepared for a text', async () => {
		const list = async (query: string) =>
			rows((await call('GET', `/template-placeholders?size=100&${query}`)).body, 'placeholders');
		const [title] = await list('type=job_variable&q=title');
		expect(title).toMatchObject({ label: 'Job title', is_job_variable: true });
		expect(await list('type=questionnaire_link')).toMatchObject([{ form_name: 'Phone screen' }]);
		const links = (found: Json[]) => found.filter((placeholder) => placeholder.is_link);
		expect(links(await list('is_notification=0'))).not.toEqual([]);
		expect(links(await list('is_notification=1'))).toEqual([]);
		const path = '/template-placeholders/prepare';
		const { job_variable_id } = title;
		const prepared = await call('POST', path, { type: 'job_variable', job_variable_id });
		expect(prepared.body).toEqual({ html: expect.stringMatching(/^<tag .*>Job title<\/tag>$/) });
		for (const body of [
			{ type: 'job_variable' },
			{ type: 'job_variable', job_variable_id: 99 },
			{ type: 'profile_field', job_variable_id },
		]) {
			expect(await call('POST', path, body)).toMatchObject(refusalOf('identifier'));
		}
	});
});

describe('nurture campaigns', () => {
	const whenever = { delay_days: 2, send_condition: 'if_no_reply' };

	async function everyStep() {
		const { world } = sandbox;
		const [user] = world.users.keys();
		const [template] = world.library.templates.all();
		const [stage] = world.stagesOf(firstJob().id);
		const file = fileOf('RIFF', 'hello.wav', 'audio/wav');
		const { body: voicemail } = await call('POST', '/attachments', { category: 'voicemail', file });
		const steps = [
			{ ...whenever, type: 'email', sender: { type: 'user', id: user }, template_id: template.id },
			{ ...whenever, type: 'sms', sender_user_id: user, template_id: template.id },
			{ ...whenever, type: 'voicemail', attachment_uuid: voicemail.uuid },
			{ ...whenever, type: 'move_to_next_stage', stage_id: stage.id },
			{ ...whenever, type: 'assign_tag', tag_id: 1 },
			{
				...whenever,
				type: 'assign_task',
				task_template_id: 1,
				assignees: [user],
				due_in_interval: 'P3D',
				priority: 1,
			},
		];
		return { steps, voicemail };
	}

	test('are made with every type of step, changed and deleted', async () => {
		const { steps, voicemail } = await everyStep();
		const made = await call('POST', '/nurture-campaigns', {
			title: 'Keep warm',
			steps,
			relative_days: 1,
			relative_time: 32_400,
			timezone: 'Europe/Tallinn',
			send_to_all: true,
		});
		const id = Number(made.body.id);
		expect(made.body).toMatchObject({
			type: 'nurture_campaign',
			title: 'Keep warm',
			send_to_all: true,
			response_move_to_stage_id: null,
			schedule: { formatted: '1 days later at 09:00 Europe/Tallinn' },
		});
		const shown = rows(made.body, 'steps');
		expect(shown).toMatchObject(
			steps.map(({ type }) => ({ ...whenever, type, campaign_id: id, id: expect.any(Number) })),
		);
		expect(shown[2]).toMatchObject({ attachment: voicemail });
		expect(shown[2]).not.toHaveProperty('attachment_uuid');

		const path = `/nurture-campaigns/${id}`;
		const ids = shown.map((step) => step.id);
		const next = steps.map((step, index) => ({ ...step, id: ids[index], delay_days: 5 }));
		const [first, ...others] = next;
		const changed = await call('PUT', path, {
			title: 'Keep warmer',
			steps: [...others, { ...first, is_deleted: true }, steps[4]],
		});
		const after = rows(changed.body, 'steps');
		expect(after.map((step) => step.id)).toEqual([...ids.slice(1), expect.any(Number)]);
		expect(after[0]).toMatchObject({ delay_days: 5 });
		expect((await call('GET', path)).body).toEqual(changed.body);
		expect((await call('GET', '/nurture-campaigns')).body.nurture_campaigns).toEqual([
			changed.body,
		]);
		const incomplete = await call('PUT', path, { title: 'x', steps: [next[1]] });
		expect(incomplete).toMatchObject(refusalOf('steps', expect.stringContaining('is_deleted')));
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await call('GET', path)).toMatchObject({ status: 404 });
	});

	test('refuse steps that are not of their type or lead nowhere', async () => {
		const { steps } = await everyStep();
		for (const [step, field] of [
			[{ ...steps[0], stage_id: 1 }, 'steps.0.stage_id'],
			[{ ...steps[3], stage_id: undefined }, 'steps.0.stage_id'],
			[{ ...steps[3], stage_id: 1 }, 'steps.0.stage_id'],
			[{ ...steps[1], template_id: 1 }, 'steps.0.template_id'],
			[{ ...steps[2], attachment_uuid: 'none' }, 'steps.0.attachment_uuid'],
			[{ ...steps[5], due_in_interval: '3 days' }, 'steps.0.due_in_interval'],
			[{ ...steps[0], send_condition: 'always' }, 'steps.0.send_condition'],
			[{ ...steps[0], type: 'letter' }, 'steps.0'],
		] as const) {
			const refused = await call('POST', '/nurture-campaigns', { title: 'x', steps: [step] });
			expect(refused).toMatchObject({ status: 400 });
			const { error } = refused.body as { error: { validation_errors: Json } };
			expect(Object.keys(error.validation_errors)).toContain(field);
		}
	});
});

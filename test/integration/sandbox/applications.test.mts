import {
	applicant,
	call,
	fetchFile,
	fileOf,
	firstJob,
	refusalOf,
	sandbox,
	start,
	stop,
} from '../helpers/sandboxSetup.mts';

afterEach(stop);

describe('one application', () => {
	let path: string;
	beforeEach(async () => {
		await start();
		path = `/applications/${applicant().id}`;
	});

	test('goes through its pipeline, and its history tells who moved it', async () => {
		const stages = sandbox.world.stagesOf(firstJob().id);
		const advanced = await call('POST', `${path}/advance`);
		expect(advanced.body).toMatchObject({ stage: { id: stages[1].id, name: 'Phone screen' } });
		const hired = await call('POST', `${path}/hire?include=candidate,job`, {});
		expect(hired.body).toMatchObject({
			status: 'hired',
			hired_at: expect.any(Number),
			stage: { name: 'Hired' },
			candidate: { first_name: 'Ada' },
			job: { title: 'Backend Developer' },
		});
		const history = await call('GET', `${path}/stage-history`);
		expect(history.body.history).toMatchObject([
			{ from_stage_id: null, to_stage_name: 'Applied', moved_by_type: 'system' },
			{
				from_stage_name: 'Applied',
				to_stage_name: 'Phone screen',
				moved_by_type: 'user',
				source: 'api_v2',
			},
			{ from_stage_name: 'Phone screen', to_stage_name: 'Hired' },
		]);
		expect(await call('POST', `${path}/advance`)).toMatchObject({ status: 400 });
	});

	test('is rejected with a reason, taken back, and put into another job', async () => {
		const [reason] = sandbox.world.lists.rejectionReasons;
		const rejected = await call('POST', `${path}/reject`, { rejection_reason_id: reason.id });
		expect(rejected.body).toMatchObject({
			status: 'rejected',
			is_disqualified: true,
			rejected_at: expect.any(Number),
			rejection_reason: [reason],
		});
		expect((await call('POST', `${path}/unreject`)).body).toMatchObject({
			status: 'active',
			rejected_at: null,
			rejection_reason: null,
		});
		expect(await call('POST', `${path}/reject`, { rejection_reason_id: 1 })).toMatchObject({
			status: 400,
		});
		const support = [...sandbox.world.jobs.values()][2];
		const other = sandbox.world.stagesOf(support.id);
		expect(await call('POST', `${path}/move`, { stage_id: other[1].id })).toMatchObject({
			status: 400,
			body: { error: { validation_errors: { stage_id: expect.any(String) } } },
		});
		const transferred = await call('POST', `${path}/transfer`, { job_id: support.id });
		expect(transferred.body).toMatchObject({ job_id: support.id, stage: { id: other[0].id } });
	});

	test('is scored and gets an interview, which answers 201', async () => {
		expect((await call('GET', `${path}/ai-score`)).body).toEqual({ score: null });
		sandbox.world.score(Number(path.split('/')[2]), 87);
		expect((await call('GET', `${path}/ai-score`)).body).toMatchObject({
			score: { total_score: 87, job_title: 'Backend Developer' },
		});
		const [user] = sandbox.world.users.values();
		const times = { start_time: 1_790_000_000, end_time: 1_790_003_600 };
		const interview = { ...times, interviewer_ids: [user.id], location: 'Room 1' };
		const created = await call('POST', `${path}/interviews`, interview);
		expect(created).toMatchObject({
			status: 201,
			body: { ...times, location: 'Room 1', interviewers: [{ user_id: user.id }] },
		});
		const listed = await call('GET', `/interviews?interviewer_user_id=${user.id}&date=2026-09-21`);
		expect(listed.body.interviews).toEqual([created.body]);
		for (const faulty of [
			{ end_time: 1 },
			{ interviewer_ids: [1] },
			{ location: 'x'.repeat(256) },
		]) {
			const answer = await call('POST', `${path}/interviews`, { ...interview, ...faulty });
			expect(answer).toMatchObject({
				status: 400,
				body: { error: { validation_errors: { [Object.keys(faulty)[0]]: expect.any(String) } } },
			});
		}
	});

	test('the résumé’s text comes when asked for, the file is a PDF, and attachments are a bare array', async () => {
		const plain = await call('GET', path);
		expect(plain.body.cv).not.toHaveProperty('text');
		const full = await call('GET', `${path}?include=cv.text`);
		expect(full.body.cv).toMatchObject({ text: 'Ten years of C' });
		const { url } = full.body.cv as { url: string };
		expect((await (await fetchFile(url)).text()).slice(0, 5)).toBe('%PDF-');
		expect((await call('GET', `${path}/attachments`)).body).toEqual([]);
	});
});

describe('what hangs on applications', () => {
	let id: number;
	beforeEach(async () => {
		await start();
		({ id } = applicant());
	});

	test('attachments: a bare list', async () => {
		const path = `/applications/${id}/attachments`;
		const uploaded = await call('POST', path, { file: { ...fileOf('x'), size: 1 } });
		expect(uploaded).toMatchObject({ status: 200, body: { file: { file_type: 'text/plain' } } });
		expect((await call('GET', path)).body).toEqual([uploaded.body]);
		expect(await (await fetchFile(uploaded.body.url)).text()).toBe('x');
		const upload = { category: 'application', object_id: id, file: fileOf('y') };
		const second = await call('POST', '/attachments', upload);
		expect((await call('GET', path)).body).toEqual([uploaded.body, second.body]);
	});

	test('evaluations, with the answers when one is looked at by itself', async () => {
		const { library, reviews: remarks } = sandbox.world;
		const [question] = library.questions.all();
		const form = library.forms.add({ name: 'Scorecard', questions: [] });
		const text = 'Knows C. '.repeat(40);
		const written = remarks.evaluate(id, {
			formId: form.id,
			verdict: 'strong-yes',
			text,
			answers: [{ questionId: question.id, value: 'yes' }],
		});
		const one = await call('GET', `/evaluation-forms/${written.id}`);
		expect(one.body).toMatchObject({
			application_id: id,
			form_name: 'Scorecard',
			summary_score: 'strong-yes',
			summary_text: text,
			answers: [{ question_id: question.id, question_text: question.text, value: 'yes' }],
		});
		const { answers: _answers, ...row } = one.body;
		const path = `/applications/${id}/evaluation-forms`;
		expect((await call('GET', path)).body).toEqual({ evaluations: [row] });
		const { summary_text: _text, ...rest } = row;
		expect((await call('GET', `${path}?view=summary`)).body.evaluations).toEqual([
			{ ...rest, summary_text_preview: text.slice(0, 200) },
		]);
	});

	test('many are moved or rejected in one request, each with its own outcome', async () => {
		const [, second] = sandbox.world.stagesOf(firstJob().id);
		const support = [...sandbox.world.jobs.values()][2];
		const elsewhere = applicant('bob@example.com', support.id).id;
		const ids = [id, elsewhere, 1];
		const moved = await call('POST', '/applications/batch/move', { ids, stage_id: second.id });
		expect(moved.status).toBe(200);
		expect(moved.body.results).toMatchObject([
			{ id, data: { id, stage: { name: 'Phone screen' } } },
			{ id: elsewhere, error: { validation_errors: { stage_id: expect.any(String) } } },
			{ id: 1, error: { name: 'Not Found', status: 404 } },
		]);
		const rejected = await call('POST', '/applications/batch/reject', { ids });
		expect(rejected.body.results).toMatchObject([
			{ id, data: { status: 'rejected' } },
			{ id: elsewhere, data: { status: 'rejected' } },
			{ id: 1, error: { status: 404 } },
		]);
		const empty = await call('POST', '/applications/batch/move', { ids: [], stage_id: second.id });
		expect(empty).toMatchObject(refusalOf('ids'));
	});
});

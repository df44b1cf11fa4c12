import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('evaluations of an application with score and summary; one of them raw, with its answers', async () => {
	const [{ id }] = applyTo(sandbox, 1);
	const { library, owner } = sandbox.world;
	const question = library.ask('System design');
	const form = library.forms.add({ name: 'Onsite', questions: [] });
	const evaluation = sandbox.world.reviews.evaluate(id, {
		formId: form.id,
		verdict: 'strong-yes',
		text: 'Would hire today',
		answers: [{ questionId: question.id, value: 'Excellent' }],
	});
	const [{ json }] = await run('evaluation', 'getAllOfApplication', { applicationId: byId(id) });
	expect(json).toMatchObject({
		id: evaluation.id,
		application_id: id,
		form_name: 'Onsite',
		user_name: owner.fullName,
		summary_score: 'strong-yes',
		summary_text: 'Would hire today',
	});
	const [full] = await run('evaluation', 'get', {
		evaluationId: String(evaluation.id),
		simplify: false,
	});
	expect(full.json.answers).toEqual([
		{ question_id: question.id, question_text: 'System design', value: 'Excellent' },
	]);
	expect(sandbox.requests.all().map(({ path }) => path)).toEqual([
		`/applications/${id}/evaluation-forms`,
		`/evaluation-forms/${evaluation.id}`,
	]);
});

import type { HiresSandbox } from '../../sandbox/hires/index.mts';
import { client } from './sandboxSetup.mts';
import type { Fixtures } from './fillParameters.mts';

/** One fixture of each kind in a fresh sandbox, made as a client of the API makes them. */
export async function makeFixtures(sandbox: HiresSandbox): Promise<Fixtures> {
	const { world } = sandbox;
	const call = client(sandbox);
	const make = async (path: string, body: object): Promise<Record<string, unknown>> => {
		const answer = await call('POST', path, body);
		if (answer.status > 299)
			throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
		return answer.body;
	};
	const idOf = (body: Record<string, unknown>) => Number(body.id);
	const [job, otherJob] = world.jobs.values();
	const [user] = world.users.values();
	const application = world.apply({
		jobId: job.id,
		firstName: 'Ada',
		lastName: 'Byron',
		email: 'ada@example.test',
		resumeText: 'Ten years of C',
	});
	const candidateId = application.candidateId;
	const [, stage] = world.stagesOf(job.id);
	const message = await make(`/candidates/${candidateId}/messages`, {
		to: ['ada@example.test'],
		subject: 'Hello',
		body: '<p>Hello</p>',
	});
	const question = await make('/questions', { text: 'Why us?', type: 'short_text' });
	const form = await make('/forms', { name: 'A form', questions: [question.id] });
	const template = await make('/email-templates', { name: 'A', subject: 'B', body: 'C' });
	const steps = [
		{
			type: 'email',
			delay_days: 1,
			send_condition: 'if_no_reply',
			sender: { type: 'user', id: user.id },
			template_id: template.id,
		},
	];
	const campaign = await make('/nurture-campaigns', { title: 'A campaign', steps });
	const note = await make('/notes', { candidate_id: String(candidateId), body: 'A note' });
	const interview = world.scheduleInterview(application.id, {
		start: 1_800_000_000,
		end: 1_800_003_600,
	});
	const notification = world.mail.notify(application, 'Your application', '<p>Thank you</p>');
	const evaluation = world.reviews.evaluate(application.id, {
		formId: idOf(form),
		verdict: 'strong-yes',
		text: 'A pleasure',
	});
	const received = world.mail.receive(world.candidate(candidateId), { subject: 'Hi', body: 'Hi' });
	const mailAccounts = await call('GET', '/companies/mail-accounts');
	const [mailAccount] = mailAccounts.body.mail_accounts as Array<{ id: number }>;
	const company = await make('/companies', {
		name: 'A client',
		company_owner_name: 'Clara Client',
		company_owner_email: 'clara@client.example',
	});
	const webhook = await make(`/companies/${world.company.id}/webhooks`, {
		url: 'https://n8n.example.test/webhook/1',
	});
	return {
		applications: application.id,
		application_id: application.id,
		board: world.lists.boards[0].name,
		campaigns: idOf(campaign),
		candidate_id: candidateId,
		candidates: candidateId,
		category_id: world.lists.categories[0].id,
		companies: idOf(company),
		'career-site': job.id,
		webhook_id: idOf(webhook),
		qas_profile_question_id: idOf(question),
		form_question_id: idOf(question),
		job_variable_id: 1,
		system_column_title: 'some column',
		department_id: world.lists.departments[0].id,
		education_level_id: world.lists.educationLevels[0].id,
		employment_type_id: world.lists.employmentTypes[0].id,
		experience_level_id: world.lists.experienceLevels[0].id,
		form_id: idOf(form),
		forms: idOf(form),
		from_account_id: mailAccount.id,
		interviewer_ids: user.id,
		interviewer_user_id: user.id,
		interviews: interview.id,
		job_id: otherJob.id,
		job_status: 'published',
		jobs: job.id,
		messages: Number((message.message as { id: number }).id),
		notes: idOf(note),
		'nurture-campaigns': idOf(campaign),
		'email-templates': idOf(template),
		'evaluation-forms': evaluation.id,
		'notification-messages': notification.id,
		internal_job_id: 'ENG-7',
		object_id: application.id,
		reply_to_email_id: received.id,
		response_move_to_stage_id: stage.id,
		identifier: 'self_scheduling_link',
		language: 'en',
		question_type: 'short_text',
		'own company': world.company.id,
		'X-Company-Slug': world.company.slug,
		parent_job_id: otherJob.id,
		question_id: idOf(question),
		questions: idOf(question),
		rejection_reason_id: world.lists.rejectionReasons[0].id,
		'json:answers': [{ question_id: idOf(question), value: 'Yes' }],
		'json:steps create': steps,
		'json:steps update': (campaign.steps as Array<{ id: number }>).map(({ id }) => ({
			id,
			...steps[0],
		})),
		'json:knockout_questions': [
			{ text: 'Can you start?', expected_answer: 'Yes', disqualify_on_wrong_answer: true },
		],
		'json:ai_scoring_criteria': [{ title: 'Skill', text: 'Knows C', weight: 5 }],
		stage_id: stage.id,
		template_id: idOf(template),
		user_id: user.id,
		users: user.id,
		workflow_id: job.workflowId,
		workflows: job.workflowId,
	};
}

import type { HiresSandbox } from '../../sandbox/hires/index.mts';
import { client } from '../sandbox/setting.mts';
import type { Things } from './filling.mts';

/** One thing of each kind in a fresh sandbox, made as a client of the API makes them. */
export async function makeThings(sandbox: HiresSandbox): Promise<Things> {
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
	const mailAccounts = await call('GET', '/companies/mail-accounts');
	const [mailAccount] = mailAccounts.body.mail_accounts as Array<{ id: number }>;
	return {
		applications: application.id,
		application_id: application.id,
		boards: 'indeed',
		campaigns: idOf(campaign),
		candidate_id: candidateId,
		candidates: candidateId,
		category_id: world.lists.categories[0].id,
		companies: world.company.id,
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
		job_id: job.id,
		jobs: job.id,
		messages: Number((message.message as { id: number }).id),
		notes: idOf(note),
		'nurture-campaigns': idOf(campaign),
		'email-templates': idOf(template),
		other_job_id: otherJob.id,
		question_id: idOf(question),
		questions: idOf(question),
		rejection_reason_id: world.lists.rejectionReasons[0].id,
		stage_id: stage.id,
		template_id: idOf(template),
		user_id: user.id,
		users: user.id,
		workflow_id: job.workflowId,
		workflows: job.workflowId,
	};
}

import type { ApplicationRecord } from '../world/records.mts';
import { renderCandidate } from './candidate.mts';
import { renderHiringTeam, renderJob } from './job.mts';
import { attachment, BACK_OFFICE, daysSince, named } from './shared.mts';
import type { View } from './shared.mts';

export interface ApplicationOptions {
	candidate?: boolean;
	job?: boolean;
	/** Adds the text of the résumé. */
	cvText?: boolean;
	summary?: boolean;
	/** Gives the job's internal ID as the number that it has in the vendor's example of a webhook. */
	numericInternalJobId?: boolean;
}

/** An `Application` (100Hires OpenAPI 3.1, 2.0.0; the order of the fields is that of its webhook example). */
export function renderApplication(
	application: ApplicationRecord,
	view: View,
	options: ApplicationOptions = {},
) {
	const { world } = view;
	const job = world.job(application.jobId);
	const stage = world.stage(application.stageId);
	const candidate = world.candidate(application.candidateId);
	const reason = named(world.lists.rejectionReasons, application.rejectionReasonId);
	const { cv, score } = application;
	return {
		id: application.id,
		candidate_id: candidate.id,
		job_id: job.id,
		job_alias: job.alias,
		internal_job_id:
			options.numericInternalJobId && job.internalJobId && /^\d+$/.test(job.internalJobId)
				? Number(job.internalJobId)
				: job.internalJobId,
		company_id: world.company.id,
		stage: { id: stage.id, name: stage.name },
		status: application.status,
		is_disqualified: application.status === 'rejected',
		url_backoffice: `${BACK_OFFICE}/candidate/default/view?candidate=${candidate.id}&application=${application.id}`,
		cv: cv && { ...attachment(cv, view), ...(options.cvText && { text: cv.text }) },
		rejected_at: application.rejectedAt,
		rejection_reason: reason && [reason],
		hired_at: application.hiredAt,
		hiring_team: renderHiringTeam(job, view),
		custom_fields: null,
		created_at: application.createdAt,
		updated_at: application.updatedAt,
		last_message_at: application.lastMessageAt,
		days_since_last_message: daysSince(application.lastMessageAt, view.now),
		ai_score: score?.total ?? null,
		ai_recommendation: score?.recommendation ?? null,
		ai_scoring_updated_at: score?.at ?? null,
		...(options.candidate && {
			candidate: renderCandidate(candidate, view, { summary: options.summary }),
		}),
		...(options.job && { job: renderJob(job, view, { summary: options.summary }) }),
	};
}

/** An `AiScore`, or `null` for an application that was not scored (100Hires OpenAPI 3.1, 2.0.0). */
export function renderScore(application: ApplicationRecord, { world }: View) {
	const { score } = application;
	if (!score) return null;
	const job = world.job(application.jobId);
	return {
		uuid: score.uuid,
		job_id: job.id,
		job_title: job.title,
		job_url: `https://careers.northwind.example/job/${job.alias}`,
		summary: `The résumé matches the job to ${score.total} percent.`,
		total_score: score.total,
		criteria: [
			{
				criterion_title: 'Experience',
				criterion_text: 'Has done this kind of work before',
				score: score.total,
				justification: 'Taken from the résumé.',
				followup_questions: ['Which project are you proud of?'],
			},
		],
		rate: score.recommendation.toLowerCase().replace(' ', '_'),
		date: new Date(score.at * 1000).toISOString(),
	};
}

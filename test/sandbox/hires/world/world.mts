import { randomUUID } from 'node:crypto';

import { Applications } from './applications.mts';
import type { Placement } from './applications.mts';
import { invalid } from './errors.mts';
import type { PersonDetails } from './people.mts';
import type {
	AnswerValue,
	ApplicationRecord,
	By,
	CandidateRecord,
	InterviewRecord,
} from './records.mts';
import { recommendationFor } from './score.mts';

export interface NewApplication {
	jobId: number;
	firstName: string;
	lastName: string;
	email: string;
	phone?: string;
	/** Text of the résumé; the sandbox makes a PDF of it. */
	resumeText?: string;
	/** Answers by the text of their question; questions are added as needed. */
	answers?: Record<string, AnswerValue>;
}

const BY_APPLICANT: By = { type: 'system', userId: null, source: 'apply:career_site' };
const BY_SYSTEM: By = { type: 'automation', userId: null, source: 'ai_scoring' };

/**
 * What recruiters and candidates do, without any HTTP. Each action first changes everything that belongs to it and then notifies
 * the listeners; an action that changes nothing (moving to the stage where the application is already) notifies nobody.
 */
export class World extends Applications {
	/** Someone applies on the career site; a person known by their e-mail address becomes no second candidate. */
	apply(form: NewApplication, by: By = BY_APPLICANT): ApplicationRecord {
		for (const text of Object.keys(form.answers ?? {})) this.library.ask(text);
		const cv = form.resumeText === undefined ? null : this.addResume(form.resumeText);
		const details = { ...form, ...(cv && { resume: cv }) };
		return this.createWithApplication(details, { jobId: form.jobId, cv }, by);
	}

	/** Adds a person together with an application; reports the person only when they are new. */
	createWithApplication(details: PersonDetails, to: Placement, by: By): ApplicationRecord {
		this.stageIn(to.jobId, to.stageId);
		const { candidate, isNew } = this.findOrAdd(details);
		const application = this.record(candidate, to, by);
		if (isNew) this.emit('candidate.created', by, { candidate });
		this.emitOfApplication('application.created', application, by);
		return application;
	}

	/** Adds a person who is known already to a job. */
	addToJob(candidate: CandidateRecord, to: Placement, by: By = this.byOwner): ApplicationRecord {
		const application = this.record(candidate, to, by);
		this.emitOfApplication('application.created', application, by);
		return application;
	}

	/** Moves to a stage of the job's pipeline. Moving a hired application to a stage before takes the hire back. */
	move(applicationId: number, stageId: number, by: By = this.byOwner): ApplicationRecord {
		const application = this.application(applicationId);
		const from = this.stage(application.stageId);
		const to = this.stageIn(application.jobId, stageId);
		if (to === from) return application;
		if (application.status === 'hired' && to !== this.hiredStage(application.jobId)) {
			application.status = 'active';
			application.hiredAt = null;
		}
		this.place(application, to, by);
		this.emitOfApplication('application.stage_changed', application, by, {
			fromStage: from,
			toStage: to,
		});
		return application;
	}

	/** Moves to the next stage of the pipeline. */
	advance(applicationId: number, by: By = this.byOwner): ApplicationRecord {
		const application = this.application(applicationId);
		const stages = this.stagesOf(application.jobId);
		const next = stages[stages.indexOf(this.stage(application.stageId)) + 1];
		if (!next) throw invalid('stage_id', 'The application is in the last stage.');
		return this.move(applicationId, next.id, by);
	}

	hire(applicationId: number, by: By = this.byOwner): ApplicationRecord {
		const application = this.application(applicationId);
		if (application.status === 'hired') return application;
		const fromStage = this.stage(application.stageId);
		const toStage = this.hiredStage(application.jobId);
		this.clearRejection(application);
		application.status = 'hired';
		application.hiredAt = this.clock.now();
		if (fromStage !== toStage) this.place(application, toStage, by);
		this.touch(application);
		if (fromStage !== toStage) {
			this.emitOfApplication('application.stage_changed', application, by, { fromStage, toStage });
		}
		this.emitOfApplication('candidate.hired', application, by);
		return application;
	}

	/** Takes a hire back: the application goes to the stage that it was hired from. */
	unhire(applicationId: number, by: By = this.byOwner): ApplicationRecord {
		const application = this.application(applicationId);
		if (application.status !== 'hired') return application;
		const hired = this.hiredStage(application.jobId);
		const before = application.history.findLast((move) => move.to === hired)?.from;
		const [first] = this.stagesOf(application.jobId);
		return this.move(applicationId, (before ?? first).id, by);
	}

	disqualify(
		applicationId: number,
		reasonId: number | null = null,
		by: By = this.byOwner,
	): ApplicationRecord {
		const application = this.application(applicationId);
		const reasons = this.lists.rejectionReasons;
		if (reasonId !== null && !reasons.some((reason) => reason.id === reasonId)) {
			throw invalid('rejection_reason_id', 'Rejection reason is invalid.');
		}
		if (application.status === 'rejected') return application;
		application.status = 'rejected';
		application.hiredAt = null;
		application.rejectedAt = this.clock.now();
		application.rejectionReasonId = reasonId;
		this.touch(application);
		this.emitOfApplication('candidate.disqualified', application, by);
		return application;
	}

	/** Disqualifies, and lets the candidate know by mail. */
	reject(applicationId: number, reasonId: number | null, by: By): ApplicationRecord {
		const { status } = this.application(applicationId);
		const application = this.disqualify(applicationId, reasonId, by);
		const { title } = this.job(application.jobId);
		if (status !== 'rejected') {
			this.mail.notify(application, `Your application: ${title}`, '<p>We chose someone else.</p>');
		}
		return application;
	}

	/** Takes a rejection back; none of the list events is about that. */
	unreject(applicationId: number, by: By = this.byOwner): ApplicationRecord {
		const application = this.application(applicationId);
		if (application.status !== 'rejected') return application;
		const { candidateId, jobId } = application;
		this.clearRejection(application);
		this.touch(application);
		this.history.add({
			kind: 'application.unrejected',
			at: this.clock.now(),
			by,
			applicationId,
			candidateId,
			jobId,
		});
		return application;
	}

	/** Puts the application into another job, in its first stage unless another one is named. */
	transfer(applicationId: number, to: Placement, by: By = this.byOwner): ApplicationRecord {
		const application = this.application(applicationId);
		const toStage = this.stageIn(to.jobId, to.stageId);
		const fromStage = this.stage(application.stageId);
		if (application.jobId === to.jobId) return this.move(applicationId, toStage.id, by);
		this.refuseSecondApplication(this.candidate(application.candidateId), to.jobId);
		application.jobId = to.jobId;
		this.place(application, toStage, by);
		this.emitOfApplication('application.stage_changed', application, by, { fromStage, toStage });
		return application;
	}

	scheduleInterview(
		applicationId: number,
		interview: { start: number; end: number; interviewerIds?: number[]; location?: string | null },
		by: By = this.byOwner,
	): InterviewRecord {
		const application = this.application(applicationId);
		const { start, end, interviewerIds = [by.userId ?? this.owner.id] } = interview;
		if (end <= start) throw invalid('end_time', 'End time must be after the start time.');
		if (interviewerIds.some((id) => !this.users.has(id))) {
			throw invalid('interviewer_ids', 'Interviewer IDs are invalid.');
		}
		const now = this.clock.now();
		const record: InterviewRecord = {
			id: this.nextId('interview'),
			applicationId,
			jobId: application.jobId,
			candidateId: application.candidateId,
			stageId: application.stageId,
			start,
			end,
			interviewerIds,
			location: interview.location ?? null,
			createdAt: now,
			updatedAt: now,
		};
		this.interviews.set(record.id, record);
		this.touch(application);
		this.emitOfApplication('interview.scheduled', application, by, { interview: record });
		return record;
	}

	/** @param total 0 to 100 */
	score(applicationId: number, total: number, by: By = BY_SYSTEM): ApplicationRecord {
		const application = this.application(applicationId);
		if (!(total >= 0 && total <= 100)) throw invalid('total', 'A score is 0 to 100.');
		const recommendation = recommendationFor(total);
		const score = { uuid: randomUUID(), total, recommendation, at: this.clock.now() };
		application.score = score;
		this.touch(application);
		this.emitOfApplication('ai_score.generated', application, by, { score });
		return application;
	}

	/** A message between the company and the candidate; only the fields about the last message change. */
	message(applicationId: number): ApplicationRecord {
		const application = this.application(applicationId);
		application.lastMessageAt = this.clock.now();
		this.candidate(application.candidateId).lastMessageAt = application.lastMessageAt;
		this.touch(application);
		return application;
	}
}

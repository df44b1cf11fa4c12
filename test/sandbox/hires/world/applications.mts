import { Campaigns } from './campaigns.mts';
import { invalid, notFound, WorldError } from './errors.mts';
import { Mail } from './mail.mts';
import { People } from './people.mts';
import type {
	ApplicationRecord,
	By,
	CandidateRecord,
	FileRecord,
	InterviewRecord,
	StageRecord,
	WorldEvent,
} from './records.mts';
import { Reviews } from './reviews.mts';

/** Where an application goes. */
export interface Placement {
	jobId: number;
	/** The first stage of the job's pipeline when left out. */
	stageId?: number;
	/** The candidate's own résumé when left out. */
	cv?: FileRecord | null;
}

/** Applications and interviews, and the steps that the actions on them are made of. */
export class Applications extends People {
	readonly interviews = new Map<number, InterviewRecord>();

	readonly mail = new Mail(this);

	readonly reviews = new Reviews(this);

	readonly campaigns = new Campaigns(this);

	application(id: number | string): ApplicationRecord {
		const application = this.applications.get(Number(id));
		if (!application) throw notFound('Application');
		return application;
	}

	interview(id: number | string): InterviewRecord {
		const interview = this.interviews.get(Number(id));
		if (!interview) throw notFound('Interview');
		return interview;
	}

	applicationsOf(candidate: CandidateRecord): ApplicationRecord[] {
		return [...candidate.applicationIds].map((id) => this.application(id));
	}

	protected emitOfApplication(
		name: WorldEvent['name'],
		application: ApplicationRecord,
		by: By,
		more: Partial<WorldEvent> = {},
	): void {
		const candidate = this.candidate(application.candidateId);
		this.emit(name, by, { application, candidate, job: this.job(application.jobId), ...more });
	}

	protected touch(application: ApplicationRecord): void {
		application.updatedAt = this.clock.now();
	}

	protected clearRejection(application: ApplicationRecord): void {
		if (application.status === 'rejected') application.status = 'active';
		application.rejectedAt = null;
		application.rejectionReasonId = null;
	}

	protected place(application: ApplicationRecord, to: StageRecord, by: By): void {
		const from = this.stage(application.stageId);
		application.history.push({ from, to, at: this.clock.now(), by });
		application.stageId = to.id;
		this.touch(application);
	}

	/** The last stage when none is called "Hired". */
	hiredStage(jobId: number): StageRecord {
		const stages = this.stagesOf(jobId);
		return stages.find((stage) => stage.name === 'Hired') ?? stages[stages.length - 1];
	}

	protected stageIn(jobId: number, stageId?: number): StageRecord {
		const stages = this.stagesOf(jobId);
		const stage =
			stageId === undefined ? stages[0] : stages.find((candidate) => candidate.id === stageId);
		if (!stage) throw invalid('stage_id', "The stage is not in the job's pipeline.");
		return stage;
	}

	protected refuseSecondApplication(candidate: CandidateRecord, jobId: number): void {
		if (this.applicationsOf(candidate).some((application) => application.jobId === jobId)) {
			throw new WorldError(400, 'The candidate is in this job already.', 'job_id');
		}
	}

	protected record(candidate: CandidateRecord, to: Placement, by: By): ApplicationRecord {
		const stage = this.stageIn(to.jobId, to.stageId);
		this.refuseSecondApplication(candidate, to.jobId);
		const now = this.clock.now();
		const application: ApplicationRecord = {
			id: this.nextId('application'),
			candidateId: candidate.id,
			jobId: to.jobId,
			stageId: stage.id,
			status: 'active',
			cv: to.cv ?? candidate.resume,
			attachments: [],
			hiredAt: null,
			rejectedAt: null,
			rejectionReasonId: null,
			score: null,
			history: [{ from: null, to: stage, at: now, by }],
			createdAt: now,
			updatedAt: now,
			lastMessageAt: candidate.lastMessageAt,
		};
		this.applications.set(application.id, application);
		candidate.applicationIds.add(application.id);
		return application;
	}

	setCv(applicationId: number, cv: FileRecord): ApplicationRecord {
		const application = this.application(applicationId);
		application.cv = cv;
		this.touch(application);
		return application;
	}

	attach(applicationId: number, file: FileRecord): ApplicationRecord {
		const application = this.application(applicationId);
		application.attachments.push(file);
		this.touch(application);
		return application;
	}

	removeApplication(applicationId: number): void {
		const application = this.application(applicationId);
		this.applications.delete(applicationId);
		this.candidate(application.candidateId).applicationIds.delete(applicationId);
		for (const interview of this.interviews.values()) {
			if (interview.applicationId === applicationId) this.interviews.delete(interview.id);
		}
		this.reviews.forgetApplication(application);
	}

	/** Removes a job and the applications in it; the candidates stay. */
	removeJob(reference: number | string): void {
		const job = this.job(reference);
		for (const application of [...this.applications.values()]) {
			if (application.jobId === job.id) this.removeApplication(application.id);
		}
		this.forgetJob(job);
	}

	removeCandidate(reference: number | string): void {
		const candidate = this.candidate(reference);
		for (const id of [...candidate.applicationIds]) this.removeApplication(id);
		this.reviews.forgetCandidate(candidate);
		this.mail.forgetCandidate(candidate);
		this.forgetCandidate(candidate);
	}
}

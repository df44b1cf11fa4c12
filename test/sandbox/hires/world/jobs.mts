import { Directory } from './directory.mts';
import { invalid, notFound } from './errors.mts';
import { JOB_STATUSES } from './lists.mts';
import type { By, IdName, JobDetails, JobRecord, StageRecord } from './records.mts';

export interface NewJob extends Partial<JobDetails> {
	title: string;
	/** Names of its stages; without it the job shares the first pipeline of the company. */
	stages?: string[];
	/** IDs of users. */
	hiringTeam?: number[];
}

/** What a job is without anybody saying so. */
const PLAIN: Omit<JobDetails, 'title' | 'workflowId' | 'description'> = {
	internalTitle: null,
	internalJobId: null,
	status: 'published',
	resumeFieldStatus: 'optional',
	locationCity: 'Tallinn',
	locationCountry: 'Estonia',
	locationState: null,
	locationStreetAddress: null,
	locationFullAddress: null,
	locationPostalCode: null,
	salaryMin: null,
	salaryMax: null,
	salaryCurrency: null,
	salaryPeriod: null,
	isRemote: false,
	employmentTypeId: null,
	departmentId: null,
	categoryId: null,
	educationLevelId: null,
	experienceLevelId: null,
	parentJobId: null,
	formId: null,
	knockoutQuestions: [],
	language: null,
	aiScoringCriteria: [],
};

/** The jobs of a company. */
export class Jobs extends Directory {
	readonly jobs = new Map<number, JobRecord>();

	private readonly jobsByAlias = new Map<string, JobRecord>();

	/** @param reference ID, as number or in digits, or alias */
	job(reference: number | string): JobRecord {
		const job = this.jobs.get(Number(reference)) ?? this.jobsByAlias.get(String(reference));
		if (!job) throw notFound('Job');
		return job;
	}

	/** The stages of a job's pipeline in their order. */
	stagesOf(jobId: number): StageRecord[] {
		return this.workflow(this.job(jobId).workflowId).stages;
	}

	addJob(details: NewJob, by: By = this.byOwner): JobRecord {
		const { stages, hiringTeam, ...rest } = details;
		this.checkJob(rest);
		const id = this.nextId('job');
		const now = this.clock.now();
		const record: JobRecord = {
			...PLAIN,
			description: `<p>We are looking for a ${rest.title}.</p>`,
			workflowId: this.pipelineFor(details),
			...rest,
			...this.fromParent(rest),
			id,
			alias: this.jobAlias(rest.title, id),
			hiringTeam: hiringTeam ?? [this.owner.id],
			boards: new Set(),
			createdAt: now,
			updatedAt: now,
		};
		this.jobs.set(id, record);
		this.jobsByAlias.set(record.alias, record);
		this.history.add({ kind: 'job.created', at: now, by, jobId: id });
		return record;
	}

	/** Changes what is given. The alias stays, so that links to the job keep working. */
	updateJob(reference: number | string, changes: Partial<JobDetails>): JobRecord {
		const job = this.job(reference);
		this.checkJob(changes, job);
		Object.assign(job, changes, this.fromParent(changes), { updatedAt: this.clock.now() });
		return job;
	}

	addToHiringTeam(reference: number | string, userId: number): JobRecord {
		const job = this.job(reference);
		const user = this.user(userId);
		if (!job.hiringTeam.includes(user.id)) job.hiringTeam.push(user.id);
		job.updatedAt = this.clock.now();
		return job;
	}

	protected forgetJob(job: JobRecord): void {
		this.jobs.delete(job.id);
		this.jobsByAlias.delete(job.alias);
	}

	private pipelineFor({ title, stages }: NewJob): number {
		const [first] = this.workflows.values();
		if (stages) return this.addWorkflow(title, stages).id;
		return (first ?? this.addWorkflow('Standard')).id;
	}

	/** A satellite shares the pipeline of its parent (100Hires OpenAPI 3.1, 2.0.0). */
	private fromParent({ parentJobId }: Partial<JobDetails>): Partial<JobDetails> {
		return typeof parentJobId === 'number' ? { workflowId: this.job(parentJobId).workflowId } : {};
	}

	private checkJob(details: Partial<JobDetails>, job?: JobRecord): void {
		const { lists } = this;
		const check = (field: string, value: unknown, isKnown: (value: never) => unknown) => {
			if (value === undefined || value === null || isKnown(value as never)) return;
			throw invalid(field, `${field} is invalid.`);
		};
		const isIn = (list: readonly IdName[]) => (id: number) => list.some((entry) => entry.id === id);
		check('status', details.status, (status: string) => JOB_STATUSES.includes(status));
		check('department_id', details.departmentId, isIn(lists.departments));
		check('category_id', details.categoryId, isIn(lists.categories));
		check('employment_type_id', details.employmentTypeId, isIn(lists.employmentTypes));
		check('education_level_id', details.educationLevelId, isIn(lists.educationLevels));
		check('experience_level_id', details.experienceLevelId, isIn(lists.experienceLevels));
		check('workflow_id', details.workflowId, (id: number) => this.workflows.has(id));
		check('form_id', details.formId, (id: number) => this.library.forms.find(id));
		check(
			'parent_job_id',
			details.parentJobId,
			(id: number) => id !== job?.id && this.jobs.has(id),
		);
		check('language', details.language, (locale: string) =>
			lists.languages.some((language) => language.locale === locale),
		);
		check('salary_max', details.salaryMax, (max: number) => max >= (details.salaryMin ?? 0));
	}

	private jobAlias(title: string, id: number): string {
		const slug = title
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '');
		// An alias of digits alone could be taken for an ID.
		return /^[0-9-]*$/.test(slug) || this.jobsByAlias.has(slug) ? `job-${slug}-${id}` : slug;
	}
}

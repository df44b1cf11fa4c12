import type { Clock } from '../clock.mts';
import { notFound } from './errors.mts';
import { LISTS, QUESTIONS } from './lists.mts';
import type {
	CompanyRecord,
	JobRecord,
	StageRecord,
	UserRecord,
	WorkflowRecord,
} from './records.mts';

/** First IDs less one; the ranges differ so that an application's ID taken for a candidate's finds nothing. */
const ID_BASES = {
	user: 1000,
	workflow: 200,
	stage: 2000,
	job: 300,
	candidate: 500_000,
	application: 700_000,
	interview: 90_000,
	question: 100,
};

export const PIPELINE = ['Applied', 'Phone screen', 'Interview', 'Offer', 'Hired'];

export interface NewJob {
	title: string;
	/** Names of its stages; without it the job shares the first pipeline of the company. */
	stages?: string[];
	status?: string;
	description?: string;
	city?: string;
	country?: string;
	isRemote?: boolean;
	departmentId?: number;
	internalJobId?: string;
	/** IDs of users. */
	hiringTeam?: number[];
}

/** What a company sets up before anybody applies: users, pipelines, jobs, lists. */
export class Directory {
	readonly clock: Clock;

	readonly company: CompanyRecord;

	readonly users = new Map<number, UserRecord>();

	readonly workflows = new Map<number, WorkflowRecord>();

	readonly stages = new Map<number, StageRecord>();

	readonly jobs = new Map<number, JobRecord>();

	readonly lists = structuredClone(LISTS);

	/** IDs of the questions of profiles, by their text. */
	readonly questions = new Map<string, number>();

	private readonly jobsByAlias = new Map<string, JobRecord>();

	private readonly lastIds = { ...ID_BASES };

	constructor(clock: Clock, companyId: number) {
		this.clock = clock;
		this.company = {
			id: companyId,
			name: 'Northwind Talent',
			website: 'https://northwind.example',
			language: 'en',
		};
		for (const text of QUESTIONS) this.question(text);
		this.addUser({ fullName: 'Olivia Owner', email: 'olivia@northwind.example', role: 'admin' });
	}

	protected nextId(kind: keyof typeof ID_BASES): number {
		this.lastIds[kind] += 1;
		return this.lastIds[kind];
	}

	/** The user whom the API key belongs to, and who acts on the sandbox's page. */
	get owner(): UserRecord {
		const [first] = this.users.values();
		return first;
	}

	user(id: number): UserRecord {
		const user = this.users.get(id);
		if (!user) throw notFound('User');
		return user;
	}

	/** @param reference ID, as number or in digits, or alias */
	job(reference: number | string): JobRecord {
		const job = this.jobs.get(Number(reference)) ?? this.jobsByAlias.get(String(reference));
		if (!job) throw notFound('Job');
		return job;
	}

	workflow(id: number): WorkflowRecord {
		const workflow = this.workflows.get(id);
		if (!workflow) throw notFound('Workflow');
		return workflow;
	}

	stage(id: number): StageRecord {
		const stage = this.stages.get(id);
		if (!stage) throw notFound('Stage');
		return stage;
	}

	/** The stages of a job's pipeline in their order. */
	stagesOf(jobId: number): StageRecord[] {
		return this.workflow(this.job(jobId).workflowId).stages;
	}

	/** The ID of a profile's question, which is added when there is none of that text. */
	question(text: string): number {
		const id = this.questions.get(text) ?? this.nextId('question');
		this.questions.set(text, id);
		return id;
	}

	addUser(user: { fullName: string; email: string; role?: string }): UserRecord {
		const now = this.clock.now();
		const record = {
			role: 'recruiter',
			...user,
			id: this.nextId('user'),
			createdAt: now,
			updatedAt: now,
		};
		this.users.set(record.id, record);
		return record;
	}

	addWorkflow(name: string, stageNames: string[] = PIPELINE): WorkflowRecord {
		const id = this.nextId('workflow');
		const stages = stageNames.map((stage, index) => ({
			id: this.nextId('stage'),
			name: stage,
			order: index + 1,
			workflowId: id,
		}));
		for (const stage of stages) this.stages.set(stage.id, stage);
		const workflow = { id, name, stages };
		this.workflows.set(id, workflow);
		return workflow;
	}

	addJob(job: NewJob): JobRecord {
		const id = this.nextId('job');
		const now = this.clock.now();
		const [first] = this.workflows.values();
		const workflow = job.stages
			? this.addWorkflow(job.title, job.stages)
			: (first ?? this.addWorkflow('Standard'));
		const record: JobRecord = {
			id,
			alias: this.jobAlias(job.title, id),
			title: job.title,
			internalJobId: job.internalJobId ?? null,
			status: job.status ?? 'published',
			description: job.description ?? `<p>We are looking for a ${job.title}.</p>`,
			city: job.city ?? 'Tallinn',
			country: job.country ?? 'Estonia',
			isRemote: job.isRemote ?? false,
			departmentId: job.departmentId ?? null,
			workflowId: workflow.id,
			hiringTeam: job.hiringTeam ?? [this.owner.id],
			createdAt: now,
			updatedAt: now,
		};
		this.jobs.set(id, record);
		this.jobsByAlias.set(record.alias, record);
		return record;
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

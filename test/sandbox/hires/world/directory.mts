import type { Clock } from '../clock.mts';
import { notFound } from './errors.mts';
import { History } from './history.mts';
import { Library } from './library.mts';
import { LISTS } from './lists.mts';
import type { By, CompanyRecord, StageRecord, UserRecord, WorkflowRecord } from './records.mts';
import { Store } from './store.mts';

/** First IDs less one; the ranges differ so that an application's ID taken for a candidate's finds nothing. */
const ID_BASES = {
	user: 1000,
	workflow: 200,
	stage: 2000,
	job: 300,
	candidate: 500_000,
	application: 700_000,
	interview: 90_000,
};

const OWNER = { fullName: 'Olivia Owner', email: 'olivia@northwind.example' };

export const PIPELINE = ['Applied', 'Phone screen', 'Interview', 'Offer', 'Hired'];

/** What a company sets up before anybody applies: users, pipelines, lists. */
export class Directory {
	readonly clock: Clock;

	/** Its own, and those of a partner. */
	readonly companies: Store<CompanyRecord>;

	readonly company: CompanyRecord;

	readonly users = new Map<number, UserRecord>();

	readonly workflows = new Map<number, WorkflowRecord>();

	readonly stages = new Map<number, StageRecord>();

	readonly lists = structuredClone(LISTS);

	readonly library = new Library();

	readonly history = new History();

	/** Every tag that was ever given to someone. */
	readonly tags = new Set<string>();

	readonly feedback: Array<{ at: number; description: string }> = [];

	private past: number | null = null;

	private readonly lastIds = { ...ID_BASES };

	constructor(clock: Clock, companyId: number) {
		this.clock = { now: () => this.past ?? clock.now() };
		this.companies = new Store('Company', companyId - 1);
		this.company = this.addCompany({
			name: 'Northwind Talent',
			slug: 'northwind',
			website: 'https://northwind.example',
			url: 'https://careers.northwind.example',
			companyOwnerName: OWNER.fullName,
			companyOwnerEmail: OWNER.email,
			language: 'en',
		});
		this.addUser({ ...OWNER, role: 'admin' });
	}

	/**
	 * Does something as if it had been done back then: it gets that time, and no listener is called now.
	 *
	 * @param at Unix seconds
	 */
	earlier<T>(at: number, act: () => T): T {
		this.past = at;
		try {
			return act();
		} finally {
			this.past = null;
		}
	}

	protected get isEarlier(): boolean {
		return this.past !== null;
	}

	addCompany(company: Partial<CompanyRecord>): CompanyRecord {
		return this.companies.add({
			name: '',
			slug: '',
			companyOwnerName: '',
			companyOwnerEmail: '',
			website: null,
			url: null,
			companyOwnerPhone: null,
			logo: null,
			language: null,
			isStaffingAgency: false,
			isDeleted: false,
			...company,
		});
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

	/** What a user of the company does on its pages. */
	get byOwner(): By {
		return { type: 'user', userId: this.owner.id, source: 'user' };
	}

	user(id: number): UserRecord {
		const user = this.users.get(id);
		if (!user) throw notFound('User');
		return user;
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
}

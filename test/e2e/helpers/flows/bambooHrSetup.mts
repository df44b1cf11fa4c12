import { hiresCredential, importExample } from '../../../harness/example.mts';
import { localize, startN8n, type Execution, type N8n } from '../../../harness/n8n.mts';
import type { Body } from '../../../harness/rest.mts';
import {
	startBambooHr,
	type BambooHr,
	type BambooHrOptions,
} from '../../../sandbox/bamboohr/index.mts';
import {
	ManualClock,
	startHiresSandbox,
	type HiresSandbox,
} from '../../../sandbox/hires/index.mts';

/** Names of the nodes in `examples/hired-to-bamboohr-complete.json` that the tests look at. */
export const NODES = {
	trigger: 'Candidate hired in 100Hires',
	settings: 'Your settings',
	create: 'Create the employee',
	download: 'Download the resume',
	upload: 'Upload the resume',
	done: 'What was done',
} as const;

/** What the flow's owner fills in, beside the company. */
export const SETTINGS = {
	candidateIdField: 'customCandidateID',
	resumeFolder: 'Resumes and Applications',
	departments: '{ "Operations": "Human Resources" }',
	jobTitles: '{}',
};

/** n8n, with the complete flow published, between stand-ins of 100Hires and BambooHR. */
export interface BambooHrFlow {
	n8n: N8n;
	bamboo: BambooHr;
	hires: HiresSandbox;
	clock: ManualClock;
	/** Of the flow that is published. */
	readonly workflowId: string;
	/** Publishes the flow anew with other settings, in place of the one that was. */
	republish(settings: Partial<typeof SETTINGS>): Promise<void>;
	/** The ID of a job in a department. */
	jobIn(department: string): number;
	/** Waits for the execution of that number, from 1. */
	ran(count: number, timeoutMs?: number): Promise<Execution>;
	/** How many executions there are. */
	count(): Promise<number>;
	close(): Promise<void>;
}

export interface BambooHrFlowOptions {
	/** Of n8n's server. */
	zone?: string;
	/** In seconds since 1970; default: as the clock has it. */
	startsAt?: number;
	bamboo?: BambooHrOptions;
	settings?: Partial<typeof SETTINGS>;
}

/** Writes values into the node that the sticky notes call the settings. */
function withSettings(values: Record<string, string>): (node: Body) => Body {
	return (node) => {
		if (node.name !== NODES.settings) return node;
		const parameters = node.parameters as { assignments: { assignments: Body[] } };
		const assignments = parameters.assignments.assignments.map((one) => {
			const value = values[String(one.name)];
			if (value === undefined) throw new Error(`No test fills in ${String(one.name)}.`);
			return { ...one, value };
		});
		return { ...node, parameters: { ...parameters, assignments: { assignments } } };
	};
}

/** Starts all three and publishes the flow, filled in as its sticky notes ask. Leaves nothing running when it throws. */
export async function setUpBambooHrFlow(options: BambooHrFlowOptions = {}): Promise<BambooHrFlow> {
	const opened: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const end of opened.splice(0).reverse()) await end();
	};
	try {
		return await open(options, opened, close);
	} catch (error) {
		await close();
		throw error;
	}
}

async function open(
	options: BambooHrFlowOptions,
	opened: Array<() => Promise<void>>,
	close: () => Promise<void>,
): Promise<BambooHrFlow> {
	const { zone = 'UTC', startsAt } = options;
	const bamboo = await startBambooHr({
		customFields: [SETTINGS.candidateIdField],
		...options.bamboo,
	});
	opened.push(bamboo.close);
	const n8n = await startN8n({ env: { ...bamboo.env, TZ: zone, GENERIC_TIMEZONE: zone } });
	opened.push(n8n.remove);
	const clock = new ManualClock(startsAt);
	const hires = await startHiresSandbox({ dialect: 'article', clock, rewriteUrl: localize(n8n) });
	opened.push(hires.close);
	const basicAuth = { user: bamboo.apiKey, password: 'x' };
	const chosen = {
		hundredHiresApi: await hiresCredential(n8n, hires),
		httpBasicAuth: {
			name: 'BambooHR',
			id: await n8n.createCredential('httpBasicAuth', 'BambooHR', basicAuth),
		},
	};
	const publish = async (settings: Partial<typeof SETTINGS> = {}) => {
		const filledIn = withSettings({ company: bamboo.company, ...SETTINGS, ...settings });
		const id = await importExample(n8n, 'hired-to-bamboohr-complete.json', chosen, filledIn);
		await n8n.activate(id);
		return id;
	};
	let workflowId = await publish(options.settings);
	return {
		n8n,
		bamboo,
		hires,
		clock,
		get workflowId() {
			return workflowId;
		},
		republish: async (settings) => {
			await n8n.deactivate(workflowId);
			workflowId = await publish(settings);
		},
		jobIn: (department) => {
			const { id } = hires.world.lists.departments.find(({ name }) => name === department) ?? {};
			const job = [...hires.world.jobs.values()].find(({ departmentId }) => departmentId === id);
			if (!job) throw new Error(`There is no job in the department ${department}.`);
			return job.id;
		},
		ran: async (count, timeoutMs) =>
			(await n8n.waitForExecutions(workflowId, count, { timeoutMs }))[count - 1],
		count: async () => (await n8n.executionSummaries(workflowId)).length,
		close,
	};
}

import { until } from '../harness/until.mts';
import type { Employee } from '../sandbox/bamboohr/index.mts';
import { importHiredToBambooHr } from '../harness/example.mts';
import type { Systems } from './systems.mts';
import { fields, type Tell } from './narrator.mts';
import { watch } from './watching.mts';

const STEP_WITHIN_MS = 60_000;

const PERSON = {
	firstName: 'Ada',
	lastName: 'Byron',
	email: 'ada.byron@example.com',
	phone: '+15550100199',
};

export interface Outcome {
	workflowId: string;
	/** What is not as it should be in BambooHR; empty when all is well. */
	faults: string[];
}

/** From an empty n8n to one employee in BambooHR, told step by step. */
export async function play(systems: Systems, tell: Tell): Promise<Outcome> {
	const { hires, bamboo, n8n } = systems;
	const before = bamboo.employees().length;

	const workflowId = await importHiredToBambooHr(n8n, { hires, bamboo });
	tell(
		'n8n',
		'has the credentials of both systems, and the flow of examples/hired-to-bamboohr.json',
	);
	await n8n.activate(workflowId);
	const [webhook] = hires.webhooks.all();
	if (!webhook) throw new Error('The workflow is published, but 100Hires has no webhook for it.');
	tell('n8n', 'published the flow; its trigger registered a webhook with 100Hires by itself:');
	tell('100Hires', `sends ${webhook.events?.join(', ') ?? 'all events'} to ${webhook.url}`);
	const watching = watch(systems, workflowId, tell);
	systems.atEnd(watching.stop);

	const [job] = hires.world.jobs.values();
	const application = hires.world.apply({ jobId: job.id, ...PERSON });
	hires.world.advance(application.id);
	const hired = hires.world.hire(application.id);

	const delivery = await until(
		"the webhook about the hire to be delivered to n8n's trigger",
		() =>
			hires.deliveries
				.all()
				.find(({ eventName, state }) => eventName === 'candidate.hired' && state === 'delivered'),
		STEP_WITHIN_MS,
		() =>
			hires.deliveries
				.attempts()
				.map(({ status, error }) => String(status ?? error))
				.join(', '),
	);
	await n8n.waitForExecutions(workflowId, 1, { timeoutMs: STEP_WITHIN_MS });
	await watching.catchUp();

	tell('demo', 'Now the same delivery once more, as 100Hires sends it when an answer got lost:');
	const { status, error } = await hires.deliveries.send(delivery.id);
	if (status !== 200) {
		throw new Error(`n8n did not answer the repeated delivery with 200 but: ${status ?? error}`);
	}
	// n8n answers when it has saved the execution, so that none can be missed here.
	await until(
		'n8n to end all executions of the flow',
		async () => {
			const summaries = await n8n.executionSummaries(workflowId);
			const busy = summaries.some((one) => ['new', 'running', 'waiting'].includes(one.status));
			return busy ? undefined : true;
		},
		STEP_WITHIN_MS,
	);
	await watching.catchUp();

	const employees = bamboo.employees().slice(before);
	const day = new Date((hired.hiredAt ?? 0) * 1000).toISOString().slice(0, 10);
	return { workflowId, faults: faultsIn(employees, day, tell) };
}

function faultsIn(employees: Employee[], hireDate: string, tell: Tell): string[] {
	for (const { id, ...employee } of employees) {
		tell('BambooHR', `now has employee ${id}: ${fields(employee)}`);
	}
	if (employees.length !== 1) return [`${employees.length} employees were created, not one`];
	const wanted: Record<string, unknown> = {
		firstName: PERSON.firstName,
		lastName: PERSON.lastName,
		workEmail: PERSON.email,
		mobilePhone: PERSON.phone,
		department: 'Engineering',
		hireDate,
	};
	const [employee] = employees;
	return Object.entries(wanted)
		.filter(([name, value]) => employee[name] !== value)
		.map(([name, value]) => `${name} is ${String(employee[name])}, not ${String(value)}`);
}

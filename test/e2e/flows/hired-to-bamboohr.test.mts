import { importHiredToBambooHr, NODES } from '../../harness/example.mts';
import { itemsOf, localize, startN8n, type N8n } from '../../harness/n8n.mts';
import { startBambooHr, type BambooHr } from '../../sandbox/bamboohr/index.mts';
import { ManualClock, startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';

jest.setTimeout(120_000);

const MIDNIGHT = Date.UTC(2026, 8, 1) / 1000;
const HALF_AN_HOUR = 1800;
const grace = { firstName: 'Grace', lastName: 'Hopper', department: 'Engineering' };
const ada = { firstName: 'Ada', lastName: 'Byron', email: 'Ada.Byron@example.com' };
const employeeAda = { firstName: 'Ada', lastName: 'Byron', workEmail: ada.email };

/** In each of these, one end of the UTC day is another day on the server's calendar. */
describe.each([
	['America/New_York', []],
	['Pacific/Auckland', [grace]],
])('hired in 100Hires, with n8n in the time zone %s', (zone, colleagues) => {
	let bamboo: BambooHr;
	let n8n: N8n;
	let clock: ManualClock;
	let hires: HiresSandbox;
	let workflowId: string;

	beforeAll(async () => {
		bamboo = await startBambooHr({ employees: colleagues });
		n8n = await startN8n({ env: { ...bamboo.env, TZ: zone, GENERIC_TIMEZONE: zone } });
		clock = new ManualClock(MIDNIGHT - HALF_AN_HOUR);
		hires = await startHiresSandbox({ dialect: 'article', clock, rewriteUrl: localize(n8n) });
		workflowId = await importHiredToBambooHr(n8n, { hires, bamboo });
		await n8n.activate(workflowId);
	});
	afterAll(async () => {
		await hires?.close();
		await n8n?.remove();
		await bamboo?.close();
	});

	const created = () => bamboo.employees().slice(colleagues.length);
	const jobIn = (department: string) => {
		const { id } = hires.world.lists.departments.find(({ name }) => name === department) ?? {};
		const job = [...hires.world.jobs.values()].find(({ departmentId }) => departmentId === id);
		if (!job) throw new Error(`There is no job in the department ${department}.`);
		return job.id;
	};
	const ran = async (count: number) => {
		const executions = await n8n.waitForExecutions(workflowId, count);
		return executions[count - 1];
	};

	it('makes an employee of a hire in the first half hour of the day', async () => {
		const application = hires.world.apply({ jobId: jobIn('Engineering'), ...ada, phone: '+1555' });
		clock.advance(2 * HALF_AN_HOUR);
		hires.world.hire(application.id);

		expect((await ran(1)).status).toBe('success');
		expect(created()).toEqual([
			{
				...employeeAda,
				id: expect.any(String),
				mobilePhone: '+1555',
				hireDate: '2026-09-01',
				// Only a department that a colleague has is known to be in BambooHR's list.
				...(colleagues.length > 0 && { department: 'Engineering' }),
			},
		]);
	});

	it('finds the same person when she is hired a second time', async () => {
		const [application] = hires.world.applications.values();
		hires.world.unhire(application.id);
		// The email in other letters, and another phone: nothing but the email tells who she is.
		hires.world.updateCandidate(application.candidateId, {
			email: ada.email.toLowerCase(),
			phone: '+1666',
		});
		clock.advance(HALF_AN_HOUR);
		hires.world.hire(application.id);

		const again = await ran(2);
		expect(again.status).toBe('success');
		expect(itemsOf(again, NODES.alreadyThere)).toEqual([
			expect.objectContaining({ id: created()[0].id, workEmail: ada.email }),
		]);
		expect(created()).toHaveLength(1);
	});

	it('does not even run for a delivery that comes twice', async () => {
		const [delivery] = hires.deliveries.all();
		expect((await hires.deliveries.send(delivery.id)).status).toBe(200);

		// n8n has saved the execution, if there is one, when it answers.
		const { length } = await n8n.executionSummaries(workflowId);
		for (const execution of (await n8n.waitForExecutions(workflowId, length)).slice(2)) {
			expect(itemsOf(execution, NODES.trigger)).toEqual([]);
		}
		expect(created()).toHaveLength(1);
	});

	it('makes an employee of a hire in the last half hour, without a department unknown to BambooHR', async () => {
		const before = (await n8n.executionSummaries(workflowId)).length;
		const bob = { firstName: 'Bob', lastName: 'Byron', email: 'bob@example.com' };
		const application = hires.world.apply({ jobId: jobIn('Operations'), ...bob });
		clock.advance(MIDNIGHT + 48 * HALF_AN_HOUR - HALF_AN_HOUR / 2 - clock.now());
		hires.world.hire(application.id);

		expect((await ran(before + 1)).status).toBe('success');
		expect(created().slice(1)).toEqual([
			{
				id: expect.any(String),
				firstName: 'Bob',
				lastName: 'Byron',
				workEmail: 'bob@example.com',
				hireDate: '2026-09-01',
			},
		]);
	});

	it('stops and makes nobody when BambooHR does not tell who is there', async () => {
		const before = created().length;
		await n8n.deactivate(workflowId);
		const locked = { company: bamboo.company, apiKey: 'withdrawn' };
		workflowId = await importHiredToBambooHr(n8n, { hires, bamboo: locked });
		await n8n.activate(workflowId);
		const cy = { firstName: 'Cy', lastName: 'Young', email: 'cy@example.com' };
		hires.world.hire(hires.world.apply({ jobId: jobIn('Sales'), ...cy }).id);

		const execution = await ran(1);
		expect(execution.status).toBe('error');
		expect(execution.error).toContain('401');
		expect(Object.keys(execution.runData)).not.toContain(NODES.create);
		expect(created()).toHaveLength(before);
	});
});

import { itemsOf } from '../../harness/n8n.mts';
import { NODES, setUpBambooHrFlow, type BambooHrFlow } from '../helpers/flows/bambooHrSetup.mts';

jest.setTimeout(300_000);

const MIDNIGHT = Date.UTC(2026, 8, 1) / 1000;
const HALF_AN_HOUR = 1800;
const DAY = 86_400;
const ada = {
	firstName: 'Ada',
	lastName: 'Byron',
	email: 'Ada.Byron@example.com',
	phone: '+1 555 010 0199',
	resumeText: 'Ada Byron wrote the first program.',
};

/** In each of these, one end of the UTC day is another day on the server's calendar. */
describe.each(['America/New_York', 'Pacific/Auckland'])('with n8n in the time zone %s', (zone) => {
	let setup: BambooHrFlow;
	beforeAll(async () => {
		setup = await setUpBambooHrFlow({ zone, startsAt: MIDNIGHT - HALF_AN_HOUR });
	});
	afterAll(async () => await setup?.close());

	const resumeOf = (candidateId: number) => {
		const { resume } = setup.hires.world.candidate(candidateId);
		if (!resume) throw new Error(`Candidate ${candidateId} has no resume.`);
		return resume.data;
	};

	it('makes a complete employee of a hire in the first half hour of the day, with the resume', async () => {
		const { hires, bamboo, clock, jobIn, ran } = setup;
		const application = hires.world.apply({ jobId: jobIn('Engineering'), ...ada });
		clock.advance(2 * HALF_AN_HOUR);
		hires.world.hire(application.id);

		const execution = await ran(1);
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		expect(bamboo.employees()).toEqual([
			{
				id: '501',
				firstName: 'Ada',
				lastName: 'Byron',
				homeEmail: ada.email,
				mobilePhone: ada.phone,
				jobTitle: 'Backend Developer',
				department: 'Engineering',
				hireDate: '2026-09-01',
				customCandidateID: String(application.candidateId),
			},
		]);
		expect(bamboo.files()).toEqual([
			expect.objectContaining({
				employeeId: '501',
				category: '16',
				fileName: 'resume.pdf',
				contentType: 'application/pdf',
				shared: false,
				content: resumeOf(application.candidateId),
			}),
		]);
		expect(itemsOf(execution, NODES.done)).toEqual([
			{
				employeeId: '501',
				name: 'Ada Byron',
				employee: 'created',
				department: 'Engineering',
				jobTitle: 'Backend Developer',
				resume: 'uploaded',
			},
		]);
	});

	it('does not even run for a delivery that comes twice', async () => {
		const { n8n, hires, bamboo, workflowId, count } = setup;
		const [delivery] = hires.deliveries.all();
		expect((await hires.deliveries.send(delivery.id)).status).toBe(200);

		// n8n has saved the execution, if there is one, when it answers.
		for (const execution of (await n8n.waitForExecutions(workflowId, await count())).slice(1)) {
			expect(itemsOf(execution, NODES.trigger)).toEqual([]);
		}
		expect([bamboo.employees().length, bamboo.files().length]).toEqual([1, 1]);
	});

	it('knows the person by the candidate ID when she is hired again, with another name, email and phone', async () => {
		const { hires, bamboo, clock, ran, count } = setup;
		const before = await count();
		const [application] = hires.world.applications.values();
		const [employee] = bamboo.employees();
		hires.world.unhire(application.id);
		hires.world.updateCandidate(application.candidateId, {
			lastName: 'Lovelace',
			email: 'ada@lovelace.example',
			phone: '+1666',
		});
		clock.advance(HALF_AN_HOUR);
		hires.world.hire(application.id);

		const execution = await ran(before + 1);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, NODES.done)).toEqual([
			expect.objectContaining({
				employeeId: '501',
				employee: 'was there already, found by candidate ID',
				department: 'not changed',
				resume: 'was there already',
			}),
		]);
		expect(bamboo.employees()).toEqual([employee]);
		expect(bamboo.files()).toHaveLength(1);
	});

	it('makes an employee of a hire in the last half hour, with the department of the table', async () => {
		const { hires, bamboo, clock, jobIn, ran, count } = setup;
		const before = await count();
		const bob = { firstName: 'Bob', lastName: 'Byron', email: 'bob@example.com' };
		const application = hires.world.apply({ jobId: jobIn('Operations'), ...bob });
		clock.advance(MIDNIGHT + DAY - HALF_AN_HOUR / 2 - clock.now());
		hires.world.hire(application.id);

		const execution = await ran(before + 1);
		expect(execution.status).toBe('success');
		expect(bamboo.employees().slice(1)).toEqual([
			{
				id: '502',
				firstName: 'Bob',
				lastName: 'Byron',
				homeEmail: 'bob@example.com',
				department: 'Human Resources',
				hireDate: '2026-09-01',
				customCandidateID: String(application.candidateId),
			},
		]);
		expect(itemsOf(execution, NODES.done)).toEqual([
			expect.objectContaining({
				department: 'Human Resources',
				jobTitle: 'left out: "Customer Support Agent" is not in the list of BambooHR',
				resume: 'none in 100Hires',
			}),
		]);
		expect(bamboo.files()).toHaveLength(1);
	});
});

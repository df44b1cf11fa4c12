import { itemsOf } from '../../harness/n8n.mts';
import { listByStatus, retry } from '../../harness/executionCounts.mts';
import { until } from '../../harness/until.mts';
import type { ServiceCall } from '../../sandbox/internet/index.mts';
import { LOST_ANSWER } from '../../sandbox/internet/reply.mts';
import { NODES, setUpBambooHrFlow, type BambooHrFlow } from '../helpers/flows/bambooHrSetup.mts';

jest.setTimeout(300_000);

let setup: BambooHrFlow;
beforeAll(async () => {
	setup = await setUpBambooHrFlow({
		bamboo: {
			employees: [
				{ firstName: 'Grace', lastName: 'Hopper', workEmail: 'grace@example.com' },
				{ firstName: 'Alan', lastName: 'Turing', mobilePhone: '(555) 010-0142' },
			],
		},
		settings: { departments: '{}' },
	});
});
afterAll(async () => await setup?.close());

/** A person whom nobody knows yet, with a resume of their own. */
function person(firstName: string) {
	return {
		firstName,
		lastName: 'Byron',
		email: `${firstName.toLowerCase()}@example.org`,
		resumeText: `Resume of ${firstName}`,
	};
}

/** Someone applies and is hired at once. */
function hire(form: ReturnType<typeof person> & { phone?: string }, department = 'Engineering') {
	const { hires, jobIn } = setup;
	return hires.world.hire(hires.world.apply({ jobId: jobIn(department), ...form }).id);
}

/** The same, and the execution that comes of it. */
async function run(...hired: Parameters<typeof hire>) {
	const before = await setup.count();
	hire(...hired);
	return await setup.ran(before + 1);
}

const named = (firstName: string) =>
	setup.bamboo.employees().filter((employee) => employee.firstName === firstName);
const filesOf = (firstName: string) =>
	setup.bamboo.files().filter(({ employeeId }) => employeeId === named(firstName)[0]?.id);
const to =
	(method: string, path: RegExp) =>
	({ method: used, url }: ServiceCall) =>
		used === method && path.test(url.pathname);
const CREATION = to('POST', /\/employees$/);
const UPLOAD = to('POST', /\/files$/);
const isDownload = ({ path }: { path: string }) => path.endsWith('/download');

describe('a person whom somebody typed in by hand', () => {
	it.each([
		['work email', { ...person('Grace'), email: 'Grace@Example.com' }, 'email'],
		[
			'name and mobile phone',
			{ ...person('Alan'), lastName: 'Turing', phone: '555 0100 142' },
			'name and phone',
		],
	])('is known by the %s, and gets the resume', async (_what, form, word) => {
		const employee = named(form.firstName);
		const execution = await run(form);

		expect(itemsOf(execution, NODES.done)).toEqual([
			expect.objectContaining({
				employee: `was there already, found by ${word}`,
				resume: 'uploaded',
			}),
		]);
		expect(named(form.firstName)).toEqual(employee);
		expect(filesOf(form.firstName)).toHaveLength(1);
	});
});

describe('what BambooHR does not take', () => {
	it('leaves out a department that is in neither list, and says so', async () => {
		const execution = await run(person('Bea'), 'Operations');

		expect(named('Bea')).toEqual([expect.not.objectContaining({ department: expect.anything() })]);
		expect(itemsOf(execution, NODES.done)).toEqual([
			expect.objectContaining({
				department: 'left out: "Operations" is not in the list of BambooHR',
			}),
		]);
	});

	it('stops with the reason that BambooHR gives for a refusal, and has added nobody', async () => {
		const execution = await run({ ...person('Cy'), lastName: '' });

		expect(execution.status).toBe('error');
		expect(execution.error).toContain('did not take Cy');
		expect(execution.error).toContain('The field lastName is required. (status 400)');
		expect(named('Cy')).toEqual([]);
	});

	it('stops when the field for the candidate ID is not there, and has added nobody', async () => {
		await setup.republish({ candidateIdField: 'customCandidateNumber' });
		const execution = await run(person('Dora'));
		await setup.republish({});

		expect(execution.status).toBe('error');
		expect(execution.error).toContain('no employee field "customCandidateNumber"');
		expect(named('Dora')).toEqual([]);
	});

	it('adds the employee, and says that there is no folder for the resume', async () => {
		await setup.republish({ resumeFolder: 'Resumes' });
		const execution = await run(person('Eve'));
		await setup.republish({});

		expect(execution.status).toBe('success');
		expect(itemsOf(execution, NODES.done)).toEqual([
			expect.objectContaining({ resume: expect.stringContaining('no folder "Resumes"') }),
		]);
		expect([named('Eve').length, filesOf('Eve').length]).toEqual([1, 0]);
	});
});

describe('when BambooHR is busy, or its answer gets lost', () => {
	const busy = { statusCode: 429, headers: { 'retry-after': '1' }, body: '' };

	it.each([
		['Fay', 'is busy at the creation', busy, CREATION],
		['Gil', 'is busy at the upload', busy, UPLOAD],
		['Hal', 'loses its answer to the creation', LOST_ANSWER, CREATION],
		['Ivy', 'loses its answer to the upload', LOST_ANSWER, UPLOAD],
	])('%s is added once, with one resume, when it %s', async (name, _what, trouble, matches) => {
		setup.bamboo.troubles.add(trouble, matches);
		const execution = await run(person(name));

		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		expect(setup.bamboo.troubles.left).toBe(0);
		expect([named(name).length, filesOf(name).length]).toEqual([1, 1]);
		const kept = JSON.stringify(await setup.n8n.request('GET', `/rest/executions/${execution.id}`));
		expect(kept).not.toContain(setup.bamboo.apiKey);
	});
});

describe('when it ends between the creation and the upload', () => {
	/** The node gives up after 90 s: five tries of n8n, five seconds apart, each with the three retries of the node itself. */
	const noDownloads = () => setup.hires.faults.next(50, { status: 500 }, isDownload);

	it('fetches the resume later, with Retry, if it could not be fetched', async () => {
		noDownloads();
		const before = await setup.count();
		hire(person('Jo'));
		const execution = await setup.ran(before + 1, 180_000);
		expect(execution.status).toBe('error');
		expect([named('Jo').length, filesOf('Jo').length]).toEqual([1, 0]);

		setup.hires.faults.clear();
		await retry(setup.n8n, execution);
		expect([named('Jo').length, filesOf('Jo').length]).toEqual([1, 1]);
	});

	const crash = async () => {
		await setup.n8n.kill();
		await setup.n8n.start();
	};
	const stopByHand = async () => {
		const [running] = await listByStatus(setup.n8n, setup.workflowId, 'running');
		await setup.n8n.request('POST', `/rest/executions/${running.id}/stop`, {});
	};
	it.each([
		['Kim', 'crashed', crash],
		['Lou', 'canceled', stopByHand],
	])('%s gets the resume with Retry, if the execution %s', async (name, status, end) => {
		noDownloads();
		hire(person(name));
		await until('the employee to be added', () => named(name)[0], 30_000);
		await end();
		const { id } = await until(
			`the execution to have ${status}`,
			async () => (await listByStatus(setup.n8n, setup.workflowId, status))[0],
			60_000,
		);
		expect(filesOf(name)).toEqual([]);

		setup.hires.faults.clear();
		// n8n 2.41.1 calls the second run of a canceled execution canceled too, though it ran to its end.
		const answer = await setup.n8n.request('POST', `/rest/executions/${id}/retry`, {});
		expect(answer.status).toBe(200);
		expect([named(name).length, filesOf(name).length]).toEqual([1, 1]);
	});
});

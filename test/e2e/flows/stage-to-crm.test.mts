import { hiresCredential, importExample, type Credential } from '../../harness/example.mts';
import { itemsOf, localize, startN8n, type N8n } from '../../harness/n8n.mts';
import {
	ManualClock,
	startHiresSandbox,
	type Attempt,
	type HiresSandbox,
} from '../../sandbox/hires/index.mts';
import { startInternet, type Internet } from '../../sandbox/internet/index.mts';
import { hubSpotCrm, salesforceCrm } from '../helpers/flows/crms.mts';
import { allEnded, executionAfter, executionInEditor } from '../helpers/flows/executions.mts';

jest.setTimeout(300_000);

const RETRY_S = 60;
const clock = new ManualClock(Date.UTC(2026, 8, 1, 8) / 1000);
const toHubSpot = hubSpotCrm();
const toSalesforce = salesforceCrm();
let internet: Internet;
let n8n: N8n;
let hires: HiresSandbox;
let hiresKey: Credential;
/** Whether deliveries get lost on their way, to be tried again a minute later. */
let lost = false;

beforeAll(async () => {
	internet = await startInternet([toHubSpot.service, toSalesforce.service]);
	hires = await startHiresSandbox({
		dialect: 'article',
		clock,
		rewriteUrl: (url) => (lost ? url : localize(n8n)(url)),
	});
	n8n = await startN8n({ env: internet.env });
	hiresKey = await hiresCredential(n8n, hires);
});
afterAll(async () => {
	await hires?.close();
	await n8n?.remove();
	await internet?.close();
});

const now = () => new Date(clock.now() * 1000).toISOString();
const job = () => [...hires.world.jobs.values()][0];

const lostOf = (attempts: readonly Attempt[]) =>
	attempts.filter(({ status }) => status === null).length;

function move(applicationId: number, stageName: string) {
	const stage = hires.world.stagesOf(job().id).find(({ name }) => name === stageName);
	if (!stage) throw new Error(`There is no stage ${stageName}.`);
	clock.advance(1);
	hires.world.move(applicationId, stage.id);
}

describe.each([toHubSpot, toSalesforce])('stage change to $name', (crm) => {
	const credentials: Record<string, Credential> = {};
	const ada = {
		firstName: 'Ada',
		lastName: '<!channel> & "O\'Neil"',
		email: `ada.o'neil+${crm.name.toLowerCase()}@example.com`,
		phone: '+1 555 010 0199',
	};
	let workflowId: string;

	beforeAll(async () => {
		const { type, data } = crm.credential;
		credentials.hundredHiresApi = hiresKey;
		credentials[type] = { name: crm.name, id: await n8n.createCredential(type, crm.name, data) };
		workflowId = await importExample(n8n, crm.file, credentials);
		await n8n.activate(workflowId);
	});
	afterAll(async () => await n8n.deactivate(workflowId));

	const named = (firstName: string) => ({
		firstName,
		lastName: 'Byron',
		phone: '+1 555 010 0100',
		email: `${firstName}@${crm.name}.example`,
	});
	const apply = (details: typeof ada) => hires.world.apply({ jobId: job().id, ...details });
	const moved = async (applicationId: number, stageName: string) =>
		await executionAfter(n8n, workflowId, () => move(applicationId, stageName));
	const personOf = (email: string) =>
		crm.people().filter((person) => person.email?.toLowerCase() === email.toLowerCase());
	const applicationOf = (email: string) => {
		const [id] = hires.world.candidateByEmail(email)?.applicationIds ?? [];
		return id;
	};
	const writes = () =>
		internet.requests().filter(({ method, url }) => crm.isWrite({ method, url: new URL(url) }))
			.length;

	it('passes the test of the credential, and fails it with another one', async () => {
		const { type, data, wrong } = crm.credential;
		expect(await n8n.testCredential(credentials[type].id)).toMatchObject({ status: 'OK' });
		// One of its own: n8n keeps Salesforce's session with the credential, and that would pass.
		const id = await n8n.createCredential(type, 'Wrong', { ...data, ...wrong });
		expect((await n8n.testCredential(id)).status).toBe('Error');
	});

	it('makes a contact of somebody who is not there', async () => {
		expect((await moved(apply(ada).id, 'Phone screen')).error).toBeUndefined();
		expect(crm.people()).toEqual([
			{ ...ada, stage: 'Phone screen', job: 'Backend Developer', since: now() },
		]);
	});

	it('changes nothing when the event is delivered twice', async () => {
		const before = [crm.people(), writes()];
		const delivery = hires.deliveries.all().at(-1);
		expect((await hires.deliveries.send(delivery?.id ?? 0)).status).toBe(200);
		await allEnded(n8n, workflowId);
		expect([crm.people(), writes()]).toEqual(before);
	});

	it('writes the next stage to the same contact, and keeps what was corrected there', async () => {
		crm.enter(ada.email, 'Augusta');
		expect((await moved(applicationOf(ada.email), 'Interview')).error).toBeUndefined();
		expect(crm.people()).toEqual([
			{
				...ada,
				firstName: 'Augusta',
				stage: 'Interview',
				job: 'Backend Developer',
				since: now(),
			},
		]);
	});

	it('does not let an older event overwrite a newer stage', async () => {
		const before = lostOf(hires.deliveries.attempts());
		lost = true;
		move(applicationOf(ada.email), 'Phone screen');
		await hires.deliveries.waitFor((_attempt, upToIt) => lostOf(upToIt) > before);
		lost = false;
		await moved(applicationOf(ada.email), 'Offer');
		const newest = crm.people();

		const late = await executionAfter(n8n, workflowId, () => clock.advance(RETRY_S));
		expect(itemsOf(late, 'Stage changed in 100Hires')).toMatchObject([{ stage: 'Phone screen' }]);
		expect(itemsOf(late, crm.older)).toHaveLength(1);
		expect(newest).toMatchObject([{ stage: 'Offer' }]);
		expect(crm.people()).toEqual(newest);
	});

	it('finds somebody who was there before, whatever the case of the email', async () => {
		const bob = named('Bob');
		crm.enter(bob.email.toUpperCase(), 'Robert');
		expect((await moved(apply(bob).id, 'Phone screen')).error).toBeUndefined();
		await moved(applicationOf(bob.email), 'Interview');
		expect(personOf(bob.email)).toMatchObject([{ firstName: 'Robert', stage: 'Interview' }]);
	});

	it('bears a candidate without an email', async () => {
		const before = crm.people();
		const { world } = hires;
		const names = { firstName: 'Cy', lastName: 'Young' };
		const cy = world.createWithApplication(names, { jobId: job().id }, world.byOwner);
		expect((await moved(cy.id, 'Phone screen')).error).toBeUndefined();
		expect((await moved(cy.id, 'Interview')).error).toBeUndefined();
		const added = crm.people().slice(before.length);
		const expected = { ...names, email: null, stage: 'Interview' };
		expect(added).toMatchObject(crm.knowsBy === 'candidate ID' ? [expected] : []);
	});

	it(`knows somebody with a new email ${crm.knowsBy === 'email' ? 'only by that' : 'all the same'}`, async () => {
		const before = crm.people().length;
		const application = applicationOf(ada.email);
		hires.world.updateCandidate(hires.world.application(application).candidateId, {
			email: `new.${ada.email}`,
		});
		expect((await moved(application, 'Interview')).error).toBeUndefined();
		expect(crm.people()).toHaveLength(before + (crm.knowsBy === 'email' ? 1 : 0));
		const [{ firstName, stage }] = personOf(
			crm.knowsBy === 'email' ? `new.${ada.email}` : ada.email,
		);
		expect([firstName, stage]).toEqual([crm.knowsBy === 'email' ? 'Ada' : 'Augusta', 'Interview']);
	});

	it('writes once after a limit', async () => {
		const dee = named('Dee');
		crm.service.troubles.add(crm.limited, crm.isWrite);
		expect((await moved(apply(dee).id, 'Phone screen')).error).toBeUndefined();
		expect(crm.service.troubles.left).toBe(0);
		expect(personOf(dee.email)).toMatchObject([{ firstName: 'Dee', stage: 'Phone screen' }]);
	});

	it('can be tried with the sample before anything has happened', async () => {
		const trial = await executionInEditor(n8n, workflowId, 'Stage changed in 100Hires');
		expect([trial.mode, trial.error]).toEqual(['manual', undefined]);
		expect(personOf('ada.byron@example.com')).toMatchObject([
			{ firstName: 'Ada', lastName: 'Byron', stage: 'Interview', job: 'Backend Developer' },
		]);
	});

	it('fails with the reason when a field is not there', async () => {
		await n8n.deactivate(workflowId);
		workflowId = await importExample(n8n, crm.file, credentials, (node) =>
			JSON.parse(JSON.stringify(node).replaceAll(`"${crm.jobField}"`, '"no_such_field"')),
		);
		await n8n.activate(workflowId);

		const execution = await moved(apply(named('Flo')).id, 'Phone screen');
		expect(execution.status).toBe('error');
		expect(execution.errorDetails).toContain('no_such_field');
		expect(personOf(named('Flo').email)).toEqual([]);
	});
});

it('signs in to Salesforce once, and again when the session has ended', async () => {
	const { service, credential, file } = toSalesforce;
	const { type, data } = credential;
	const workflowId = await importExample(n8n, file, {
		hundredHiresApi: hiresKey,
		[type]: { name: 'Another', id: await n8n.createCredential(type, 'Another', data) },
	});
	await n8n.activate(workflowId);
	const person = { firstName: 'Eve', lastName: 'Byron', email: 'eve@example.com' };
	const { id } = hires.world.apply({ jobId: job().id, ...person });
	const before = service.signIns();
	const signInsAfter = async (stageName: string) => {
		const execution = await executionAfter(n8n, workflowId, () => move(id, stageName));
		expect(execution.error).toBeUndefined();
		return service.signIns() - before;
	};

	expect(await signInsAfter('Phone screen')).toBe(1);
	expect(await signInsAfter('Interview')).toBe(1);
	service.endSessions();
	expect(await signInsAfter('Offer')).toBe(2);
	expect(toSalesforce.people().at(-1)).toMatchObject({ firstName: 'Eve', stage: 'Offer' });
});

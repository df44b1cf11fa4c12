import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { startReceiver, type Json } from '../helpers/sandboxSetup.mts';

let sandbox: HiresSandbox;

beforeEach(async () => {
	sandbox = await startHiresSandbox({ pushedEvents: 'all' });
});
afterEach(async () => await sandbox.close());

const page = async () => await (await fetch(sandbox.pageUrl)).text();

/** What a script in another process does. */
async function act(action: string, input: Json = {}) {
	const response = await fetch(`${sandbox.pageUrl}sandbox/actions/${action}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(input),
	});
	return { status: response.status, body: (await response.json()) as Json };
}

/** What a browser does when the first button of that label is pressed. */
async function press(label: string) {
	const form = [...(await page()).matchAll(/<form[^]*?<\/form>/g)]
		.map(([text]) => text)
		.find((text) => text.includes(`>${label}<`));
	if (!form) throw new Error(`The page has no button "${label}".`);
	const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
	const fields = [...form.matchAll(/name="([^"]+)"\s+value="([^"]+)"/g)];
	return await fetch(new URL(action, sandbox.pageUrl), {
		method: 'POST',
		body: new URLSearchParams(Object.fromEntries(fields.map(([, name, value]) => [name, value]))),
		redirect: 'manual',
	});
}

test('the buttons do what they say and lead back to the page', async () => {
	const receiver = await startReceiver();
	sandbox.webhooks.add({ url: receiver.url });
	expect(await page()).toContain('Nobody has applied yet.');
	for (const label of ['Someone applies', 'Move to Phone screen', 'Schedule interview', 'Score']) {
		const { status, headers } = await press(label);
		expect([status, headers.get('location')]).toEqual([303, '/']);
	}
	for (const label of ['New phone number', 'Hire', 'Take the hire back', 'Disqualify']) {
		expect((await press(label)).status).toBe(303);
	}
	await sandbox.deliveries.idle();
	const sent = sandbox.deliveries.all().length;
	expect(sent).toBe(10);
	expect((await press('Send again')).status).toBe(303);
	expect(receiver.received).toHaveLength(sent + 1);
	const [application] = sandbox.world.applications.values();
	expect(application).toMatchObject({ status: 'rejected', score: { total: expect.any(Number) } });
	const text = await page();
	expect(text).toContain(receiver.url);
	expect(text).toContain('candidate.disqualified');
	await receiver.close();
});

test('names with markup in them are shown as they are', async () => {
	await act('apply', { firstName: '<b>Ada</b>', email: 'a@example.com' });
	const text = await page();
	expect(text).toContain('&lt;b&gt;Ada&lt;/b&gt;');
	expect(text).not.toContain('<b>Ada');
});

test('a script in another process acts and sees the same', async () => {
	const { body: applied } = await act('apply', { jobId: 303, email: 'ada@example.com' });
	expect(applied).toMatchObject({ job_id: 303, candidate: { emails: ['ada@example.com'] } });
	const applicationId = applied.id as number;
	expect((await act('hire', { applicationId })).body).toMatchObject({ status: 'hired' });
	const updated = await act('update-candidate', {
		candidateId: applied.candidate_id,
		lastName: 'Lovelace',
	});
	expect(updated.body).toMatchObject({ last_name: 'Lovelace' });
	expect(await act('hire', { application: 1 })).toMatchObject({ status: 400 });
	expect(await act('hire', { applicationId: 1 })).toMatchObject({
		status: 404,
		body: { error: { message: 'Application not found' } },
	});
	const state = (await (await fetch(`${sandbox.pageUrl}sandbox/state`)).json()) as Json;
	expect(state).toMatchObject({
		dialect: 'openapi',
		baseUrl: sandbox.baseUrl,
		counts: { applications: 1 },
		applications: [{ id: applicationId, status: 'hired' }],
	});
	await act('set-unverified', { unverified: true });
	expect(sandbox.unverified).toBe(true);
});

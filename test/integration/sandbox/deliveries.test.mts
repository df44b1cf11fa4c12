import {
	EVENT_NAMES,
	ManualClock,
	RETRY_LADDER,
	signatureOf,
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../sandbox/hires/index.mts';
import { person, startReceiver, type Json } from './setting.mts';

const SIGNATURE = 'x-hires-signature-v2';

let sandbox: HiresSandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let clock: ManualClock;

/** A sandbox with a company hook that leads to a receiver. */
async function start(
	options: HiresSandboxOptions = {},
	statusFor?: (before: number) => number | undefined,
): Promise<number> {
	clock = new ManualClock();
	receiver = await startReceiver(statusFor);
	sandbox = await startHiresSandbox({ clock, ...options });
	const events = options.account === 'article' ? [...EVENT_NAMES] : null;
	return sandbox.hooks.add({ url: receiver.url, events }).id;
}

afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

const jobs = () => [...sandbox.world.jobs.values()];
const apply = (email = 'ada@example.com', jobId = jobs()[0].id) =>
	sandbox.world.apply({ jobId, ...person(email), phone: '+15550100', resumeText: 'Ten years' });
const namesSent = () => sandbox.deliveries.all().map(({ eventName }) => eventName);

/** Everything that can happen to one application, the clock moving on between. */
function everything() {
	const { world } = sandbox;
	const application = apply();
	const { id, candidateId } = application;
	const next = (act: () => void) => {
		clock.advance(60);
		act();
	};
	next(() => world.score(id, 87));
	next(() => world.advance(id));
	next(() => world.scheduleInterview(id, { start: clock.now() + 60, end: clock.now() + 120 }));
	next(() => world.updateCandidate(candidateId, { phone: '+15550199' }));
	next(() => world.disqualify(id));
	next(() => world.unreject(id));
	next(() => world.hire(id));
	return application;
}

const EVERYTHING = [
	'candidate.created',
	'application.created',
	'ai_score.generated',
	'application.stage_changed',
	'interview.scheduled',
	'candidate.updated',
	'candidate.disqualified',
	'application.stage_changed',
	'candidate.hired',
];

describe('the account of the OpenAPI document', () => {
	test('pushes new applications only, unless told otherwise: the flat application, signed', async () => {
		const hookId = await start();
		everything();
		await sandbox.deliveries.idle();
		expect(namesSent()).toEqual(['application.created']);
		const [{ body, headers }] = receiver.received;
		const [secret] = sandbox.hooks.get(hookId)?.secrets ?? [];
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			[SIGNATURE]: signatureOf(body, secret),
		});
		const { candidate, cv, ...application } = JSON.parse(body) as Record<string, Json>;
		expect(Object.keys(application).sort()).toEqual(
			[
				...['id', 'candidate_id', 'job_id', 'job_alias', 'internal_job_id', 'company_id', 'stage'],
				...['status', 'is_disqualified', 'url_backoffice', 'rejected_at', 'rejection_reason'],
				...['hired_at', 'hiring_team', 'custom_fields', 'created_at', 'updated_at'],
				...['last_message_at', 'days_since_last_message', 'ai_score', 'ai_recommendation'],
				'ai_scoring_updated_at',
			].sort(),
		);
		expect(application).toMatchObject({
			internal_job_id: 7,
			stage: { name: 'Applied' },
			status: 'active',
		});
		expect(candidate).toMatchObject({ first_name: 'Ada', emails: ['ada@example.com'] });
		expect(cv).toMatchObject({ text: 'Ten years', file: { file_ext: 'pdf' } });
	});

	test('pushes all events on request, each as the flat object that it is about', async () => {
		await start({ pushedEvents: 'all', deliveryConcurrency: 1 });
		const { id, candidateId } = everything();
		await sandbox.deliveries.idle();
		expect(namesSent()).toEqual(EVERYTHING);
		expect(receiver.bodies()).toMatchObject([
			{ id: candidateId, first_name: 'Ada' },
			{ id, ai_score: null, hired_at: null },
			{ id, ai_score: 87, ai_recommendation: 'Strong Yes' },
			{ id, stage: { name: 'Phone screen' }, status: 'active' },
			{ application_id: id, interviewers: [{ name: 'Olivia Owner' }] },
			{ id: candidateId, phones: ['+15550199'] },
			{ id, status: 'rejected', is_disqualified: true },
			// What belongs together has changed together before anybody is told of it.
			{ id, stage: { name: 'Hired' }, status: 'hired' },
			{ id, stage: { name: 'Hired' }, status: 'hired', hired_at: clock.now() },
		]);
		for (const body of receiver.bodies()) expect(body).not.toHaveProperty('event_type');
	});
});

describe('the account of the help article', () => {
	test('sends envelopes with event, ID, time, user and what is affected', async () => {
		await start({ account: 'article', deliveryConcurrency: 1 });
		const { id, candidateId } = everything();
		await sandbox.deliveries.idle();
		const bodies = receiver.bodies();
		expect(bodies.map((body) => body.event_type)).toEqual(EVERYTHING);
		expect(new Set(bodies.map((body) => body.event_id)).size).toBe(bodies.length);
		const [created, applied, scored, moved, interviewed] = bodies;
		expect(created).toMatchObject({ user: null, data: { candidate: { id: candidateId } } });
		expect(applied).toMatchObject({
			timestamp: clock.now() - 7 * 60,
			data: { application: { id }, candidate: { id: candidateId }, job: { id: jobs()[0].id } },
		});
		expect(scored).toMatchObject({ user: null, data: { ai_score: { total_score: 87 } } });
		expect(moved).toMatchObject({
			user: { full_name: 'Olivia Owner' },
			data: { from_stage: { name: 'Applied' }, to_stage: { name: 'Phone screen' } },
		});
		expect(interviewed).toMatchObject({ data: { interview: { application_id: id } } });
	});

	test('delivers what a hook subscribed to, and leaves the ID out on request', async () => {
		const all = await start({ account: 'article', vendorEventIds: false });
		sandbox.hooks.remove(all);
		sandbox.hooks.add({ url: receiver.url, events: ['candidate.hired'] });
		everything();
		await sandbox.deliveries.idle();
		expect(receiver.bodies()).toMatchObject([{ event_type: 'candidate.hired' }]);
		expect(receiver.bodies()[0]).not.toHaveProperty('event_id');
	});
});

test('a hook of a job gets that job’s events and those of its candidates', async () => {
	const company = await start({ pushedEvents: 'all' });
	const [one, two] = jobs();
	const hook = sandbox.hooks.add({ url: receiver.url, jobId: two.id });
	const elsewhere = apply('one@example.com', one.id);
	sandbox.world.createCandidate(person('none@example.com'));
	sandbox.world.updateCandidate(elsewhere.candidateId, { lastName: 'Lovelace' });
	const here = apply('two@example.com', two.id);
	sandbox.world.updateCandidate(here.candidateId, { lastName: 'Lovelace' });
	const sentTo = (id: number) =>
		sandbox.deliveries
			.all()
			.filter(({ hookId }) => hookId === id)
			.map(({ eventName }) => eventName);
	expect(sentTo(hook.id)).toEqual([
		'candidate.created',
		'application.created',
		'candidate.updated',
	]);
	expect(sentTo(company)).toHaveLength(7);
});

describe('actions that change nothing tell nothing', () => {
	test('known people, the stage where it is already, what was done before', async () => {
		await start({ pushedEvents: 'all' });
		const { world } = sandbox;
		const { id, stageId, candidateId } = apply();
		apply('ada@example.com', jobs()[1].id);
		world.move(id, stageId);
		world.updateCandidate(candidateId, { firstName: 'Ada' });
		world.hire(id);
		world.hire(id);
		expect(namesSent()).toEqual([
			'candidate.created',
			'application.created',
			'application.created',
			'application.stage_changed',
			'candidate.hired',
		]);
		expect(() => apply()).toThrow(/in this job already/);
		world.unhire(id);
		expect(world.application(id)).toMatchObject({ status: 'active', hiredAt: null, stageId });
		clock.advance(1);
		world.hire(id);
		expect(world.application(id).hiredAt).toBe(clock.now());
		expect(namesSent().slice(5)).toEqual([
			'application.stage_changed',
			'application.stage_changed',
			'candidate.hired',
		]);
	});
});

describe('retries', () => {
	/** Waits for the n-th attempt; its retry is on the clock by then. */
	const attempt = async (count: number) =>
		await sandbox.deliveries.waitFor((_attempt, upToIt) => upToIt.length === count);

	test('come by the ladder with the same bytes, and end with the fifth', async () => {
		await start({}, () => 500);
		const startedAt = clock.now();
		apply();
		await attempt(1);
		for (const [index, seconds] of RETRY_LADDER.entries()) {
			clock.advance(seconds);
			await attempt(index + 2);
		}
		await sandbox.deliveries.idle();
		const [delivery] = sandbox.deliveries.all();
		expect(delivery).toMatchObject({ state: 'dropped' });
		expect(delivery.attempts.map(({ at, status }) => [at - startedAt, status])).toEqual([
			[0, 500],
			[60, 500],
			[360, 500],
			[2160, 500],
			[9360, 500],
			[52_560, 500],
		]);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	});

	test('end with the first success', async () => {
		await start({}, (before) => (before < 2 ? 503 : 204));
		apply();
		await attempt(1);
		clock.advance(60);
		await attempt(2);
		clock.advance(300);
		await sandbox.deliveries.idle();
		expect(sandbox.deliveries.all()).toMatchObject([{ state: 'delivered' }]);
		expect(receiver.received).toHaveLength(3);
	});

	test('come in real time, as fast as wished', async () => {
		await start({ clock: undefined, retryFactor: 0.0001 }, (before) => (before < 2 ? 500 : 200));
		apply();
		await sandbox.deliveries.idle();
		expect(sandbox.deliveries.attempts().map(({ status }) => status)).toEqual([500, 500, 200]);
	});

	test('follow a time-out and a receiver that is not there', async () => {
		await start({ deliveryTimeoutMs: 100 }, (before) => (before ? 200 : undefined));
		apply();
		expect(await attempt(1)).toMatchObject({ status: null, error: 'no answer within 100 ms' });
		const { url } = receiver;
		await receiver.close();
		clock.advance(60);
		expect(await attempt(2)).toMatchObject({
			url,
			status: null,
			error: expect.stringContaining('ECONNREFUSED'),
		});
		expect(sandbox.deliveries.all()).toMatchObject([{ state: 'pending' }]);
	});

	test('stop when the hook is removed', async () => {
		const hookId = await start({}, () => 500);
		apply();
		await attempt(1);
		sandbox.hooks.remove(hookId);
		clock.advance(60);
		await sandbox.deliveries.idle();
		expect(sandbox.deliveries.all()).toMatchObject([{ state: 'dropped' }]);
		expect(receiver.received).toHaveLength(1);
	});

	test('made anew on request: only fields that tell how long ago something was have moved', async () => {
		await start({ rebuildBodies: true }, (before) => (before < 2 ? 500 : 200));
		// The second application is by someone who has written before, so that the days since then count.
		const first = apply('ada@example.com', jobs()[1].id);
		await attempt(1);
		sandbox.world.message(first.id);
		clock.advance(60);
		await attempt(2);
		clock.advance(300);
		await sandbox.deliveries.idle();
		const [one, two, three] = receiver.bodies() as Array<{ cv: Json }>;
		expect([one, two, three].map(({ cv }) => cv.relative_time)).toEqual([
			'just now',
			'1 minute ago',
			'6 minutes ago',
		]);
		const still = (body: { cv: Json }) => ({ ...body, cv: { ...body.cv, relative_time: '' } });
		expect(still(two)).toEqual(still(one));
		expect(still(three)).toEqual(still(one));
		for (const { body, headers } of receiver.received) {
			const [{ secrets }] = sandbox.hooks.all();
			expect(headers[SIGNATURE]).toBe(signatureOf(body, secrets[0]));
		}
	});

	test('made anew twelve hours later, the days since the last message have moved as well', async () => {
		await start({ rebuildBodies: true }, (before) => (before === 5 ? 200 : 500));
		const { candidateId, id } = sandbox.world.addToJob(
			sandbox.world.createCandidate(person('ada@example.com')).candidate,
			{ jobId: jobs()[1].id },
		);
		sandbox.world.message(id);
		await attempt(1);
		sandbox.hooks.remove(sandbox.hooks.all()[0].id);
		clock.advance(60);
		await sandbox.deliveries.idle();
		sandbox.hooks.add({ url: receiver.url });
		clock.advance(80_000);
		sandbox.world.addToJob(sandbox.world.candidate(candidateId), { jobId: jobs()[0].id });
		for (const [index, seconds] of RETRY_LADDER.slice(0, 4).entries()) {
			await attempt(index + 2);
			clock.advance(seconds);
		}
		await sandbox.deliveries.idle();
		const days = receiver.bodies().map((body) => body.days_since_last_message);
		expect(days).toEqual([null, 0, 0, 0, 0, 1]);
	});
});

describe('secrets', () => {
	test('while a rotation’s grace window is open both sign, in either order; then the new one alone', async () => {
		const hookId = await start();
		const [old] = sandbox.hooks.all()[0].secrets;
		const [current] = sandbox.hooks.rotate(hookId).secrets;
		apply('one@example.com');
		apply('two@example.com');
		await sandbox.deliveries.idle();
		const places = receiver.received.map(({ body, headers }) => {
			const signatures = String(headers[SIGNATURE]).split(' ');
			expect(signatures.sort()).toEqual(
				[signatureOf(body, old), signatureOf(body, current)].sort(),
			);
			return String(headers[SIGNATURE]).indexOf(signatureOf(body, current));
		});
		expect(new Set(places).size).toBe(2);
		sandbox.hooks.endGrace(hookId);
		apply('three@example.com');
		await sandbox.deliveries.idle();
		const { body, headers } = receiver.received[2];
		expect(headers[SIGNATURE]).toBe(signatureOf(body, current));
	});
});

describe('sent by hand', () => {
	test('a delivery again: the same bytes; and bytes of one’s own', async () => {
		const hookId = await start();
		apply();
		await sandbox.deliveries.idle();
		const [{ id }] = sandbox.deliveries.all();
		expect(await sandbox.deliveries.send(id)).toMatchObject({ attempt: 2, status: 200 });
		expect(receiver.received[1].body).toBe(receiver.received[0].body);
		expect(receiver.received[1].headers[SIGNATURE]).toBe(receiver.received[0].headers[SIGNATURE]);
		const forged = { 'content-type': 'application/json', [SIGNATURE]: 'forged' };
		await sandbox.deliveries.sendRaw(hookId, '{"id": 1}', forged);
		await sandbox.deliveries.sendRaw(receiver.url, Buffer.from([0xff]), {});
		expect(receiver.received[2]).toMatchObject({ body: '{"id": 1}', headers: forged });
		expect(receiver.received[3].headers).not.toHaveProperty(SIGNATURE);
		await expect(sandbox.deliveries.send(99)).rejects.toThrow('There is no delivery 99.');
	});

	test('goes where the URL is rewritten to, and never off this computer', async () => {
		const target = await startReceiver();
		await start({ rewriteUrl: (url) => url.replace('https://n8n.example.com', target.url) });
		sandbox.hooks.add({ url: 'https://n8n.example.com/webhook/1' });
		sandbox.hooks.add({ url: 'https://other.example.com/hook' });
		apply();
		const refused = await sandbox.deliveries.waitFor(({ error }) => error !== null);
		expect(refused).toMatchObject({
			url: 'https://other.example.com/hook',
			error: expect.stringContaining('not on this computer'),
		});
		await sandbox.deliveries.waitFor(({ url }) => url === 'https://n8n.example.com/webhook/1');
		expect(target.received).toHaveLength(1);
		await target.close();
	});
});

test('waiting for an attempt that does not come ends with what was seen', async () => {
	await start();
	apply();
	await sandbox.deliveries.idle();
	await expect(sandbox.deliveries.waitFor(({ status }) => status === 418, 1)).rejects.toThrow(
		/within 1 ms; attempts so far: application.created to .*: 200/,
	);
});

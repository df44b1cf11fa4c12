import { RETRY_LADDER, signatureOf } from '../../sandbox/hires/index.mts';
import {
	apply,
	attempt,
	clock,
	jobs,
	receiver,
	sandbox,
	SIGNATURE,
	start,
	stop,
} from '../helpers/deliverySetup.mts';
import { person, type Json } from '../helpers/sandboxSetup.mts';

afterEach(stop);

describe('retries', () => {
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

	test('stop when the webhook is removed', async () => {
		const webhookId = await start({}, () => 500);
		apply();
		await attempt(1);
		sandbox.webhooks.remove(webhookId);
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
			const [{ secrets }] = sandbox.webhooks.all();
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
		sandbox.webhooks.remove(sandbox.webhooks.all()[0].id);
		clock.advance(60);
		await sandbox.deliveries.idle();
		sandbox.webhooks.add({ url: receiver.url });
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

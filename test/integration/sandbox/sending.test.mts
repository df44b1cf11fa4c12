import { signatureOf } from '../../sandbox/hires/index.mts';
import { apply, receiver, sandbox, SIGNATURE, start, stop } from '../helpers/deliverySetup.mts';
import { startReceiver } from '../helpers/sandboxSetup.mts';

afterEach(stop);

describe('secrets', () => {
	test('while a rotation’s grace window is open both sign, in either order; then the new one alone', async () => {
		const webhookId = await start();
		const [old] = sandbox.webhooks.all()[0].secrets;
		const [current] = sandbox.webhooks.rotate(webhookId).secrets;
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
		sandbox.webhooks.endGrace(webhookId);
		apply('three@example.com');
		await sandbox.deliveries.idle();
		const { body, headers } = receiver.received[2];
		expect(headers[SIGNATURE]).toBe(signatureOf(body, current));
	});
});

describe('sent by hand', () => {
	test('a delivery again: the same bytes; and bytes of one’s own', async () => {
		const webhookId = await start();
		apply();
		await sandbox.deliveries.idle();
		const [{ id }] = sandbox.deliveries.all();
		expect(await sandbox.deliveries.send(id)).toMatchObject({ attempt: 2, status: 200 });
		expect(receiver.received[1].body).toBe(receiver.received[0].body);
		expect(receiver.received[1].headers[SIGNATURE]).toBe(receiver.received[0].headers[SIGNATURE]);
		const forged = { 'content-type': 'application/json', [SIGNATURE]: 'forged' };
		await sandbox.deliveries.sendRaw(webhookId, '{"id": 1}', forged);
		await sandbox.deliveries.sendRaw(receiver.url, Buffer.from([0xff]), {});
		expect(receiver.received[2]).toMatchObject({ body: '{"id": 1}', headers: forged });
		expect(receiver.received[3].headers).not.toHaveProperty(SIGNATURE);
		await expect(sandbox.deliveries.send(99)).rejects.toThrow('There is no delivery 99.');
	});

	test('goes where the URL is rewritten to, and never off this computer', async () => {
		const target = await startReceiver();
		await start({ rewriteUrl: (url) => url.replace('https://n8n.example.com', target.url) });
		sandbox.webhooks.add({ url: 'https://n8n.example.com/webhook/1' });
		sandbox.webhooks.add({ url: 'https://other.example.com/webhook' });
		apply();
		const refused = await sandbox.deliveries.waitFor(({ error }) => error !== null);
		expect(refused).toMatchObject({
			url: 'https://other.example.com/webhook',
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

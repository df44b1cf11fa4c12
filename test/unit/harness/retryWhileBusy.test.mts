import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { retryWhileBusy } from '../../harness/retryWhileBusy.mts';

let server: Server;
let left: Array<[status: number, body: string]>;
beforeEach(async () => {
	server = createServer((_, response) => {
		const [status, body] = left.shift() ?? [200, ''];
		response.writeHead(status).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => await new Promise((resolve) => server.close(resolve)));

const send = async () => {
	const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
		headers: { connection: 'close' },
	});
	return { status: response.status, text: await response.text() };
};
const taken = async () => await retryWhileBusy(send, ({ text }) => text);

/** As n8n 2.41.1 says it. */
const BUSY: [number, string] = [503, '{"code":503,"message":"Database is not ready!"}'];

test('a request that n8n is too busy for is sent again until it is taken, and not once more', async () => {
	left = [BUSY, BUSY, [200, 'Workflow was started'], [200, 'again']];
	expect(await taken()).toEqual({ status: 200, text: 'Workflow was started' });
	expect(left).toHaveLength(1);
});

test('any other refusal is not sent again, not even another 503', async () => {
	left = [
		[503, 'Webhook is not ready yet'],
		[200, 'again'],
	];
	expect(await taken()).toEqual({ status: 503, text: 'Webhook is not ready yet' });
	expect(left).toHaveLength(1);
});

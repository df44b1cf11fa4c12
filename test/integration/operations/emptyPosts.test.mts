/** 100Hires answers 415 to a POST that is not JSON, and n8n sends neither an empty object nor a type for it. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actionAt, byId } from '../helpers/actionSetup.mts';

test('a POST without fields is sent as JSON', async () => {
	const sent: Array<{ headers: IncomingHttpHeaders; body: string }> = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			sent.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":5}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
		const run = actionAt({ apiKey: 'key', baseUrl });
		await run('application', 'hire', { applicationId: byId(5) });
		expect(sent).toHaveLength(1);
		expect(sent[0]).toMatchObject({ headers: { 'content-type': 'application/json' }, body: '{}' });
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

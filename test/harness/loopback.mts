import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on this computer, on a port of its own. */
export interface Loopback {
	/** `http://127.0.0.1:<port>` */
	url: string;
	/** Stops it and breaks off what is under way. */
	close(): Promise<void>;
}

export type Reply = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/**
 * Starts a server.
 * @param answer gets each request and its whole body; what it throws is answered with 500
 */
export async function listen(
	answer: (request: IncomingMessage, body: Buffer) => Reply | Promise<Reply>,
): Promise<Loopback> {
	const server: Server = createServer(async (request, response) => {
		try {
			const parts: Buffer[] = [];
			for await (const part of request) parts.push(part);
			const { status, headers, body } = await answer(request, Buffer.concat(parts));
			response.writeHead(status, headers).end(body);
		} catch (error) {
			if (!response.headersSent) response.writeHead(500);
			response.end(String(error));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

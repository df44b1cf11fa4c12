import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HiresSandbox } from '../../sandbox/hires/index.mts';

export type Json = Record<string, unknown>;

/** An answer of the API. */
export interface Answer {
	status: number;
	headers: Headers;
	body: Json;
}

/** @returns A function that calls the API as a client with the right key does, unless other headers are given */
export function client(sandbox: HiresSandbox) {
	return async (
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Answer> => {
		const response = await fetch(sandbox.baseUrl + path, {
			method,
			headers: {
				authorization: `Bearer ${sandbox.apiKey}`,
				...(body !== undefined && { 'content-type': 'application/json' }),
				...headers,
			},
			...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		return {
			status: response.status,
			headers: response.headers,
			body: (await response.json()) as Json,
		};
	};
}

export interface Received {
	body: string;
	headers: IncomingHttpHeaders;
}

/**
 * Starts a receiver of webhooks.
 *
 * @param statusFor The status to answer with, given how many were received before; `undefined` never answers
 */
export async function startReceiver(statusFor: (before: number) => number | undefined = () => 200) {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const status = statusFor(received.length);
			received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
			if (status !== undefined) response.writeHead(status).end('thank you');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		received,
		bodies: () => received.map(({ body }) => JSON.parse(body) as Json),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export const person = (email: string) => ({ firstName: 'Ada', lastName: 'Byron', email });

import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
	type JobRecord,
} from '../../sandbox/hires/index.mts';

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
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
		received,
		bodies: () => received.map(({ body }) => JSON.parse(body) as Json),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export const person = (email: string) => ({ firstName: 'Ada', lastName: 'Byron', email });

/** The sandbox of the test that is running. */
export let sandbox: HiresSandbox;

/** Calls its API. */
export let call: ReturnType<typeof client>;

export async function start(options: HiresSandboxOptions = {}): Promise<void> {
	sandbox = await startHiresSandbox(options);
	call = client(sandbox);
}

export const stop = async (): Promise<void> => await sandbox.close();

export const firstJob = (): JobRecord => [...sandbox.world.jobs.values()][0];

/** Someone's application to the first job, unless another one is named. */
export const applicant = (email = 'ada@example.com', jobId = firstJob().id) =>
	sandbox.world.apply({ jobId, ...person(email), resumeText: 'Ten years of C' });

/** The rows of a list. */
export const rows = (body: Json, key: string) => body[key] as Json[];

/** What a request is answered with that is wrong in one field. */
export const refusalOf = (field: string, message: unknown = expect.any(String)) => ({
	status: 400,
	body: { error: { name: 'Validation Error', validation_errors: { [field]: message } } },
});

/** A file as the API takes it. */
export const fileOf = (contents: string, fileName = 'notes.txt', mimeType = 'text/plain') => ({
	data: Buffer.from(contents).toString('base64'),
	file_name: fileName,
	mime_type: mimeType,
});

/** Fetches a file from where an answer says that it is, with the key. */
export const fetchFile = async (url: unknown): Promise<Response> =>
	await fetch(String(url), { headers: { authorization: `Bearer ${sandbox.apiKey}` } });

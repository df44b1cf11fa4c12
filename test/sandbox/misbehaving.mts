/** What a broken server, or one in between, answers in place of what was asked for. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault } from './hires/index.mts';

const PAGE = '<!doctype html><title>Maintenance</title>';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts something else in the place of each list that stands under a key of the answer. */
const replaceLists = (replacement: unknown) => (body: unknown) =>
	isObject(body)
		? Object.fromEntries(
				Object.entries(body).map(([key, value]) => [
					key,
					Array.isArray(value) ? replacement : value,
				]),
			)
		: body;

/** Leaves out every `id`, however deep. */
function dropIds(body: unknown): unknown {
	if (Array.isArray(body)) return body.map(dropIds);
	if (!isObject(body)) return body;
	const kept = Object.entries(body).filter(([key]) => key !== 'id');
	return Object.fromEntries(kept.map(([key, value]) => [key, dropIds(value)]));
}

/** Every answer with status 200 that is not what was asked for. */
export const FALSE_SUCCESSES: Array<[name: string, fault: Fault]> = [
	['a web page', { body: PAGE, contentType: 'text/html' }],
	['a web page labelled JSON', { body: PAGE }],
	['nothing', { body: '' }],
	['cut JSON', { body: '{"applications":[{"id":1' }],
	['null', { body: 'null' }],
	['an empty list', { body: '[]' }],
	['a text', { body: '"ok"' }],
	['true', { body: 'true' }],
	['an empty object', { body: '{}' }],
	['an error object', { body: '{"error":{"name":"Server Error","message":"x"}}' }],
	['an error text', { body: '{"error":"text"}' }],
	['success: false', { body: '{"success":false}' }],
	['null for each list', { rewrite: replaceLists(null) }],
	['an object for each list', { rewrite: replaceLists({}) }],
	['a text for each list', { rewrite: replaceLists('none') }],
	['no IDs', { rewrite: dropIds }],
];

/** Every way to send a client elsewhere. */
export const REDIRECTS: Array<[name: string, redirectTo: (url: string) => Fault]> = [
	301, 302, 303, 307, 308,
].map((status) => [String(status), (url) => ({ status, redirectTo: url })]);

/** A request that the second server got. */
export interface SecondRequest {
	method: string;
	/** Path and query. */
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Starts a server on this computer that is not 100Hires: it notes every request and answers that all is well. */
export async function startSecondServer() {
	const requests: SecondRequest[] = [];
	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		const noted = { method, url, headers, body: '' };
		requests.push(noted);
		request.setEncoding('utf8');
		request.on('data', (part: string) => (noted.body += part));
		request.on('end', () => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end('{"id":1,"success":true}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

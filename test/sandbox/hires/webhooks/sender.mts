import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface Answer {
	/** HTTP status, or `null` when there was no complete answer. */
	status: number | null;
	/** Why there was no answer. */
	error: string | null;
	/** The beginning of the answer's body. */
	text: string;
}

const KEPT_CHARACTERS = 2000;

/**
 * POSTs bytes exactly as given, on a connection of its own, so that no closing keep-alive connection can look like a fault of
 * the receiver. Redirects are not followed.
 *
 * @param timeoutMs For the complete answer
 * @param signal Ends it early, which counts as an error
 */
export function post(
	url: string,
	body: Uint8Array,
	headers: Record<string, string>,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Answer> {
	return new Promise((resolve) => {
		let text = '';
		const timeout = AbortSignal.timeout(timeoutMs);
		const fail = (error: Error) =>
			resolve({
				status: null,
				error: timeout.aborted ? `no answer within ${timeoutMs} ms` : error.message,
				text,
			});
		try {
			const request = (url.startsWith('https:') ? requestHttps : requestHttp)(
				url,
				{
					method: 'POST',
					agent: false,
					headers: { ...headers, 'content-length': String(body.length) },
					signal: AbortSignal.any([timeout, signal]),
				},
				(response) => {
					response.setEncoding('utf8');
					response.on('data', (chunk: string) => {
						if (text.length < KEPT_CHARACTERS) text = (text + chunk).slice(0, KEPT_CHARACTERS);
					});
					response.on('end', () =>
						resolve({ status: response.statusCode ?? null, error: null, text }),
					);
					response.on('error', fail);
				},
			);
			request.on('error', fail);
			request.end(body);
		} catch (error) {
			fail(error instanceof Error ? error : new Error(String(error)));
		}
	});
}

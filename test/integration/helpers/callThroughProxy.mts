import { readFileSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { BambooHr } from '../../sandbox/bamboohr/index.mts';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
}

export interface Call {
	method?: string;
	/** The key that is sent as the user's name; default: the one that the stand-in accepts. */
	apiKey?: string;
	/** Default: JSON. */
	accept?: string;
	/** An object is sent as JSON, a form as a multipart form. */
	body?: object;
}

/** @returns a function that calls an https address as n8n does: through the stand-in's proxy, trusting its authority only */
export function throughProxy(bamboo: BambooHr) {
	const agent = new Agent({
		proxyEnv: { HTTPS_PROXY: bamboo.proxyUrl },
		ca: readFileSync(bamboo.caCertPath),
	});
	return async (url: string, call: Call = {}): Promise<Answer> => {
		const encoded =
			call.body instanceof FormData
				? new Response(call.body)
				: call.body && Response.json(call.body);
		const content = encoded && Buffer.from(await encoded.arrayBuffer());
		const auth = Buffer.from(`${call.apiKey ?? bamboo.apiKey}:x`).toString('base64');
		const headers = {
			accept: call.accept ?? 'application/json',
			authorization: `Basic ${auth}`,
			...(encoded && { 'content-type': encoded.headers.get('content-type') ?? '' }),
			...(content && { 'content-length': content.length }),
		};
		return await new Promise((resolve, reject) => {
			const request = httpsRequest(url, { method: call.method ?? 'GET', agent, headers });
			request.on('error', reject);
			request.on('response', (response) => {
				response.setEncoding('utf8');
				let text = '';
				response.on('data', (part: string) => (text += part));
				response.on('error', reject);
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
				);
			});
			request.end(content);
		});
	};
}

import type { Service, ServiceCall } from '../internet/index.mts';
import type { Reply } from '../internet/reply.mts';
import type { HiresSandbox } from './index.mts';

/**
 * Answers for api.100hires.com, so that a credential works as users make it: with its base URL left as it is.
 *
 * @param sandbox asked at each request, because n8n wants to know the proxy before the sandbox knows n8n
 */
export function hiresHost(sandbox: () => Pick<HiresSandbox, 'baseUrl'>): Service {
	return {
		name: '100Hires',
		answer: (call) =>
			call.url.hostname === 'api.100hires.com' ? passOn(call, sandbox().baseUrl) : undefined,
	};
}

/** Headers of a request that the API reads. */
const FORWARDED = ['authorization', 'content-type', 'accept'];

async function passOn(
	{ method, url, headers, text }: ServiceCall,
	baseUrl: string,
): Promise<Reply> {
	const passed = FORWARDED.flatMap((name) => {
		const value = headers[name];
		return value === undefined ? [] : [[name, String(value)]];
	});
	const response = await fetch(`${new URL(baseUrl).origin}${url.pathname}${url.search}`, {
		method,
		headers: Object.fromEntries(passed),
		body: (await text()) || undefined,
	});
	return {
		statusCode: response.status,
		headers: Object.fromEntries(
			[...response.headers].filter(
				([name]) => !/^(connection|keep-alive|content-length|transfer-encoding)$/.test(name),
			),
		),
		body: Buffer.from(await response.arrayBuffer()),
	};
}

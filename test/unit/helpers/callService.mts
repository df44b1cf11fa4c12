import type { Service } from '../../sandbox/internet/index.mts';

export interface Request {
	method?: string;
	/** Default `application/json`. */
	contentType?: string;
	authorization?: string;
	/** Text is sent as it is; all else as JSON. */
	body?: unknown;
}

/** @returns what a stand-in answers, without a proxy in between; the body as JSON where it is such */
export async function call(service: Service, address: string, request: Request = {}) {
	const { method = 'GET', contentType = 'application/json', authorization, body } = request;
	const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
	const parsed = (json: string): unknown => {
		try {
			return JSON.parse(json);
		} catch {
			return undefined;
		}
	};
	const reply = await service.answer({
		method,
		url: new URL(address),
		headers: { 'content-type': contentType, ...(authorization && { authorization }) },
		text: async () => await Promise.resolve(text),
		json: async () => await Promise.resolve(parsed(text)),
		form: async () => await Promise.resolve([]),
	});
	if (!reply) throw new Error(`${service.name} does not answer for ${address}.`);
	return { status: reply.statusCode, body: parsed(String(reply.body)) };
}

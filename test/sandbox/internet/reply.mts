/** An answer of a stand-in, in the form that mockttp takes. */
export interface Reply {
	statusCode: number;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** The answer gets lost on its way: the connection is closed in its place. */
	lost?: boolean;
}

/** For `Troubles`: the service does what it was asked for, and then its answer gets lost. */
export const LOST_ANSWER: Reply = { statusCode: 200, lost: true };

/** @param statusCode default 200 */
export function json(body: object, statusCode = 200): Reply {
	return {
		statusCode,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	};
}

/** Said by the proxy, not by a service: the request was for a host that no stand-in answers for, and it goes nowhere. */
export function notHere(url: string, services: readonly string[]): Reply {
	return {
		statusCode: 502,
		headers: { 'content-type': 'text/plain' },
		body: `The stand-ins (${services.join(', ')}) answer for their own hosts only; nothing is passed on to the internet. Refused: ${url}\n`,
	};
}

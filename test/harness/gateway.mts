import { listen } from './loopback.mts';
import type { Loopback, Reply } from './loopback.mts';

/** A request that went through, as `after` gets to see it. */
export interface Passed {
	method: string;
	/** With the query. */
	path: string;
	/** What was answered to it. */
	status: number;
}

/**
 * Puts a server in front of another: everything is passed on, but a test may hold an answer or lose it.
 * @param target origin that requests are passed on to
 * @param after called once the target has answered; the answer waits for it, and a status that it gives goes out in its place
 */
export async function startGateway(
	target: string,
	after: (passed: Passed) => Promise<number | undefined>,
): Promise<Loopback> {
	return await listen(async (request, body): Promise<Reply> => {
		const { method = 'GET', url: path = '/' } = request;
		const headers = Object.entries(request.headers).filter(
			([name]) => !['host', 'connection', 'content-length'].includes(name),
		);
		const answer = await fetch(new URL(path, target), {
			method,
			headers: headers.map(([name, value]) => [name, String(value)]),
			...(body.length > 0 && { body }),
		});
		const content = Buffer.from(await answer.arrayBuffer());
		const instead = await after({ method, path, status: answer.status });
		if (instead !== undefined) return { status: instead };
		const type = answer.headers.get('content-type');
		return {
			status: answer.status,
			...(type && { headers: { 'content-type': type } }),
			body: content,
		};
	});
}

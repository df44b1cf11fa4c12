/** One HTTP exchange through n8n, whatever it is for. */
import type { IHttpRequestOptions } from 'n8n-workflow';
import { isObject, readText } from '../shared/values';
import { findStopSignal } from './retry';
import type { ApiResponse, Context, Outcome } from './types';

/** The credential whose key goes with the requests. */
export const CREDENTIAL = 'hundredHiresApi';

/**
 * Makes one exchange: the only place where n8n sends something for this package. No redirect is followed, every status is an answer,
 * and it ends after its time whatever comes, or where the execution is stopped; n8n's own `timeout` is only the longest silence.
 *
 * @param timeoutMs Of the exchange as a whole; a stream may be read for as long
 * @param withKey Whether the API key goes with it
 */
export async function exchange(
	context: Context,
	timeoutMs: number,
	options: IHttpRequestOptions,
	withKey = true,
): Promise<Outcome> {
	const deadline = AbortSignal.timeout(timeoutMs);
	const stop = findStopSignal(context);
	const ending = new AbortController();
	const signal = AbortSignal.any([deadline, ending.signal, ...(stop ? [stop] : [])]);
	const sent: IHttpRequestOptions = {
		...options,
		disableFollowRedirect: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: timeoutMs,
	};
	// n8n puts the execution's own signal here, in place of whatever there is (n8n-core 2.41.1, authentication.ts).
	Object.defineProperty(sent, 'abortSignal', {
		enumerable: true,
		configurable: true,
		get: () => signal,
		set: () => {},
	});
	try {
		const { helpers } = context;
		const answer: unknown = withKey
			? await helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, sent)
			: await helpers.httpRequest(sent);
		const response = readAnswer(answer);
		return options.encoding === 'stream' ? keepStream(response, ending, signal) : response;
	} catch (error) {
		const isLate = deadline.aborted;
		const reason = isLate ? `no whole answer within ${timeoutMs / 1000} seconds` : readCause(error);
		const code = readText(isObject(error) ? error.httpCode : null) ?? '';
		return { unreachable: reason, code: isLate ? 'ETIMEDOUT' : code };
	}
}

interface Destroyable {
	destroy?(error?: Error): void;
	on?(event: 'error', listener: () => void): void;
}

function readAnswer(answer: unknown): ApiResponse {
	const { statusCode, headers, body } = isObject(answer) ? answer : {};
	return { status: Number(statusCode), headers: isObject(headers) ? headers : {}, body };
}

/**
 * A stream that ends with its signal. One that nobody reads is ended at once, as it would keep the connection open; by the signal,
 * since axios wraps it in another one that lets go of nothing before it is read (n8n 2.41.1).
 */
function keepStream(
	response: ApiResponse,
	ending: AbortController,
	signal: AbortSignal,
): ApiResponse {
	const stream = response.body as Destroyable | undefined;
	const end = () => stream?.destroy?.(new Error('the transfer took too long, or was stopped'));
	signal.addEventListener('abort', end, { once: true });
	stream?.on?.('error', () => {});
	const close = () => ending.abort();
	if (response.status === 200) return { ...response, close };
	close();
	return { ...response, body: null };
}

/** The connection's own words, where there are any: n8n's advise to retry at once, which may do a write twice. */
function readCause(error: unknown): string {
	const cause: unknown = error instanceof Error ? error.cause : null;
	const own = cause instanceof Error ? cause.message : '';
	return own || (error instanceof Error ? error.message : String(error));
}

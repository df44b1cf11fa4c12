import { retryWhileBusy } from './retryWhileBusy.mts';
import { ONE_REQUEST } from './process.mts';
import { until } from './until.mts';

export interface Login {
	email: string;
	password: string;
}

export interface Answer {
	status: number;
	data: unknown;
}

export type Body = Record<string, unknown>;

/** n8n's internal API, which its editor uses, as the owner of the instance. */
export interface Rest {
	/** Signs in; makes the owner first if the instance has none. */
	signIn(): Promise<void>;
	/**
	 * One request, sent again while n8n is too busy for it. `data` is what n8n wraps in `data`, or the whole body where it
	 * does not. Does not throw on error statuses.
	 */
	request(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer>;
	/** The same, for answers that are objects. Throws on error statuses, with n8n's message. */
	call(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Body>;
}

const SIGN_IN_WITHIN_MS = 30_000;

export function isBody(value: unknown): value is Body {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/**
 * @param url of n8n
 * @param login the owner's
 */
export function rest(url: string, login: Login): Rest {
	let cookie = '';

	const once: Rest['request'] = async (method, path, body, headers = {}) => {
		const response = await fetch(new URL(path, url), {
			method,
			headers: {
				...ONE_REQUEST,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(cookie ? { cookie } : {}),
				...headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		for (const line of response.headers.getSetCookie()) {
			if (line.startsWith('n8n-auth=')) cookie = line.split(';')[0];
		}
		const answer = parsed(await response.text());
		const data = isBody(answer) && 'data' in answer ? answer.data : answer;
		return { status: response.status, data };
	};

	const request: Rest['request'] = async (...wanted) =>
		await retryWhileBusy(
			async () => await once(...wanted),
			({ data }) => isBody(data) && data.message,
		);

	const call: Rest['call'] = async (method, path, body, headers) => {
		const { status, data } = await request(method, path, body, headers);
		if (status < 400) return isBody(data) ? data : { data };
		const message = isBody(data) ? data.message : data;
		throw new Error(`n8n answered ${method} ${path} with ${status}: ${String(message)}`);
	};

	const signIn = async () => {
		// One of an earlier start would not show that this one serves its API already.
		cookie = '';
		// Between being ready and serving its API, n8n answers 404 or a page that says it is starting.
		await until(
			'n8n to let the owner in',
			async () => {
				const owner = { ...login, firstName: 'Olivia', lastName: 'Owner' };
				await request('POST', '/rest/owner/setup', owner);
				if (cookie) return true;
				const { email, password } = login;
				await request('POST', '/rest/login', { emailOrLdapLoginId: email, password });
				return cookie ? true : undefined;
			},
			SIGN_IN_WITHIN_MS,
		);
	};

	return { signIn, request, call };
}

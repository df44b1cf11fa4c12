/** An answer of the stand-in, in the form that mockttp takes. */
export interface Reply {
	statusCode: number;
	headers?: Record<string, string>;
	body?: string | Buffer;
}

export function json(body: object): Reply {
	return {
		statusCode: 200,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	};
}

/** BambooHR answers a creation with 201, no body, and the address of what was made. */
export function created(location: string): Reply {
	return { statusCode: 201, headers: { location, 'content-length': '0' }, body: '' };
}

export function download(fileName: string, contentType: string, content: Buffer): Reply {
	return {
		statusCode: 200,
		headers: {
			'content-type': contentType,
			'content-disposition': `attachment; filename="${fileName.replaceAll('"', '')}"`,
		},
		body: content,
	};
}

/** BambooHR puts the reason of a refusal into a header and leaves the body empty. */
export function refused(statusCode: number, reason: string): Reply {
	return {
		statusCode,
		headers: {
			'x-bamboohr-error-message': reason.replace(/[^\x20-\x7e]/g, '?'),
			'content-length': '0',
			...(statusCode === 401 ? { 'www-authenticate': 'Basic realm="Please log in"' } : {}),
		},
		body: '',
	};
}

/** Said by the proxy, not by BambooHR: the request was for another host, and it goes nowhere. */
export function notBambooHr(url: string): Reply {
	return {
		statusCode: 502,
		headers: { 'content-type': 'text/plain' },
		body: `The stand-in of BambooHR answers for api.bamboohr.com and for the company's own bamboohr.com host, and passes nothing on to the internet. Refused: ${url}\n`,
	};
}

import type { Reply } from '../internet/reply.mts';

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

/** What a caller gets who does not ask for JSON; what it would hold nobody here reads. */
export function xml(): Reply {
	return {
		statusCode: 200,
		headers: { 'content-type': 'application/xml' },
		body: '<?xml version="1.0"?><answer/>',
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

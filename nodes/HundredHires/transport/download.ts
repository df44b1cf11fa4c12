import { NodeApiError, type IExecuteFunctions, type INode, type JsonObject } from 'n8n-workflow';
import { readPathBelow } from '../shared/credential';
import { isPublicHost } from '../shared/ipRanges';
import { readNumber, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal, createUnexpected } from './errors';
import { exchange } from './exchange';
import { isRedirect, isSuccess, readAccount, tryRequest, type RequestOptions } from './request';
import { FILE_DEADLINE_MS, pause, RETRY_PAUSES_MS } from './retry';
import type { ApiRequest, ApiResponse, Context } from './types';

/** Largest file that is fetched, bytes: what 100Hires' own client allows (its MCP server, 2026). */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** Where the API serves files, below the base URL: attachments (100Hires OpenAPI 2.0.0), and resumes by their `url`. */
const FILE_PATHS = /^\/(attachments|files)\//;

/** Redirects of one file that are followed: to a storage host, and once more. */
const MOST_HOPS = 3;

/** What is no file, unless the answer names one: a page for people, or an answer of the API. */
const NO_FILE = /^(text\/html|application\/(json|problem\+json))\b/i;

function createTooLarge(node: INode): NodeApiError {
	return createApiError(
		node,
		`The file is larger than ${LARGEST_FILE / 1024 / 1024} MB and was not fetched. Open it in 100Hires.`,
	);
}

async function collectBytes(node: INode, response: ApiResponse): Promise<Buffer> {
	const { headers, body, close } = response;
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		if ((readNumber(headers['content-length']) ?? 0) > LARGEST_FILE) throw createTooLarge(node);
		for await (const chunk of body as AsyncIterable<Buffer>) {
			size += chunk.length;
			if (size > LARGEST_FILE) throw createTooLarge(node);
			chunks.push(chunk);
		}
	} finally {
		// Whatever is not read would keep the connection open.
		close?.();
	}
	return Buffer.concat(chunks);
}

/** A file as it came, with what the answer calls it. */
export interface DownloadedFile {
	data: Buffer;
	fileName: string | null;
	mimeType: string | null;
}

/** The name in a Content-Disposition header, in either of its forms (RFC 6266); its own encoding may be broken. */
function readFileName(disposition: string): string | null {
	const [, encoded] = /filename\*\s*=\s*UTF-8'[^']*'([^;]+)/i.exec(disposition) ?? [];
	const [, quoted, bare] = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition) ?? [];
	try {
		if (encoded) return decodeURIComponent(encoded.trim());
	} catch {
		// The other form is left.
	}
	return readText(quoted ?? bare?.trim());
}

function readFileNames(headers: Json): Pick<DownloadedFile, 'fileName' | 'mimeType'> {
	const { 'content-disposition': disposition, 'content-type': type } = headers;
	const mimeType = readText(type)?.split(';')[0].trim();
	return { fileName: readFileName(readText(disposition) ?? ''), mimeType: mimeType || null };
}

/** A failure that passes, so that the file is fetched again where that is wanted. */
class TransferFailure extends Error {}

/** The answer of a file from where 100Hires keeps it, fetched without the API key. */
async function openElsewhere(context: Context, url: string): Promise<ApiResponse> {
	const sent = { method: 'GET' as const, url, encoding: 'stream' as const };
	const outcome = await exchange(context, FILE_DEADLINE_MS, sent, false);
	const { origin } = new URL(url);
	if ('unreachable' in outcome)
		throw new TransferFailure(`${origin} could not be reached: ${outcome.unreachable}`);
	const { status } = outcome;
	if (status >= 500 || status === 429)
		throw new TransferFailure(`${origin} answered HTTP ${status}`);
	if (status >= 400)
		throw createApiError(
			context.getNode(),
			`Could not get the file: ${origin}, where 100Hires keeps it, refused it (HTTP ${status}). Get the attachment again, as its address may have expired.`,
		);
	return { ...outcome, url };
}

/** The first answer of a file: from the API with the key, from wherever it points then without. */
async function openFile(
	context: IExecuteFunctions,
	req: ApiRequest,
	options: RequestOptions,
): Promise<ApiResponse> {
	let response = await tryRequest(context, req, options);
	const { origin } = new URL(req.path);
	for (let hop = 0; ; hop++) {
		const target = findTarget(response, origin);
		if (target === null) return response;
		if (hop >= MOST_HOPS)
			throw createApiError(
				context.getNode(),
				`Could not ${req.task}: it is redirected more than ${MOST_HOPS} times. Open it in 100Hires.`,
			);
		response = await openElsewhere(context, target);
	}
}

/**
 * Where a file's redirect may be followed to; `null` where it may not: back to the API, which wants the key, from HTTPS to HTTP, and
 * from the internet into a private network, whose services trust whoever can reach them.
 *
 * @param apiOrigin Of the API
 */
function findTarget(response: ApiResponse, apiOrigin: string): string | null {
	const { headers, url = '' } = response;
	const location = readText(headers.location) ?? '';
	if (!isRedirect(response) || !URL.canParse(location, url)) return null;
	const [from, to] = [new URL(url), new URL(location, url)];
	if (to.origin === apiOrigin) return null;
	if (to.protocol !== 'https:' && !(to.protocol === 'http:' && from.protocol === 'http:'))
		return null;
	if (isPublicHost(from.hostname) && !isPublicHost(to.hostname)) return null;
	return to.href;
}

/** Whether the answer names the file, as those of the API always do (100Hires OpenAPI 2.0.0). */
const isNamed = ({ headers }: ApiResponse): boolean =>
	readText(headers['content-disposition']) !== null;

/** Whether a 200 is a page or a message in place of the file. */
function isNoFile(response: ApiResponse): boolean {
	return NO_FILE.test(readText(response.headers['content-type']) ?? '') && !isNamed(response);
}

/** Fetches a file once. */
async function fetchFile(
	context: IExecuteFunctions,
	req: ApiRequest,
	options: RequestOptions,
): Promise<DownloadedFile> {
	const node = context.getNode();
	const response = await openFile(context, req, options);
	if (!isSuccess(response)) throw createRefusal(node, response, req.task);
	if (isNoFile(response)) {
		response.close?.();
		throw createUnexpected(node, { ...response, body: '' }, req.task);
	}
	const data = await collectBytes(node, response);
	// A file may be empty, but then the answer says so.
	const isEmptyFile = readNumber(response.headers['content-length']) === 0;
	if (data.length === 0 && !(isEmptyFile && isNamed(response)))
		throw createUnexpected(node, { ...response, body: '' }, req.task);
	return { data, ...readFileNames(response.headers) };
}

/** Refuses a URL that is not one of a file that the API serves. A server may read an encoded slash as one. */
function requireFileUrl(context: Context, url: string, baseUrl: string): void {
	const path = readPathBelow(url, baseUrl) ?? '';
	const isFile = FILE_PATHS.test(path) && !/%(2f|5c|00)/i.test(path);
	if (!isFile)
		throw createApiError(
			context.getNode(),
			`This is not the address of a file at ${baseUrl}, and the API key is sent nowhere else: ${url.slice(0, 200)}. Take the URL that 100Hires gives with an attachment or a resume, or fetch it with the HTTP Request node.`,
		);
}

/**
 * Fetches a file that the API pointed to.
 *
 * @param url Absolute, below the base URL. Redirects are followed without the API key
 * @param options Whether it waits for the rate limit and tries again
 * @throws NodeApiError where the URL is not that of a file of the API, the file is too large or empty, it did not come whole, or
 * 100Hires refused
 */
export async function downloadFile(
	context: IExecuteFunctions,
	url: string,
	options: Pick<RequestOptions, 'rateLimitWait' | 'retry'> = {},
): Promise<DownloadedFile> {
	const { baseUrl } = await readAccount(context);
	requireFileUrl(context, url, baseUrl);
	const req = {
		method: 'GET' as const,
		path: url,
		task: 'get the file',
		expect: { kind: 'file' as const },
	};
	const pauses = options.retry ? RETRY_PAUSES_MS : [];
	for (let failures = 0; ; failures++) {
		try {
			return await fetchFile(context, req, { ...options, timeoutMs: FILE_DEADLINE_MS });
		} catch (error) {
			if (error instanceof NodeApiError)
				throw new NodeApiError(context.getNode(), error as unknown as JsonObject);
			// The transfer broke off.
			const reason = error instanceof Error ? error.message : String(error);
			if (failures >= pauses.length)
				throw createApiError(
					context.getNode(),
					`Could not get the file: it did not come whole (${reason}). Try again in a few minutes.`,
				);
			await pause(context, pauses[failures]);
		}
	}
}

import { NodeApiError, type IExecuteFunctions, type JsonObject } from 'n8n-workflow';
import { readText } from '../shared/values';
import type { Json } from '../shared/types';
import { createApiError, createRefusal } from './errors';
import { readAccount, tryRequest, type RequestOptions } from './request';
import { FILE_TIMEOUT_MS } from './retry';

/** Largest file that is fetched, bytes: what 100Hires' own client allows (its MCP server, 2026). */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** Whether a URL is one of the API's own, to which alone the API key may be sent. */
function isOfApi(url: string, baseUrl: string): boolean {
	try {
		return new URL(url).origin === new URL(baseUrl).origin;
	} catch {
		return false;
	}
}

async function collectBytes(
	context: IExecuteFunctions,
	body: AsyncIterable<Buffer>,
): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		// Leaving the loop ends the transfer as well.
		if (size > LARGEST_FILE)
			throw createApiError(
				context.getNode(),
				`The file is larger than ${LARGEST_FILE / 1024 / 1024} MB and was not fetched. Open it in 100Hires.`,
			);
		chunks.push(chunk);
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

/**
 * Fetches a file that the API pointed to.
 *
 * @param url Absolute; redirects are not followed, as they would take the API key to another host
 * @param options Whether it waits for the rate limit and tries again
 * @throws NodeApiError where the URL is not the API's, the file is too large, no answer came or 100Hires refused
 */
export async function downloadFile(
	context: IExecuteFunctions,
	url: string,
	options: Pick<RequestOptions, 'rateLimitWait' | 'retry'> = {},
): Promise<DownloadedFile> {
	const { baseUrl } = await readAccount(context);
	if (!isOfApi(url, baseUrl))
		throw createApiError(
			context.getNode(),
			'The file lies at another address than the 100Hires API, to which the API key is not sent. Fetch it with the HTTP Request node.',
		);
	const task = 'get the file';
	const req = { method: 'GET' as const, path: url, task };
	const streamed = { ...options, as: 'stream' as const, timeoutMs: FILE_TIMEOUT_MS };
	const response = await tryRequest(context, req, streamed);
	if (response.status !== 200) throw createRefusal(context.getNode(), response, task);
	try {
		const data = await collectBytes(context, response.body as AsyncIterable<Buffer>);
		return { data, ...readFileNames(response.headers) };
	} catch (error) {
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCACertificate, getLocal, type CompletedRequest } from 'mockttp';
import { company, type CompanyOptions } from './company.mts';
import type { Employee } from './employees.mts';
import type { StoredFile } from './files.mts';
import { notBambooHr, refused, type Reply } from './reply.mts';

export type { Employee, StoredFile };

export interface BambooHrOptions extends CompanyOptions {
	/** The company's subdomain; default `acme`. */
	company?: string;
	/** The API key that is accepted; default `bamboo-key`. */
	apiKey?: string;
	/** Employees who are there from the start: not checked, numbered from 501. */
	employees?: ReadonlyArray<Record<string, unknown>>;
	/** Called once for each request that was answered, for programs that tell what happens. */
	onRequest?: (request: BambooHrRequest) => void;
}

/** A request that the stand-in answered. */
export interface BambooHrRequest {
	method: string;
	/** With host and query. */
	url: string;
	/** The text of the body; empty where there was none. */
	body: string;
	status: number;
}

export interface BambooHr {
	/** For HTTPS_PROXY. */
	proxyUrl: string;
	/** For NODE_EXTRA_CA_CERTS: the authority that signed the certificates shown by the proxy. */
	caCertPath: string;
	company: string;
	apiKey: string;
	/** The variables with which a Node program reaches the stand-in where it means BambooHR. */
	env: { HTTPS_PROXY: string; NODE_EXTRA_CA_CERTS: string; NO_PROXY: string };
	/** All employees, those of the start included. */
	employees(): Employee[];
	requests(): BambooHrRequest[];
	files(): StoredFile[];
	close(): Promise<void>;
}

/**
 * Starts a stand-in of BambooHR.
 *
 * n8n's BambooHR node has the host api.bamboohr.com built in, so the stand-in is a proxy that takes the encrypted connection
 * itself. It answers for that host and for `{company}.bamboohr.com` (BambooHR's API reference, "Create Employee" and "Upload
 * Employee File") and sends nothing out: a request for any other host gets 502.
 *
 * @returns the running stand-in; its certificate authority lives in a temporary folder until `close()`
 */
export async function startBambooHr(options: BambooHrOptions = {}): Promise<BambooHr> {
	const name = options.company ?? 'acme';
	const apiKey = options.apiKey ?? 'bamboo-key';
	const acme = company(options);
	for (const employee of options.employees ?? []) acme.employees.add(employee);
	const requests: BambooHrRequest[] = [];

	const authority = await generateCACertificate({
		subject: { commonName: 'Stand-in of BambooHR (tests only)' },
	});
	const proxy = getLocal({ https: authority, http2: false, recordTraffic: false });
	await proxy.start(0);
	await proxy.forAnyRequest().thenCallback(async (request) => {
		if (!isLoopback(request.remoteIpAddress)) return 'close';
		const reply = await answer(request);
		const seen = {
			method: request.method,
			url: request.url,
			body: (await request.body.getText()) ?? '',
			status: reply.statusCode,
		};
		requests.push(seen);
		options.onRequest?.(seen);
		return reply;
	});

	async function answer(request: CompletedRequest): Promise<Reply> {
		const url = new URL(request.url);
		const host = bambooHost(url);
		if (!host) return notBambooHr(request.url);
		const base = apiBase(host, url.pathname);
		if (!base) return refused(404, `There is no API at ${url.pathname}.`);
		if (base.company !== name) return refused(404, `There is no company ${base.company}.`);
		if (request.headers.authorization !== basic(apiKey)) return refused(401, 'Invalid API key');
		return await acme.answer({
			method: request.method,
			path: url.pathname.slice(base.path.length),
			query: url.searchParams,
			address: url.origin + base.path,
			body: async () => await parsed(request),
			form: async () => (await multipart(request)) ?? [],
		});
	}

	let closed = false;
	const folder = await mkdtemp(join(tmpdir(), 'bamboohr-'));
	const caCertPath = join(folder, 'authority.pem');
	await writeFile(caCertPath, authority.cert);
	const proxyUrl = `http://127.0.0.1:${proxy.port}`;
	return {
		proxyUrl,
		caCertPath,
		company: name,
		apiKey,
		env: {
			HTTPS_PROXY: proxyUrl,
			NODE_EXTRA_CA_CERTS: caCertPath,
			NO_PROXY: 'localhost,127.0.0.1',
		},
		employees: () => acme.employees.all(),
		requests: () => [...requests],
		files: () => acme.files.all(),
		close: async () => {
			if (closed) return;
			closed = true;
			await proxy.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** @returns the part of the host before bamboohr.com; nothing where it is not BambooHR's */
function bambooHost(url: URL): string | undefined {
	if (url.protocol !== 'https:') return undefined;
	return /^([a-z0-9-]+)\.bamboohr\.com$/.exec(url.hostname)?.[1];
}

/** @returns whose API a path means and what comes before the API's own paths */
function apiBase(host: string, path: string): { company: string; path: string } | undefined {
	if (host !== 'api') {
		const base = /^\/api\/v1\//.exec(path);
		return base ? { company: host, path: base[0] } : undefined;
	}
	const base = /^\/api\/gateway\.php\/([^/]+)\/v1\//.exec(path);
	return base ? { company: base[1], path: base[0] } : undefined;
}

function basic(apiKey: string): string {
	return `Basic ${Buffer.from(`${apiKey}:x`).toString('base64')}`;
}

async function parsed(request: CompletedRequest): Promise<unknown> {
	try {
		return JSON.parse((await request.body.getText()) ?? '');
	} catch {
		return undefined;
	}
}

async function multipart(request: CompletedRequest) {
	try {
		return await request.body.getMultipartFormData();
	} catch {
		return undefined;
	}
}

/** The proxy cannot be told which network it listens on, so callers from elsewhere are turned away here. */
function isLoopback(address: string | undefined): boolean {
	return address !== undefined && /^(::1|(::ffff:)?127\..*)$/.test(address);
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCACertificate, getLocal, type CompletedRequest } from 'mockttp';
import { notHere, type Reply } from './reply.mts';

/** A stand-in for a service whose real host is built into n8n's node for it. */
export interface Service {
	/** For messages, such as `BambooHR`. */
	name: string;
	/** @returns its answer; nothing where the address is not one of its own hosts */
	answer(call: ServiceCall): Promise<Reply> | Reply | undefined;
}

/** A request as it would have reached the service. */
export interface ServiceCall {
	method: string;
	url: URL;
	headers: CompletedRequest['headers'];
	text(): Promise<string>;
	/** The body as JSON; nothing where it is none. */
	json(): Promise<unknown>;
	/** The parts of a multipart form; none where it is none. */
	form(): Promise<readonly FormPart[]>;
}

/** One part of a multipart form, as mockttp reads it. */
export interface FormPart {
	name?: string;
	type?: string;
	data: Buffer;
}

/** A request that was answered. */
export interface SeenRequest {
	method: string;
	/** With host and query. */
	url: string;
	/** The text of the body; empty where there was none. */
	body: string;
	status: number;
}

export interface Internet {
	/** For HTTPS_PROXY. */
	proxyUrl: string;
	/** For NODE_EXTRA_CA_CERTS: the authority that signed the certificates shown by the proxy. */
	caCertPath: string;
	/** The variables with which a Node program reaches the stand-ins where it means the services. */
	env: { HTTPS_PROXY: string; NODE_EXTRA_CA_CERTS: string; NO_PROXY: string };
	requests(): SeenRequest[];
	close(): Promise<void>;
}

/**
 * Starts a proxy that takes encrypted connections itself, and answers in the place of services for their real hosts, such as
 * api.bamboohr.com: n8n's nodes have these built in. Nothing is passed on to the internet.
 *
 * @param onRequest called once for each request that was answered, for programs that tell what happens
 * @returns the running proxy; its certificate authority lives in a temporary folder until `close()`
 */
export async function startInternet(
	services: readonly Service[],
	onRequest: (request: SeenRequest) => void = () => {},
): Promise<Internet> {
	const requests: SeenRequest[] = [];
	const authority = await generateCACertificate({
		subject: { commonName: 'Stand-ins (tests only)' },
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
		onRequest(seen);
		return reply.lost ? 'close' : reply;
	});

	async function answer(request: CompletedRequest): Promise<Reply> {
		const call = callOf(request);
		for (const service of call.url.protocol === 'https:' ? services : []) {
			const reply = service.answer(call);
			if (reply) return await reply;
		}
		return notHere(
			request.url,
			services.map(({ name }) => name),
		);
	}

	let closed = false;
	const folder = await mkdtemp(join(tmpdir(), 'stand-ins-'));
	const caCertPath = join(folder, 'authority.pem');
	await writeFile(caCertPath, authority.cert);
	const proxyUrl = `http://127.0.0.1:${proxy.port}`;
	return {
		proxyUrl,
		caCertPath,
		env: {
			HTTPS_PROXY: proxyUrl,
			NODE_EXTRA_CA_CERTS: caCertPath,
			NO_PROXY: 'localhost,127.0.0.1',
		},
		requests: () => [...requests],
		close: async () => {
			if (closed) return;
			closed = true;
			await proxy.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function callOf({ method, url, headers, body }: CompletedRequest): ServiceCall {
	const text = async () => (await body.getText()) ?? '';
	return {
		method,
		url: new URL(url),
		headers,
		text,
		json: async () => {
			try {
				return JSON.parse(await text());
			} catch {
				return undefined;
			}
		},
		form: async () => {
			try {
				return (await body.getMultipartFormData()) ?? [];
			} catch {
				return [];
			}
		},
	};
}

/** The proxy cannot be told which network it listens on, so callers from elsewhere are turned away here. */
function isLoopback(address: string | undefined): boolean {
	return address !== undefined && /^(::1|(::ffff:)?127\..*)$/.test(address);
}

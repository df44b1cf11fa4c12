import {
	startInternet,
	type Internet,
	type SeenRequest,
	type Service,
	type ServiceCall,
} from '../internet/index.mts';
import type { Reply } from '../internet/reply.mts';
import { Troubles } from '../internet/troubles.mts';
import { company, type CompanyOptions } from './company.mts';
import type { Employee } from './employees.mts';
import type { StoredFile } from './files.mts';
import { refused } from './reply.mts';

export type { Employee, StoredFile };

export interface BambooHrOptions extends CompanyOptions {
	/** The company's subdomain; default `acme`. */
	company?: string;
	/** The API key that is accepted; default `bamboo-key`. */
	apiKey?: string;
	/** Employees who are there from the start: not checked, numbered from 501. */
	employees?: ReadonlyArray<Record<string, unknown>>;
	/** Stand-ins of other services that the same proxy answers for. */
	beside?: readonly Service[];
	/** Called once for each request that was answered, for programs that tell what happens. */
	onRequest?: (request: SeenRequest) => void;
}

export interface BambooHr extends Internet {
	company: string;
	apiKey: string;
	/** All employees, those of the start included. */
	employees(): Employee[];
	files(): StoredFile[];
	/** Lets coming requests go wrong. */
	troubles: Troubles;
}

/**
 * Starts a stand-in of BambooHR.
 *
 * It answers for api.bamboohr.com, which n8n's BambooHR node has built in, and for `{company}.bamboohr.com` (BambooHR's API
 * reference, "Create Employee", "Request Custom Report" and "Upload Employee File"; the node's sources).
 */
export async function startBambooHr(options: BambooHrOptions = {}): Promise<BambooHr> {
	const name = options.company ?? 'acme';
	const apiKey = options.apiKey ?? 'bamboo-key';
	const acme = company(options);
	const troubles = new Troubles();
	for (const employee of options.employees ?? []) acme.employees.add(employee);

	async function answer(call: ServiceCall, host: string): Promise<Reply> {
		const base = apiBase(host, call.url.pathname);
		if (!base) return refused(404, `There is no API at ${call.url.pathname}.`);
		if (base.company !== name) return refused(404, `There is no company ${base.company}.`);
		if (call.headers.authorization !== basic(apiKey)) return refused(401, 'Invalid API key');
		const trouble = troubles.take(call);
		if (trouble && !trouble.lost) return trouble;
		const reply = await acme.answer({
			method: call.method,
			path: call.url.pathname.slice(base.path.length),
			query: call.url.searchParams,
			address: call.url.origin + base.path,
			wantsJson: String(call.headers.accept).includes('application/json'),
			body: call.json,
			form: call.form,
		});
		return { ...reply, ...(trouble && { lost: true }) };
	}

	const service = {
		name: 'BambooHR',
		answer: (call: ServiceCall) => {
			const host = /^([a-z0-9-]+)\.bamboohr\.com$/.exec(call.url.hostname)?.[1];
			return host ? answer(call, host) : undefined;
		},
	};
	const internet = await startInternet([service, ...(options.beside ?? [])], options.onRequest);
	return {
		...internet,
		company: name,
		apiKey,
		employees: () => acme.employees.all(),
		files: () => acme.files.all(),
		troubles,
	};
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

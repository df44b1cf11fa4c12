import type { FormPart } from '../internet/index.mts';
import { json, type Reply } from '../internet/reply.mts';
import { employeeBodies, refusal } from './fields.mts';
import { defaultLists, listsForMeta, type CompanyLists } from './lists.mts';
import { employeeStore } from './employees.mts';
import { fileStore } from './files.mts';
import { created, download, refused, xml } from './reply.mts';
import { customReport } from './report.mts';

export interface CompanyOptions {
	/** Values of the lists; those left out have the stand-in's defaults. */
	lists?: Partial<CompanyLists>;
	/** Names of the company's own fields, for example `customCandidateID`. */
	customFields?: readonly string[];
	/** Answer a work email that another employee has with 409, as some report of BambooHR; default: no. */
	refuseDuplicateEmail?: boolean;
}

/** A request to the company's API, without host and version: `path` is, for example, `employees/501/files`. */
export interface CompanyCall {
	method: string;
	path: string;
	query: URLSearchParams;
	/** What `path` is appended to in a Location header, with a slash at its end. */
	address: string;
	/** Whether it asks for JSON; BambooHR writes XML otherwise (its reference, "List Employee Files", "Get Employees Directory"). */
	wantsJson: boolean;
	body: () => Promise<unknown>;
	form: () => Promise<readonly FormPart[]>;
}

const FILE = /files\/\d+$/;

type Answer = (call: CompanyCall, ...ids: string[]) => Reply | Promise<Reply>;

/** One company in BambooHR: its employees, files and lists, and its answers to the calls that flows make. */
export function company(options: CompanyOptions = {}) {
	const lists = { ...defaultLists, ...options.lists };
	const employees = employeeStore();
	const files = fileStore();
	const bodies = employeeBodies(lists, options.customFields ?? []);

	function emailTaken(email: unknown): boolean {
		if (!options.refuseDuplicateEmail || typeof email !== 'string' || email === '') return false;
		const wanted = email.toLowerCase();
		return employees.all().some(({ workEmail }) => String(workEmail).toLowerCase() === wanted);
	}

	const createEmployee: Answer = async (call) => {
		const body = await call.body();
		if (!bodies.create(body)) return refused(400, refusal(bodies.create));
		if (emailTaken(body.workEmail)) return refused(409, 'Duplicate email');
		return created(`${call.address}employees/${employees.add(body).id}`);
	};
	const changeEmployee: Answer = async (call, id) => {
		const body = await call.body();
		if (!bodies.change(body)) return refused(400, refusal(bodies.change));
		employees.change(id, body);
		return { statusCode: 200, body: '' };
	};
	const report: Answer = async (call) => {
		const known = options.customFields ?? [];
		const found = customReport(await call.body(), call.query, employees.all(), known);
		return typeof found === 'string' ? refused(400, found) : json(found);
	};
	const getEmployee: Answer = ({ query }, id) => {
		const employee = employees.get(id) ?? { id };
		const names = (query.get('fields') ?? '').split(',').filter(Boolean);
		return json({ id, ...Object.fromEntries(names.map((name) => [name, employee[name] ?? null])) });
	};
	const upload = async (call: CompanyCall, employeeId: string | null): Promise<Reply> => {
		const file = files.add(employeeId, await call.form());
		if (typeof file === 'string') return refused(400, file);
		return created(`${call.address}${call.path.replace(/\/$/, '')}/${file.id}`);
	};
	const getFile = (employeeId: string | null, id: string): Reply => {
		const file = files.get(employeeId, id);
		if (!file) return refused(404, `There is no file ${id}.`);
		return download(file.fileName, file.contentType, file.content);
	};

	const routes: ReadonlyArray<[method: string, path: RegExp, answer: Answer]> = [
		['GET', /^employees\/directory$/, () => json(employees.directory())],
		['POST', /^employees$/, createEmployee],
		['GET', /^employees\/(\d+)$/, getEmployee],
		['POST', /^employees\/(\d+)$/, changeEmployee],
		['GET', /^employees\/(\d+)\/files\/view$/, (_call, id) => json(files.view(id))],
		['POST', /^employees\/(\d+)\/files$/, (call, id) => upload(call, id)],
		['GET', /^employees\/(\d+)\/files\/(\d+)$/, (_call, id, fileId) => getFile(id, fileId)],
		['GET', /^files\/view$/, () => json(files.view(null))],
		['POST', /^files$/, (call) => upload(call, null)],
		['GET', /^files\/(\d+)$/, (_call, fileId) => getFile(null, fileId)],
		['POST', /^reports\/custom$/, report],
		['GET', /^meta\/lists$/, () => json(listsForMeta(lists))],
	];

	async function answer(call: CompanyCall): Promise<Reply> {
		const path = call.path.replace(/\/+$/, '');
		const employeeId = /^employees\/(\d+)/.exec(path)?.[1];
		if (employeeId && !employees.get(employeeId)) {
			return refused(404, `There is no employee ${employeeId}.`);
		}
		for (const [method, pattern, reply] of routes) {
			const match = method === call.method ? pattern.exec(path) : null;
			if (!match) continue;
			if (method === 'GET' && !FILE.test(path) && !call.wantsJson) return xml();
			return await reply(call, ...match.slice(1));
		}
		return refused(404, `The stand-in does not know ${call.method} ${path}.`);
	}

	return { answer, employees, files };
}

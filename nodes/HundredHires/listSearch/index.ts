import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { APPLICATION, JOB, type LocatorKind } from '../shared/locators';
import { isObject, readId, readText, readTexts } from '../shared/values';
import { toPathSegment } from '../shared/pathSegment';
import { request } from '../transport/request';
import * as lists from './lists';
import { readAll, searchList, type PickList } from './search';
import type { Json } from '../shared/types';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

const createSearch = (list: PickList): Search =>
	async function (filter, paginationToken) {
		return await searchList(this, list, filter, paginationToken);
	};

/**
 * What is chosen in a resource locator now, wherever in the node it stands. n8n extracts IDs from addresses only for
 * parameters that the chosen operation has, and throws for the others, so that is done here.
 */
function readChosen(
	context: ILoadOptionsFunctions,
	name: string,
	{ url }: LocatorKind,
): string | null {
	for (const place of ['', 'filters.', 'additionalFields.', 'updateFields.']) {
		const entered: unknown = context.getCurrentNodeParameter(`${place}${name}`);
		const chosen = isObject(entered) ? entered : { value: entered };
		const text = readText(chosen.value);
		// An expression has no value before the workflow runs.
		if (text === null || text.startsWith('=')) continue;
		if (chosen.mode !== 'url' || !url) return text;
		return new RegExp(url.regex).exec(text)?.[1] ?? null;
	}
	return null;
}

async function getRecord(
	context: ILoadOptionsFunctions,
	path: string,
	task: string,
): Promise<Json> {
	const expect = { kind: 'object' as const, fields: ['id'] };
	const body = await request(context, { method: 'GET', path, task, expect });
	return isObject(body) ? body : {};
}

/** The job whose stages are wanted: the one chosen, or that of the application chosen. */
async function findJob(context: ILoadOptionsFunctions): Promise<string | number | null> {
	const job = readChosen(context, 'jobId', JOB);
	if (job !== null && /^\d+$/.test(job)) return job;
	if (job !== null) {
		// Aliases are for paths only (100Hires OpenAPI 2.0.0).
		const path = `/jobs/${toPathSegment(job)}`;
		const { id } = await getRecord(context, path, `get job ${job}`);
		return readId(id);
	}
	const application = readChosen(context, 'applicationId', APPLICATION);
	if (application === null) return null;
	const path = `/applications/${toPathSegment(application)}`;
	const { job_id: jobId } = await getRecord(context, path, `get application ${application}`);
	return readId(jobId);
}

/** Stages in the order of the pipeline: those of the job at hand, else those of all workflows with the workflow's name. */
const searchStages: Search = async function (filter) {
	const job = await findJob(this);
	if (job !== null) return await searchList(this, lists.STAGES, filter, undefined, { job_id: job });
	const stages = lists.readStages(await readAll(this, lists.WORKFLOWS));
	const wanted = filter?.toLowerCase() ?? '';
	return { results: stages.filter(({ name }) => name.toLowerCase().includes(wanted)) };
};

/** Pick-lists of resource locators. */
export const listSearch = {
	searchApplications: createSearch(lists.APPLICATIONS),
	searchCandidates: createSearch(lists.CANDIDATES),
	searchEmailTemplates: createSearch(lists.EMAIL_TEMPLATES),
	searchForms: createSearch(lists.FORMS),
	searchJobs: createSearch(lists.JOBS),
	searchMailAccounts: createSearch(lists.MAIL_ACCOUNTS),
	searchNurtureCampaigns: createSearch(lists.NURTURE_CAMPAIGNS),
	searchQuestions: createSearch(lists.QUESTIONS),
	searchRejectionReasons: createSearch(lists.REJECTION_REASONS),
	searchStages,
	searchUsers: createSearch(lists.USERS),
	searchWorkflows: createSearch(lists.WORKFLOWS),
};

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const createLoad = (list: PickList): Load =>
	async function () {
		const { results } = await searchList(this, { ...list, search: undefined });
		return results.map(({ name, value }) => ({ name, value }));
	};

type TextList = (typeof lists.TEXT_LISTS)[keyof typeof lists.TEXT_LISTS];

const createTextLoad = ({ path, key, task }: TextList): Load =>
	async function () {
		const expect = { kind: 'texts' as const, key };
		const body = await request(this, { method: 'GET', path, task, expect });
		const texts = readTexts(isObject(body) ? body[key] : []);
		return texts.map((text) => ({ name: text, value: text }));
	};

const mapLists = <T>(source: Record<string, T>, make: (value: T) => Load): Record<string, Load> =>
	Object.fromEntries(Object.entries(source).map(([name, value]) => [name, make(value)]));

/** Short lists of options. */
export const loadOptions: Record<string, Load> = {
	...mapLists<PickList>(lists.OPTION_LISTS, createLoad),
	...mapLists<TextList>(lists.TEXT_LISTS, createTextLoad),
};

import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { APPLICATION, JOB, type LocatorKind } from '../shared/locators';
import { isObject, readId, readText, readTexts } from '../shared/values';
import { toPathSegment } from '../shared/pathSegment';
import { call } from '../transport/request';
import * as lists from './lists';
import { readAll, searchList, type PickList } from './search';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

const searching = (list: PickList): Search =>
	async function (filter, paginationToken) {
		return await searchList(this, list, filter, paginationToken);
	};

/**
 * The thing that is chosen in a resource locator now, wherever in the node it stands. n8n extracts IDs from addresses only for
 * parameters that the chosen operation has, and throws for the others, so that is done here.
 */
function current(
	context: ILoadOptionsFunctions,
	name: string,
	{ url }: LocatorKind,
): string | null {
	for (const place of ['', 'filters.', 'additionalFields.', 'updateFields.']) {
		const given: unknown = context.getCurrentNodeParameter(`${place}${name}`);
		const chosen = isObject(given) ? given : { value: given };
		const text = readText(chosen.value);
		// An expression has no value before the workflow runs.
		if (text === null || text.startsWith('=')) continue;
		if (chosen.mode !== 'url' || !url) return text;
		return new RegExp(url.regex).exec(text)?.[1] ?? null;
	}
	return null;
}

/** The job whose stages are wanted: the one chosen, or that of the application chosen. */
async function jobOf(context: ILoadOptionsFunctions): Promise<string | number | null> {
	const job = current(context, 'jobId', JOB);
	if (job !== null && /^\d+$/.test(job)) return job;
	if (job !== null) {
		// Aliases are for paths only (100Hires OpenAPI 2.0.0).
		const path = `/jobs/${toPathSegment(job)}`;
		const body = await call(context, { method: 'GET', path, task: `get job ${job}` });
		return readId(body.id);
	}
	const application = current(context, 'applicationId', APPLICATION);
	if (application === null) return null;
	const path = `/applications/${toPathSegment(application)}`;
	const task = `get application ${application}`;
	const body = await call(context, { method: 'GET', path, task });
	return readId(body.job_id);
}

/** Stages in the order of the pipeline: those of the job at hand, else those of all workflows with the workflow's name. */
const searchStages: Search = async function (filter) {
	const job = await jobOf(this);
	if (job !== null) return await searchList(this, lists.STAGES, filter, undefined, { job_id: job });
	const stages = lists.stagesOf(await readAll(this, lists.WORKFLOWS));
	const wanted = filter?.toLowerCase() ?? '';
	return { results: stages.filter(({ name }) => name.toLowerCase().includes(wanted)) };
};

/** Pick-lists of resource locators. */
export const listSearch = {
	searchApplications: searching(lists.APPLICATIONS),
	searchCandidates: searching(lists.CANDIDATES),
	searchEmailTemplates: searching(lists.EMAIL_TEMPLATES),
	searchForms: searching(lists.FORMS),
	searchJobs: searching(lists.JOBS),
	searchMailAccounts: searching(lists.MAIL_ACCOUNTS),
	searchNurtureCampaigns: searching(lists.NURTURE_CAMPAIGNS),
	searchQuestions: searching(lists.QUESTIONS),
	searchRejectionReasons: searching(lists.REJECTION_REASONS),
	searchStages,
	searchUsers: searching(lists.USERS),
	searchWorkflows: searching(lists.WORKFLOWS),
};

type Load = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const loading = (list: PickList): Load =>
	async function () {
		const { results } = await searchList(this, { ...list, search: undefined });
		return results.map(({ name, value }) => ({ name, value }));
	};

type TextList = (typeof lists.TEXT_LISTS)[keyof typeof lists.TEXT_LISTS];

const loadingTexts = ({ path, key, task }: TextList): Load =>
	async function () {
		const body = await call(this, { method: 'GET', path, task });
		const texts = readTexts(isObject(body) ? body[key] : []);
		return texts.map((text) => ({ name: text, value: text }));
	};

const mapped = <T>(source: Record<string, T>, make: (value: T) => Load): Record<string, Load> =>
	Object.fromEntries(Object.entries(source).map(([name, value]) => [name, make(value)]));

/** Short lists of options. */
export const loadOptions: Record<string, Load> = {
	...mapped<PickList>(lists.OPTION_LISTS, loading),
	...mapped<TextList>(lists.TEXT_LISTS, loadingTexts),
};

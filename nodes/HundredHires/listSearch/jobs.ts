import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readId, readText } from '../events/values';
import { readPage } from '../transport/pages';
import { call, readAccount } from '../transport/request';

const PAGE_SIZE = 50;

/**
 * The jobs of the account for a pick-list, a page at a time.
 *
 * @param filter What the user typed; 100Hires searches
 * @param paginationToken Number of the page
 * @throws NodeApiError where 100Hires refused; the editor shows the message in the list
 */
export async function searchJobs(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 1);
	const { companyId } = await readAccount(this);
	const qs = {
		page,
		size: PAGE_SIZE,
		view: 'summary',
		...(companyId !== null && { company_id: companyId }),
		...(filter && { q: filter }),
	};
	const body = await call(this, { method: 'GET', path: '/jobs', qs, doing: 'list the jobs' });
	const { rows, more } = readPage(body, 'jobs', page, PAGE_SIZE);
	const results = rows.flatMap((job) => {
		const id = readId(job.id);
		if (id === null) return [];
		const title = readText(job.title) ?? `Job ${id}`;
		const status = readText(job.status);
		return [
			{
				name: status ? `${title} (${status})` : title,
				value: id,
				url: readText(job.url_backoffice) ?? undefined,
			},
		];
	});
	return { results, paginationToken: more ? String(page + 1) : undefined };
}

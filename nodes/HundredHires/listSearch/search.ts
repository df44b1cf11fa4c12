import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readId, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { readPage, tryList } from '../transport/pages';
import { createRefusal } from '../transport/errors';
import { readAccount, request } from '../transport/request';

/** Rows of a pick-list that are shown at a time. */
const PAGE_SIZE = 50;

/** A list of the account from which one is picked. */
export interface PickList {
	path: string;
	/** Key of the answer under which the rows stand. */
	key: string;
	/** To follow "Could not". */
	task: string;
	/** Name of the query parameter with which 100Hires searches; without one, n8n's user filters what is there. */
	search?: string;
	/** Whether the list comes in pages. */
	paged?: boolean;
	/** Whether the list takes `company_id`. */
	company?: boolean;
	/** Sent as it is, such as `view=summary` for rows without long texts. */
	qs?: IDataObject;
	/** What the user reads of a row. */
	label(row: Json): string | null;
	/** What stands for it in the request; the ID by default. */
	value?(row: Json): string | number | null;
}

/** The query that every request for a list has. */
async function buildQuery(context: ILoadOptionsFunctions, list: PickList, more: IDataObject) {
	const { companyId } = await readAccount(context);
	return {
		...list.qs,
		...(list.company && companyId !== null && { company_id: companyId }),
		...more,
	};
}

/** What each row has to have, so that something can stand for it in the request. */
const listFields = ({ value }: PickList): readonly string[] => (value ? [] : ['id']);

function toResult(list: PickList, row: Json) {
	const value = list.value ? list.value(row) : readId(row.id);
	if (value === null) return [];
	const name = list.label(row) ?? String(value);
	return [{ name, value, url: readText(row.url_backoffice) ?? undefined }];
}

/** All rows of a list, for those that are short enough to be shown whole. */
export async function readAll(
	context: ILoadOptionsFunctions,
	list: PickList,
	more: IDataObject = {},
): Promise<Json[]> {
	const { path, key, task, paged = false } = list;
	const qs = await buildQuery(context, list, more);
	const fields = listFields(list);
	const rows = await tryList(context, { path, key, qs, task, fields, isPaged: paged });
	if (!Array.isArray(rows)) throw createRefusal(context.getNode(), rows, task);
	return rows;
}

const matchesFilter = (name: string, filter: string | undefined): boolean =>
	!filter || name.toLowerCase().includes(filter.toLowerCase());

/**
 * Part of a list for a resource locator: a page at a time where 100Hires searches, else all that match.
 *
 * @param filter What the user typed
 * @param paginationToken Number of the page
 * @throws NodeApiError where 100Hires refused; the editor shows the message in the list
 */
export async function searchList(
	context: ILoadOptionsFunctions,
	list: PickList,
	filter?: string,
	paginationToken?: string,
	more: IDataObject = {},
): Promise<INodeListSearchResult> {
	if (!list.search) {
		const rows = await readAll(context, list, more);
		const results = rows.flatMap((row) => toResult(list, row));
		return { results: results.filter(({ name }) => matchesFilter(name, filter)) };
	}
	const { path, key, task } = list;
	const page = Number(paginationToken ?? 1);
	const qs = await buildQuery(context, list, {
		...more,
		page,
		size: PAGE_SIZE,
		...(filter && { [list.search]: filter }),
	});
	const expect = { kind: 'list' as const, key, fields: listFields(list) };
	const body = await request(context, { method: 'GET', path, qs, task, expect });
	const { rows, more: hasMore } = readPage(body, key, page, PAGE_SIZE);
	return {
		results: rows.flatMap((row) => toResult(list, row)),
		paginationToken: hasMore ? String(page + 1) : undefined,
	};
}

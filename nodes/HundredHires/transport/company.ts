import { isObject, readId, readObjects } from '../shared/values';
import type { Id, Json } from '../shared/types';
import { createRefusal } from './errors';
import { tryRequest } from './request';
import type { Context } from './types';

/**
 * Where an ordinary key can learn the ID of its company, cheapest and surest first. 100Hires has no "who am I" (OpenAPI 2.0.0), and
 * each of these may be closed to the key's user or be empty in a new account.
 */
const PROBES: ReadonlyArray<{ path: string; key: string | null }> = [
	{ path: '/companies/career-site-settings', key: null },
	{ path: '/jobs', key: 'jobs' },
	{ path: '/candidates', key: 'candidates' },
	{ path: '/applications', key: 'applications' },
	{ path: '/companies/mail-accounts', key: 'mail_accounts' },
];

/**
 * The ID of the company that the API key belongs to.
 *
 * @returns `null` where none of the answers names it
 * @throws NodeApiError where no answer came, or where the key itself is refused (401) or used up (429)
 */
export async function findCompanyId(context: Context): Promise<Id | null> {
	for (const { path, key } of PROBES) {
		const task = 'find out which company the API key belongs to';
		const qs = key ? { page: 1, size: 1 } : undefined;
		// What is none of it is passed over; another place may tell.
		const expect = { kind: 'any' as const };
		const response = await tryRequest(context, { method: 'GET', path, qs, task, expect });
		if (response.status === 401 || response.status === 429)
			throw createRefusal(context.getNode(), response, task);
		const body: Json = response.status === 200 && isObject(response.body) ? response.body : {};
		const row = key ? readObjects(body[key])[0] : body;
		const id = readId(row?.company_id);
		if (id !== null) return id;
	}
	return null;
}

import { NodeOperationError } from 'n8n-workflow';
import type { Id } from '../shared/types';
import { findCompanyId } from '../transport/company';
import type { Account, ApiResponse, Context } from '../transport/types';
import { findHooks, listRefusal, pathOf, type Hook } from './webhookApi';
import type { Dialect, Findings } from './staticData';

/** What was learnt of the company's webhooks while finding out which account of the API 100Hires speaks. */
export interface CompanyHooks {
	/** `null` where neither list may be seen, which leaves the account open. */
	findings: Findings | null;
	/** Those with the node's URL. */
	hooks: Hook[];
	/** The answer of the company's list, where it was refused. */
	refused: { response: ApiResponse; path: string } | null;
}

/** Answers that say "there is no such list", or nothing that speaks against the other one being there. */
const MAY_BE_THE_OTHER = [403, 404, 405];

async function tryDialect(
	context: Context,
	account: Account,
	dialect: Dialect,
	companyId: Id | null,
	url: string,
): Promise<CompanyHooks> {
	const path = pathOf({ scope: 'company' }, dialect, companyId);
	const found = await findHooks(context, path, url);
	if (!Array.isArray(found))
		return { findings: null, hooks: [], refused: { response: found, path } };
	return {
		findings: { keyDigest: account.keyDigest, dialect, companyId },
		hooks: found,
		refused: null,
	};
}

/**
 * Lists the company's webhooks that have the node's URL, by what is remembered of the API, else by trying: first the paths of the
 * OpenAPI document, which is newer and more exact, then those of the help article.
 *
 * @param remembered What an earlier activation found out, if it was with this API key
 * @throws NodeApiError where no answer came, or where the API key is refused or used up
 */
export async function listCompanyHooks(
	context: Context,
	account: Account,
	remembered: Findings | undefined,
	url: string,
): Promise<CompanyHooks> {
	if (remembered?.keyDigest === account.keyDigest) {
		const { dialect } = remembered;
		const known = await tryDialect(
			context,
			account,
			dialect,
			account.companyId ?? remembered.companyId,
			url,
		);
		if (!known.refused || !MAY_BE_THE_OTHER.includes(known.refused.response.status))
			return usable(context, known);
	}
	const companyId = account.companyId ?? (await findCompanyId(context));
	const openapi =
		companyId === null ? null : await tryDialect(context, account, 'openapi', companyId, url);
	if (openapi && !openapi.refused) return openapi;
	if (openapi?.refused && !MAY_BE_THE_OTHER.includes(openapi.refused.response.status))
		return usable(context, openapi);
	const article = await tryDialect(context, account, 'article', companyId, url);
	if (!article.refused) return article;
	return openapi ?? { ...article, refused: companyId === null ? null : article.refused };
}

/** A key that is refused or used up ends it here; whether the list itself may be seen is for the caller to judge. */
function usable(context: Context, found: CompanyHooks): CompanyHooks {
	if (found.refused && !MAY_BE_THE_OTHER.includes(found.refused.response.status))
		throw listRefusal(context, found.refused.response, found.refused.path);
	return found;
}

/** The error for a company scope whose webhooks cannot be reached. */
export function companyRefusal(context: Context, found: CompanyHooks): Error {
	if (!found.refused)
		return new NodeOperationError(
			context.getNode(),
			"Could not find out which company the API key belongs to, which 100Hires wants to know for a company's webhook. Enter the Company ID in the 100Hires credential, or set 'Scope' to One Job.",
		);
	const { response, path } = found.refused;
	const error = listRefusal(context, response, path);
	error.message +=
		" An administrator's API key can see the company's webhooks; with this one, 'Scope' set to One Job may work. If the credential has a Company ID, check that too.";
	return error;
}

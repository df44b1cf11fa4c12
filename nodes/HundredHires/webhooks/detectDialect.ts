import { NodeOperationError } from 'n8n-workflow';
import type { Id } from '../shared/types';
import { findCompanyId } from '../transport/company';
import type { Account, ApiResponse, Context } from '../transport/types';
import { CAPABILITIES, DIALECTS, type Dialect } from './dialect';
import type { DetectedApi } from './staticData';
import { createListRefusal, findWebhooks, type Webhook } from './webhookApi';

/** What was observed of the company's webhooks while finding out which dialect 100Hires speaks. */
interface CompanyWebhooks {
	/** `null` where neither list may be seen, which leaves the dialect open. */
	detectedApi: DetectedApi | null;
	/** Those with the node's URL. */
	webhooks: Webhook[];
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
): Promise<CompanyWebhooks> {
	const path = CAPABILITIES[dialect].companyPath(companyId);
	const found = await findWebhooks(context, path, url);
	if (!Array.isArray(found))
		return { detectedApi: null, webhooks: [], refused: { response: found, path } };
	return {
		detectedApi: { keyDigest: account.keyDigest, dialect, companyId },
		webhooks: found,
		refused: null,
	};
}

function mayBeTheOther({ refused }: CompanyWebhooks): boolean {
	return refused !== null && MAY_BE_THE_OTHER.includes(refused.response.status);
}

/**
 * Lists the company's webhooks that have the node's URL, by what an earlier activation detected of the API, else by trying each
 * dialect.
 *
 * @param detected What an earlier activation found out; used if it was with this API key
 * @throws NodeApiError where no answer came, or where the API key is refused or used up
 */
export async function listCompanyWebhooks(
	context: Context,
	account: Account,
	detected: DetectedApi | undefined,
	url: string,
): Promise<CompanyWebhooks> {
	if (detected?.keyDigest === account.keyDigest) {
		const companyId = account.companyId ?? detected.companyId;
		const known = await tryDialect(context, account, detected.dialect, companyId, url);
		if (!mayBeTheOther(known)) return requireUsable(context, known);
	}
	const companyId = account.companyId ?? (await findCompanyId(context));
	let first: CompanyWebhooks | null = null;
	for (const dialect of DIALECTS) {
		if (CAPABILITIES[dialect].needsCompanyId && companyId === null) continue;
		const found = await tryDialect(context, account, dialect, companyId, url);
		if (!found.refused) return found;
		// The last one's refusal is judged by the caller, whatever it is: it may need no company's list.
		const isLast = dialect === DIALECTS[DIALECTS.length - 1];
		if (!isLast && !mayBeTheOther(found)) return requireUsable(context, found);
		first ??= found;
	}
	return {
		detectedApi: null,
		webhooks: [],
		refused: companyId === null ? null : (first?.refused ?? null),
	};
}

/** A key that is refused or used up ends it here; whether the list itself may be seen is for the caller to judge. */
function requireUsable(context: Context, found: CompanyWebhooks): CompanyWebhooks {
	if (found.refused && !mayBeTheOther(found))
		throw createListRefusal(context, found.refused.response, found.refused.path);
	return found;
}

/** The error for a company scope whose webhooks cannot be reached. */
export function createCompanyRefusal(context: Context, found: CompanyWebhooks): Error {
	if (!found.refused)
		return new NodeOperationError(
			context.getNode(),
			"Could not find out which company the API key belongs to, which 100Hires wants to know for a company's webhook. Enter the Company ID in the 100Hires credential, or set 'Scope' to One Job.",
		);
	const { response, path } = found.refused;
	const error = createListRefusal(context, response, path);
	error.message +=
		" An administrator's API key can see the company's webhooks; with this one, 'Scope' set to One Job may work. If the credential has a Company ID, check that too.";
	return error;
}

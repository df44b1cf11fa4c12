import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import type { EventName } from '../events';
import { PRODUCTION_BASE_URL, readAccount } from '../transport/request';
import type { Account } from '../transport/types';
import { isPublicHttpsUrl } from './ipRanges';
import { companyRefusal, listCompanyHooks } from './discovery';
import {
	createHook,
	createRefusal,
	findHooks,
	isAboutEvents,
	listRefusal,
	pathOf,
	removeHook,
	rotateSecret,
	type Hook,
} from './webhookApi';
import {
	readRecords,
	sameEvents,
	withSecret,
	writeRecord,
	type Dialect,
	type Place,
	type Registration,
} from './staticData';

/** What the node's parameters ask for. */
export interface Wish {
	place: Place;
	events: EventName[];
}

/** Everything that is known of the situation after the lists were read. */
interface Survey {
	url: string;
	/** `null` while nothing tells which account of the API 100Hires speaks. */
	dialect: Dialect | null;
	/** The list that the webhook belongs in. */
	path: string;
	/** Webhooks with the node's URL: where they belong, and anywhere else. */
	here: Hook[];
	elsewhere: Hook[];
}

function webhookUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/** Whether 100Hires would take the URL. With another base URL the other side is a test server, which makes its own rules. */
function isReachable(account: Account, url: string): boolean {
	return account.baseUrl !== PRODUCTION_BASE_URL || isPublicHttpsUrl(url);
}

/** Says before any request, and with the cure, what 100Hires would refuse with a bare "url is invalid". */
function refuseUnreachable(context: IHookFunctions, account: Account, url: string): void {
	if (isReachable(account, url)) return;
	throw new NodeOperationError(
		context.getNode(),
		`100Hires can only call a public HTTPS address, and this n8n gives its webhooks the address ${url}. If n8n can be reached from the internet, set N8N_WEBHOOK_URL (before n8n 2.30: WEBHOOK_URL) to that address (https://…) and restart n8n. If it cannot, use the 100Hires Polling Trigger, which needs no public address.`,
	);
}

/** The copies that an earlier registration of this node left in another list, for instance that of another job. */
async function findLeftovers(
	context: IHookFunctions,
	url: string,
	read: readonly string[],
): Promise<Hook[]> {
	const { registration } = readRecords(context);
	if (!registration || registration.url !== url || read.includes(registration.path)) return [];
	const found = await findHooks(context, registration.path, url);
	// A list that is gone, with its job or for this key, has no copy that could be removed.
	return Array.isArray(found) ? found : [];
}

async function survey(context: IHookFunctions, wish: Wish): Promise<Survey> {
	const url = webhookUrl(context);
	const account = await readAccount(context);
	refuseUnreachable(context, account, url);

	const company = await listCompanyHooks(context, account, readRecords(context).findings, url);
	if (company.findings) writeRecord(context, 'findings', company.findings);
	const dialect = company.findings?.dialect ?? null;
	const companyPath =
		company.findings &&
		pathOf({ scope: 'company' }, company.findings.dialect, company.findings.companyId);

	if (wish.place.scope === 'company') {
		if (companyPath === null) throw companyRefusal(context, company);
		const elsewhere = await findLeftovers(context, url, [companyPath]);
		return { url, dialect, path: companyPath, here: company.hooks, elsewhere };
	}
	// The same path in both accounts of the API.
	const path = pathOf(wish.place, dialect ?? 'openapi', null);
	const here = await findHooks(context, path, url);
	if (!Array.isArray(here)) throw listRefusal(context, here, path);
	const leftovers = await findLeftovers(
		context,
		url,
		companyPath === null ? [path] : [path, companyPath],
	);
	return { url, dialect, path, here, elsewhere: [...company.hooks, ...leftovers] };
}

/** Whether 100Hires has the webhook down for just the chosen events. In the OpenAPI account there is nothing to choose. */
function hasEvents(
	hook: Hook,
	dialect: Dialect | null,
	known: Registration | undefined,
	events: EventName[],
): boolean {
	if (dialect !== 'article') return true;
	const registered = hook.events ?? (known?.id === hook.id ? known.events : null);
	return registered !== null && sameEvents(registered, events);
}

/**
 * Whether the secrets on record can be trusted without asking. Where n8n merely starts, yes. A webhook that is there already when
 * somebody publishes is out of the ordinary (a crash, a restored backup), and a backup may hold a secret that was replaced since; the
 * account of the article cannot replace one.
 */
function trustsRecords(context: IHookFunctions, dialect: Dialect | null): boolean {
	return (
		dialect === 'article' || ['init', 'leadershipChange'].includes(context.getActivationMode())
	);
}

/** The one webhook that stays, with a secret that we hold: ours, else a copy of its URL; its secret made anew where need be. */
async function adopt(
	context: IHookFunctions,
	found: Survey,
	wish: Wish,
): Promise<Registration | null> {
	const known = readRecords(context).registration;
	const isKnown = (hook: Hook): boolean =>
		known !== undefined && String(hook.id) === String(known.id) && hook.path === known.path;
	const [hook] = found.here
		.filter((candidate) => hasEvents(candidate, found.dialect, known, wish.events))
		.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
	if (!hook) return null;

	const held = known && isKnown(hook) ? known.secrets : [];
	const kept = { id: hook.id, url: found.url, path: found.path, events: wish.events };
	if (held.length > 0 && trustsRecords(context, found.dialect)) return { ...kept, secrets: held };
	const secret = await rotateSecret(context, hook);
	if (secret !== null) return { ...kept, secrets: withSecret(secret, held) };
	return held.length > 0 ? { ...kept, secrets: held } : null;
}

/**
 * Puts the webhook right as far as that needs no new one: afterwards there is at 100Hires either exactly one webhook with the node's
 * URL, where it belongs and with a secret that is held, or none. Webhooks with other URLs are never touched.
 *
 * @returns Whether there is one
 * @throws NodeApiError or NodeOperationError with a message that names the cure
 */
export async function checkRegistration(context: IHookFunctions, wish: Wish): Promise<boolean> {
	const found = await survey(context, wish);
	const kept = await adopt(context, found, wish);
	// Kept first, removed after: a delivery in between still finds a webhook.
	writeRecord(context, 'registration', kept ?? undefined);
	for (const hook of [...found.here, ...found.elsewhere]) {
		const stays = kept !== null && hook.id === kept.id && hook.path === kept.path;
		if (!stays) await removeHook(context, hook);
	}
	return kept !== null;
}

/**
 * Registers the webhook, after `checkRegistration` found that there is none.
 *
 * @throws NodeApiError or NodeOperationError with a message that names the cure
 */
export async function register(context: IHookFunctions, wish: Wish): Promise<void> {
	const { findings } = readRecords(context);
	const url = webhookUrl(context);
	const companyId = findings?.companyId ?? null;
	let dialect: Dialect = findings?.dialect ?? 'openapi';
	const path = pathOf(wish.place, dialect, companyId);

	let created = await createHook(context, path, dialect, url, wish.events);
	if ('status' in created && isAboutEvents(created)) {
		// Seen only where the company's list is closed to this key, so that nothing told the account before.
		dialect = dialect === 'openapi' ? 'article' : 'openapi';
		created = await createHook(context, path, dialect, url, wish.events);
	}
	if ('status' in created) {
		// "Exists already": somebody was faster, or the answer to an earlier try was lost.
		const exists =
			[400, 409, 422].includes(created.status) && (await checkRegistration(context, wish));
		if (exists) return;
		throw createRefusal(context, created, path, url);
	}
	const { id, secret } = created;
	writeRecord(context, 'registration', { id, url, path, events: wish.events, secrets: [secret] });
}

/** Every webhook with the node's URL, where the node's parameters say that it belongs; a job that is gone has none. */
async function findOwn(
	context: IHookFunctions,
	place: Place,
	account: Account,
	url: string,
): Promise<Hook[]> {
	const { findings } = readRecords(context);
	if (place.scope === 'company') {
		const company = await listCompanyHooks(context, account, findings, url);
		if (!company.findings && company.refused) throw companyRefusal(context, company);
		return company.hooks;
	}
	const path = pathOf(place, findings?.dialect ?? 'openapi', null);
	const found = await findHooks(context, path, url);
	if (Array.isArray(found)) return found;
	if (found.status === 404) return [];
	throw listRefusal(context, found, path);
}

/**
 * Removes the webhook: the one that was registered, else every one with the node's URL.
 *
 * @throws NodeApiError where 100Hires could not be reached or refused, so that n8n tries again and reports it
 */
export async function unregister(context: IHookFunctions, place: Place | null): Promise<void> {
	const url = webhookUrl(context);
	const { registration } = readRecords(context);
	if (registration?.url === url) {
		await removeHook(context, registration);
	} else {
		if (registration) warnOfOtherUrl(context, registration, url);
		const account = await readAccount(context);
		// Without a place, or with a URL that 100Hires does not take, there is none to look for.
		const possible = place !== null && isReachable(account, url);
		const own = possible ? await findOwn(context, place, account, url) : [];
		for (const hook of own) await removeHook(context, hook);
	}
	writeRecord(context, 'registration', undefined);
}

/** Static data that came with a copied workflow names another n8n's webhook, which is not ours to remove. */
function warnOfOtherUrl(context: IHookFunctions, registration: Registration, url: string): void {
	context.logger.warn(
		`100Hires Trigger "${context.getNode().name}" left webhook ${registration.id} alone: it calls ${registration.url}, while this node's address is ${url}. If that address is no longer in use, remove the webhook at 100Hires.`,
		{ workflowId: context.getWorkflow().id },
	);
}

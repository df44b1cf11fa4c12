import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import type { EventName } from '../events';
import { PRODUCTION_BASE_URL } from '../shared/credential';
import { readAccount } from '../transport/request';
import type { Account } from '../transport/types';
import type { Scope } from '../triggers/scope';
import { isPublicHttpsUrl } from '../shared/ipRanges';
import { quote } from '../shared/quote';
import { createCompanyRefusal, listCompanyWebhooks } from './detectDialect';
import { CAPABILITIES, DEFAULT_DIALECT, findOtherDialect, type Dialect } from './dialect';
import {
	createWebhook,
	createRegistrationRefusal,
	findWebhooks,
	isAboutEvents,
	createListRefusal,
	buildJobPath,
	buildPath,
	isMissing,
	removeWebhook,
	rotateSecret,
	type Webhook,
} from './webhookApi';
import {
	addSecret,
	hasSameEvents,
	readStaticData,
	writeStaticData,
	type StoredWebhook,
} from './staticData';

/** The webhook that the node's parameters ask for. */
interface DesiredWebhook {
	scope: Scope;
	events: EventName[];
}

/** What was observed at 100Hires: everything that is known after the lists were read. */
interface Observed {
	url: string;
	account: Account;
	/** `null` while nothing shows which dialect 100Hires speaks. */
	dialect: Dialect | null;
	/** The list that the webhook belongs in. */
	path: string;
	/** Webhooks with the node's URL: where they belong, and anywhere else. */
	here: Webhook[];
	elsewhere: Webhook[];
}

function readWebhookUrl(context: IHookFunctions): string {
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
	account: Account,
	url: string,
	read: readonly string[],
): Promise<Webhook[]> {
	const { webhook: stored } = readStaticData(context);
	if (!stored || stored.url !== url || read.includes(stored.path)) return [];
	// The list of a job with the same number at another server has nothing of ours.
	if (stored.baseUrl !== undefined && stored.baseUrl !== account.baseUrl) return [];
	const found = await findWebhooks(context, stored.path, url);
	// A list that is gone, with its job or for this key, has no copy that could be removed.
	return Array.isArray(found) ? found : [];
}

async function observe(context: IHookFunctions, desired: DesiredWebhook): Promise<Observed> {
	const url = readWebhookUrl(context);
	const account = await readAccount(context);
	refuseUnreachable(context, account, url);

	const { detectedApi: remembered } = readStaticData(context);
	const company = await listCompanyWebhooks(context, account, remembered, url);
	const { detectedApi } = company;
	if (detectedApi) writeStaticData(context, 'detectedApi', detectedApi);
	const dialect = detectedApi?.dialect ?? null;
	const companyPath =
		detectedApi && CAPABILITIES[detectedApi.dialect].companyPath(detectedApi.companyId);

	if (desired.scope.scope === 'company') {
		if (companyPath === null) throw createCompanyRefusal(context, company);
		const elsewhere = await findLeftovers(context, account, url, [companyPath]);
		return { url, account, dialect, path: companyPath, here: company.webhooks, elsewhere };
	}
	const path = buildJobPath(desired.scope.jobId);
	const here = await findWebhooks(context, path, url);
	if (!Array.isArray(here)) throw createListRefusal(context, here, path);
	const leftovers = await findLeftovers(
		context,
		account,
		url,
		companyPath === null ? [path] : [path, companyPath],
	);
	return { url, account, dialect, path, here, elsewhere: [...company.webhooks, ...leftovers] };
}

/** Whether 100Hires has the webhook down for just the chosen events. Where the dialect takes no events there is nothing to choose. */
function hasEvents(
	webhook: Webhook,
	dialect: Dialect | null,
	known: StoredWebhook | undefined,
	events: EventName[],
): boolean {
	if (dialect === null || !CAPABILITIES[dialect].takesEvents) return true;
	const registered = webhook.events ?? (known?.id === webhook.id ? known.events : null);
	return registered !== null && hasSameEvents(registered, events);
}

/**
 * Whether the secrets in the static data can be trusted without a request. Where n8n merely starts, yes. A webhook that is there
 * already when somebody publishes is out of the ordinary (a crash, a restored backup), and a backup may hold a secret that was
 * replaced since, unless the dialect cannot replace one.
 */
function trustsStaticData(context: IHookFunctions, dialect: Dialect | null): boolean {
	if (dialect !== null && !CAPABILITIES[dialect].rotatesSecrets) return true;
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/** The one webhook that stays, with a secret that we hold: ours, else a copy of its URL; its secret made anew where need be. */
async function adopt(
	context: IHookFunctions,
	found: Observed,
	desired: DesiredWebhook,
): Promise<StoredWebhook | null> {
	const { webhook: stored } = readStaticData(context);
	const { baseUrl, keyDigest } = found.account;
	// At another server, the same number is another webhook, with another secret.
	const isHere = stored?.baseUrl === undefined || stored.baseUrl === baseUrl;
	const known = isHere ? stored : undefined;
	const isKnown = (webhook: Webhook): boolean =>
		known !== undefined && String(webhook.id) === String(known.id) && webhook.path === known.path;
	const [webhook] = found.here
		.filter((candidate) => hasEvents(candidate, found.dialect, known, desired.events))
		.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
	if (!webhook) return null;

	const held = known && isKnown(webhook) ? known.secrets : [];
	const { url, path } = found;
	const kept = { id: webhook.id, url, path, events: desired.events, baseUrl, keyDigest };
	if (held.length > 0 && trustsStaticData(context, found.dialect))
		return { ...kept, secrets: held };
	const secret = await rotateSecret(context, webhook);
	if (secret !== null) return { ...kept, secrets: addSecret(secret, held) };
	return held.length > 0 ? { ...kept, secrets: held } : null;
}

/**
 * Puts the webhook right as far as that needs no new one: afterwards there is at 100Hires either exactly one webhook with the node's
 * URL, where it belongs and with a secret that is held, or none. Webhooks with other URLs are never touched.
 *
 * @returns Whether there is one
 * @throws NodeApiError or NodeOperationError with a message that names the cure
 */
export async function checkRegistration(
	context: IHookFunctions,
	desired: DesiredWebhook,
): Promise<boolean> {
	const found = await observe(context, desired);
	const { webhook: stored } = readStaticData(context);
	const kept = await adopt(context, found, desired);
	if (stored?.baseUrl !== undefined && stored.baseUrl !== found.account.baseUrl)
		warnOfLeftBehind(context, stored, found.account);
	// Kept first, removed after: a delivery in between still finds a webhook.
	writeStaticData(context, 'webhook', kept ?? undefined);
	for (const webhook of [...found.here, ...found.elsewhere]) {
		const stays = kept !== null && webhook.id === kept.id && webhook.path === kept.path;
		if (!stays) await removeWebhook(context, webhook);
	}
	return kept !== null;
}

/**
 * Registers the webhook, after `checkRegistration` found that there is none.
 *
 * @throws NodeApiError or NodeOperationError with a message that names the cure
 */
export async function register(context: IHookFunctions, desired: DesiredWebhook): Promise<void> {
	const { detectedApi } = readStaticData(context);
	const url = readWebhookUrl(context);
	let dialect = detectedApi?.dialect ?? DEFAULT_DIALECT;
	const path = buildPath(desired.scope, dialect, detectedApi?.companyId ?? null);

	let created = await createWebhook(context, path, dialect, url, desired.events);
	if ('status' in created && isAboutEvents(created)) {
		// Seen only where the company's list is closed to this key, so that nothing showed the dialect before.
		dialect = findOtherDialect(dialect);
		created = await createWebhook(context, path, dialect, url, desired.events);
	}
	if ('status' in created) {
		// "Exists already": somebody was faster, or the answer to an earlier try was lost.
		const exists =
			[400, 409, 422].includes(created.status) && (await checkRegistration(context, desired));
		if (exists) return;
		throw createRegistrationRefusal(context, created, path, url);
	}
	const { id, secret } = created;
	const { baseUrl, keyDigest } = await readAccount(context);
	const { events } = desired;
	const webhook = { id, url, path, events, secrets: [secret], baseUrl, keyDigest };
	writeStaticData(context, 'webhook', webhook);
}

/** Every webhook with the node's URL, where the node's parameters say that it belongs; a job that is gone has none. */
async function findOwn(
	context: IHookFunctions,
	scope: Scope,
	account: Account,
	url: string,
): Promise<Webhook[]> {
	if (scope.scope === 'company') {
		const { detectedApi } = readStaticData(context);
		const company = await listCompanyWebhooks(context, account, detectedApi, url);
		if (!company.detectedApi && company.refused) throw createCompanyRefusal(context, company);
		return company.webhooks;
	}
	const path = buildJobPath(scope.jobId);
	const found = await findWebhooks(context, path, url);
	if (Array.isArray(found)) return found;
	if (isMissing(found)) return [];
	throw createListRefusal(context, found, path);
}

/** Whether an ID that is stored means the same webhook for this account: it was given by this server, to this key. */
function isOfAccount(stored: StoredWebhook, { baseUrl, keyDigest }: Account): boolean {
	return stored.baseUrl === baseUrl && stored.keyDigest === keyDigest;
}

/**
 * Removes the webhook: by its ID where this server gave it to this key, else every one with the node's URL.
 *
 * @throws NodeApiError where 100Hires could not be reached or refused, so that n8n tries again and reports it
 */
export async function unregister(context: IHookFunctions, scope: Scope | null): Promise<void> {
	const url = readWebhookUrl(context);
	const { webhook: stored } = readStaticData(context);
	const account = await readAccount(context);
	if (stored?.url === url && isOfAccount(stored, account)) {
		await removeWebhook(context, stored);
	} else {
		// Without a scope, or with a URL that 100Hires does not take, there is none to find.
		const isPossible = scope !== null && isReachable(account, url);
		const own = isPossible ? await findOwn(context, scope, account, url) : [];
		for (const webhook of own) await removeWebhook(context, webhook);
		if (stored && stored.url !== url) warnOfOtherUrl(context, stored, url);
		else if (stored && !own.some(({ id }) => String(id) === String(stored.id)))
			warnOfLeftBehind(context, stored, account);
	}
	writeStaticData(context, 'webhook', undefined);
}

/** The credential was changed: the ID that is stored may be somebody else's webhook now, and ours cannot be reached. */
function warnOfLeftBehind(context: IHookFunctions, stored: StoredWebhook, account: Account): void {
	const where = stored.baseUrl ?? account.baseUrl;
	context.logger.warn(
		`100Hires Trigger ${quote(context.getNode().name)} left webhook ${quote(String(stored.id))} alone, which it had registered at ${quote(where)} with another credential: it calls ${quote(stored.url)}. If it is still there, remove it in 100Hires.`,
		{ workflowId: context.getWorkflow().id },
	);
}

/** Static data that came with a copied workflow names another n8n's webhook, which is not ours to remove. */
function warnOfOtherUrl(context: IHookFunctions, stored: StoredWebhook, url: string): void {
	context.logger.warn(
		`100Hires Trigger ${quote(context.getNode().name)} left webhook ${quote(String(stored.id))} alone: it calls ${quote(stored.url)}, while this node's address is ${quote(url)}. If that address is no longer in use, remove the webhook at 100Hires.`,
		{ workflowId: context.getWorkflow().id },
	);
}

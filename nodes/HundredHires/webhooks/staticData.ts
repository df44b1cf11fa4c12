import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { EventName } from '../events';
import type { Id } from '../shared/types';
import { isObject, readId, readText, readTexts } from '../shared/values';
import { isDialect, type Dialect } from './dialect';

/** The webhook that this node registered. */
export interface StoredWebhook {
	id: Id;
	url: string;
	/** Path of the list that it is in, below the base URL. */
	path: string;
	events: string[];
	/** Newest first. The one before stays, as a delivery that is under way may still be signed with it alone. */
	secrets: string[];
	/** Where its ID means it, and with which key it was registered; an early version did not keep them. */
	baseUrl?: string;
	keyDigest?: string;
}

/** What was found out about the API, so that the next activation need not try again. Holds for one API key. */
export interface DetectedApi {
	keyDigest: string;
	dialect: Dialect;
	companyId: Id | null;
}

/**
 * What the node keeps in n8n's static data. It is written by the node's registration only: n8n saves the whole document at once, and
 * deliveries that wrote to it would undo each other's and the registration's writes.
 */
interface StaticData {
	webhook?: StoredWebhook;
	detectedApi?: DetectedApi;
}

/** The keys under which it is saved. They are those of the first versions, which workflows that run have in n8n's database. */
const SAVED_AS = { webhook: 'registration', detectedApi: 'findings' } as const;

const MOST_SECRETS = 3;

/** The new secret first, then those held so far. */
export function addSecret(secret: string, held: readonly string[] = []): string[] {
	return [secret, ...held.filter((other) => other !== secret)].slice(0, MOST_SECRETS);
}

/** Reads what is kept; whatever is not as this version writes it (an old backup, an edited workflow) counts as not there. */
export function readStaticData(context: IHookFunctions | IWebhookFunctions): StaticData {
	const data: IDataObject = context.getWorkflowStaticData('node');
	return {
		webhook: readStoredWebhook(data[SAVED_AS.webhook]),
		detectedApi: readDetectedApi(data[SAVED_AS.detectedApi]),
	};
}

function readStoredWebhook(value: unknown): StoredWebhook | undefined {
	if (!isObject(value)) return undefined;
	const [id, url, path] = [readId(value.id), readText(value.url), readText(value.path)];
	if (id === null || url === null || path === null) return undefined;
	const [baseUrl, keyDigest] = [readText(value.baseUrl), readText(value.keyDigest)];
	return {
		id,
		url,
		path,
		events: readTexts(value.events),
		secrets: readTexts(value.secrets),
		...(baseUrl !== null && { baseUrl }),
		...(keyDigest !== null && { keyDigest }),
	};
}

function readDetectedApi(value: unknown): DetectedApi | undefined {
	if (!isObject(value)) return undefined;
	const { dialect } = value;
	const keyDigest = readText(value.keyDigest);
	if (keyDigest === null || !isDialect(dialect)) return undefined;
	return { keyDigest, dialect, companyId: readId(value.companyId) };
}

/** Writes one part of it, or removes it where `value` is `undefined`. n8n saves it after the call of the node. */
export function writeStaticData<K extends keyof StaticData>(
	context: IHookFunctions,
	key: K,
	value: StaticData[K] | undefined,
): void {
	const data: IDataObject = context.getWorkflowStaticData('node');
	if (value === undefined) delete data[SAVED_AS[key]];
	else data[SAVED_AS[key]] = { ...value } as unknown as IDataObject;
}

/** Whether the events that 100Hires has for a webhook are those chosen, in whatever order. */
export function hasSameEvents(
	registered: readonly string[],
	chosen: readonly EventName[],
): boolean {
	const [a, b] = [new Set(registered), new Set<string>(chosen)];
	return a.size === b.size && [...a].every((name) => b.has(name));
}

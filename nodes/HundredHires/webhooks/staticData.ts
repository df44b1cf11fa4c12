import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { EventName } from '../events';
import type { Id } from '../shared/types';
import { isObject, readId, readText, readTexts } from '../shared/values';

/** Which of the two official accounts of the webhook API 100Hires speaks: see docs/contract.md. */
export type Dialect = 'openapi' | 'article';

/** Whose events a webhook tells of. */
export type Place = { scope: 'company' } | { scope: 'job'; jobId: Id };

/** The webhook that this node registered. */
export interface Registration {
	id: Id;
	url: string;
	/** Path of the list that it is in, below the base URL. */
	path: string;
	events: string[];
	/** Newest first. The one before stays, as a delivery that is under way may still be signed with it alone. */
	secrets: string[];
}

/** What was found out about the API, so that the next activation need not ask again. Holds for one API key. */
export interface Findings {
	keyDigest: string;
	dialect: Dialect;
	companyId: Id | null;
}

/**
 * What the node keeps in n8n's static data. It is written by the registration hooks only: n8n saves the whole document at once, and
 * deliveries that wrote to it would undo each other's and the registration's writes.
 */
export interface Records {
	registration?: Registration;
	findings?: Findings;
}

const MOST_SECRETS = 3;

/** The secret first, then those held so far. */
export function withSecret(secret: string, held: readonly string[] = []): string[] {
	return [secret, ...held.filter((other) => other !== secret)].slice(0, MOST_SECRETS);
}

/** Reads the records; whatever is not as this version writes it (an old backup, an edited workflow) counts as not there. */
export function readRecords(context: IHookFunctions | IWebhookFunctions): Records {
	const data: IDataObject = context.getWorkflowStaticData('node');
	return {
		registration: readRegistration(data.registration),
		findings: readFindings(data.findings),
	};
}

function readRegistration(value: unknown): Registration | undefined {
	if (!isObject(value)) return undefined;
	const [id, url, path] = [readId(value.id), readText(value.url), readText(value.path)];
	if (id === null || url === null || path === null) return undefined;
	return { id, url, path, events: readTexts(value.events), secrets: readTexts(value.secrets) };
}

function readFindings(value: unknown): Findings | undefined {
	if (!isObject(value)) return undefined;
	const { dialect } = value;
	const keyDigest = readText(value.keyDigest);
	if (keyDigest === null || (dialect !== 'openapi' && dialect !== 'article')) return undefined;
	return { keyDigest, dialect, companyId: readId(value.companyId) };
}

/** Writes one of the records, or removes it. n8n saves it after the hook. */
export function writeRecord<K extends keyof Records>(
	context: IHookFunctions,
	key: K,
	value: Records[K] | undefined,
): void {
	const data: IDataObject = context.getWorkflowStaticData('node');
	if (value === undefined) delete data[key];
	else data[key] = { ...value } as unknown as IDataObject;
}

/** Whether the events that 100Hires has for a webhook are those chosen, in whatever order. */
export function sameEvents(registered: readonly string[], chosen: readonly EventName[]): boolean {
	const [a, b] = [new Set(registered), new Set<string>(chosen)];
	return a.size === b.size && [...a].every((name) => b.has(name));
}

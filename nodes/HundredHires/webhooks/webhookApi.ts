import { findEventName, type EventName } from '../events';
import type { Id, Json } from '../shared/types';
import { findFirst, isObject, readId, readText, readTexts } from '../shared/values';
import {
	createApiError,
	createRefusal,
	createUnexpected,
	readValidationErrors,
} from '../transport/errors';
import { isExpected } from '../transport/expectation';
import { tryList } from '../transport/pages';
import { toPathSegment } from '../shared/pathSegment';
import { isSuccess, tryRequest } from '../transport/request';
import type { ApiResponse, Context } from '../transport/types';
import type { Scope } from '../triggers/scope';
import { CAPABILITIES, toWireName, type Dialect } from './dialect';

/** A webhook as 100Hires lists it. */
export interface Webhook {
	id: Id;
	url: string;
	/** The list that it is in. */
	path: string;
	/** Names of ours where 100Hires' are known; `null` where the list does not show them (in the OpenAPI dialect it never does). */
	events: string[] | null;
}

/** Path of the list of the job's webhooks, the same in all dialects. */
export function buildJobPath(jobId: Id): string {
	return `/jobs/${toPathSegment(jobId)}/webhooks`;
}

/** Path of the list in which 100Hires keeps the webhooks of a scope. */
export function buildPath(scope: Scope, dialect: Dialect, companyId: Id | null): string {
	return scope.scope === 'job'
		? buildJobPath(scope.jobId)
		: CAPABILITIES[dialect].companyPath(companyId);
}

/** Words for a list of webhooks, to follow "Could not". */
function describeList(path: string): string {
	const job = /^\/jobs\/([^/]+)\//.exec(path);
	return job ? `job ${decodeURIComponent(job[1])}` : 'the company';
}

function readWebhook(row: Json, path: string): Webhook | null {
	const [id, url] = [readId(row.id), readText(row.url)];
	if (id === null || url === null) return null;
	const events = findFirst(row, 'events', 'event_types');
	const names = readTexts(events).map((name) => findEventName(name) ?? name);
	return { id, url, path, events: events === null ? null : names };
}

/**
 * The webhooks of a list that have exactly this URL. Others are passed over: they are somebody else's.
 *
 * @returns Webhooks, or the answer with which 100Hires refused the list
 */
export async function findWebhooks(
	context: Context,
	path: string,
	url: string,
): Promise<Webhook[] | ApiResponse> {
	const task = `list the webhooks of ${describeList(path)}`;
	const rows = await tryList(context, { path, key: 'webhooks', task, fields: ['id'] });
	if (!Array.isArray(rows)) return rows;
	// Should a company's list show those of its jobs too, they are in place where they are.
	const inPlace = rows.filter((row) => path.startsWith('/jobs/') || readId(row.job_id) === null);
	return inPlace
		.flatMap((row) => readWebhook(row, path) ?? [])
		.filter((webhook) => webhook.url === url);
}

/** The error for a refused `findWebhooks`. */
export function createListRefusal(context: Context, response: ApiResponse, path: string): Error {
	return createRefusal(context.getNode(), response, `list the webhooks of ${describeList(path)}`);
}

/** A new webhook and the secret that 100Hires made for it, which it shows only this once. */
interface CreatedWebhook {
	id: Id;
	secret: string;
}

const SECRET_KEYS = ['signing_secret', 'signingSecret', 'secret', 'webhook_secret'];

async function readCreated(context: Context, body: unknown, path: string): Promise<CreatedWebhook> {
	const answer: Json = isObject(body) ? (isObject(body.webhook) ? body.webhook : body) : {};
	const id = readId(answer.id);
	const secret = readText(findFirst(answer, ...SECRET_KEYS));
	if (id !== null && secret !== null) return { id, secret };
	// Without its secret no delivery of this webhook could ever be verified.
	if (id !== null) await removeWebhook(context, { id, path });
	throw createApiError(
		context.getNode(),
		`Could not register the webhook for ${describeList(path)}: 100Hires answered without ${id === null ? 'its ID' : 'its signing secret'}. It may be there all the same; publish the workflow again, which takes it over, and write to support@100hires.com if it happens again.`,
	);
}

/** What the create request of a dialect carries: a field that it does not know is refused. */
function buildCreateBody(dialect: Dialect, url: string, events: readonly EventName[]) {
	return CAPABILITIES[dialect].takesEvents ? { url, events: events.map(toWireName) } : { url };
}

/**
 * Registers a webhook.
 *
 * @returns The new webhook, or the answer with which 100Hires refused it
 * @throws NodeApiError where no answer came, or one without ID or secret
 */
export async function createWebhook(
	context: Context,
	path: string,
	dialect: Dialect,
	url: string,
	events: readonly EventName[],
): Promise<CreatedWebhook | ApiResponse> {
	const task = `register the webhook for ${describeList(path)}`;
	const body = buildCreateBody(dialect, url, events);
	// Where the webhook is in the answer differs; `readCreated` looks for it.
	const expect = { kind: 'object' as const, fields: [] };
	// The next try takes over a webhook of which nobody heard.
	const req = { method: 'POST' as const, path, body, task, expect, isIdempotent: true };
	const response = await tryRequest(context, req);
	if (!isSuccess(response)) return response;
	return await readCreated(context, response.body, path);
}

/** Whether a refused create complains of the list of events: then it is the other dialect that 100Hires speaks. */
export function isAboutEvents(response: ApiResponse): boolean {
	if (response.status !== 400 && response.status !== 422) return false;
	const fields = Object.entries(readValidationErrors(response));
	return (
		fields.some(([field, text]) => /event/i.test(`${field} ${text}`)) ||
		/event/i.test(JSON.stringify(response.body))
	);
}

/** The error for a refused `createWebhook`. */
export function createRegistrationRefusal(
	context: Context,
	response: ApiResponse,
	path: string,
	url: string,
): Error {
	return createRefusal(
		context.getNode(),
		response,
		`register the webhook ${url} for ${describeList(path)}`,
	);
}

/**
 * Has 100Hires make a new secret for a webhook; the old one stays valid for a while.
 *
 * @returns The new secret, or `null` where this dialect cannot do it or the webhook is gone
 * @throws NodeApiError where no answer came or 100Hires refused for another reason
 */
export async function rotateSecret(
	context: Context,
	webhook: Pick<Webhook, 'id' | 'path'>,
): Promise<string | null> {
	const path = `${webhook.path}/${toPathSegment(webhook.id)}/rotate-secret`;
	const task = `make a new signing secret for the webhook of ${describeList(webhook.path)}`;
	const expect = { kind: 'object' as const, fields: SECRET_KEYS };
	const req = { method: 'POST' as const, path, task, expect, isIdempotent: true };
	const response = await tryRequest(context, req);
	if (response.status === 404 || response.status === 405) return null;
	if (!isSuccess(response)) throw createRefusal(context.getNode(), response, task);
	return isObject(response.body) ? readText(findFirst(response.body, ...SECRET_KEYS)) : null;
}

/** Whether 100Hires says that there is no such thing, and not a server in between. */
export function isMissing({ status, body }: ApiResponse): boolean {
	return (status === 404 || status === 410) && isObject(body);
}

/** Whether a webhook is no longer in its list; asked where the answer to its removal says nothing clear. */
async function isGone(context: Context, { id, path }: Pick<Webhook, 'id' | 'path'>) {
	const task = `list the webhooks of ${describeList(path)}`;
	try {
		const rows = await tryList(context, { path, key: 'webhooks', task, fields: ['id'] });
		return Array.isArray(rows) && !rows.some((row) => String(row.id) === String(id));
	} catch {
		// The answer to the removal says more than this one.
		return false;
	}
}

/**
 * Removes a webhook. One that is gone already (404, 410) is as good as removed.
 *
 * @throws NodeApiError where no answer came or 100Hires refused
 */
export async function removeWebhook(
	context: Context,
	webhook: Pick<Webhook, 'id' | 'path'>,
): Promise<void> {
	const path = `${webhook.path}/${toPathSegment(webhook.id)}`;
	const task = `remove webhook ${webhook.id} of ${describeList(webhook.path)}`;
	// The help article does not say what a removal is answered with.
	const expect = { kind: 'any' as const };
	const req = { method: 'DELETE' as const, path, task, expect, isIdempotent: true };
	const response = await tryRequest(context, req);
	if (isExpected(response, { kind: 'done' }) && isSuccess(response)) return;
	if (isMissing(response)) return;
	const isUnclear = isSuccess(response) || [404, 410].includes(response.status);
	if (isUnclear && (await isGone(context, webhook))) return;
	const createError = isSuccess(response) ? createUnexpected : createRefusal;
	throw createError(context.getNode(), response, task);
}

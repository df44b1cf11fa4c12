import { eventNameOf, type EventName } from '../events';
import type { Id, Json } from '../shared/types';
import { firstOf, isObject, readId, readText, readTexts } from '../shared/values';
import { apiError, refusal, validationErrors } from '../transport/errors';
import { tryList } from '../transport/pages';
import { toPathSegment } from '../shared/pathSegment';
import { send } from '../transport/request';
import type { ApiResponse, Context } from '../transport/types';
import type { Dialect, Place } from './staticData';

/** A webhook as 100Hires lists it. */
export interface Hook {
	id: Id;
	url: string;
	/** The list that it is in. */
	path: string;
	/** Names of ours where 100Hires' are known; `null` where the list does not tell (the OpenAPI account never does). */
	events: string[] | null;
}

/** Where 100Hires keeps the webhooks of a place. */
export function pathOf(place: Place, dialect: Dialect, companyId: Id | null): string {
	if (place.scope === 'job') return `/jobs/${toPathSegment(place.jobId)}/webhooks`;
	return dialect === 'article' ? '/webhooks' : `/companies/${toPathSegment(companyId)}/webhooks`;
}

/** Words for a list of webhooks, to follow "Could not". */
function nameOf(path: string): string {
	const job = /^\/jobs\/([^/]+)\//.exec(path);
	return job ? `job ${decodeURIComponent(job[1])}` : 'the company';
}

function readHook(row: Json, path: string): Hook | null {
	const [id, url] = [readId(row.id), readText(row.url)];
	if (id === null || url === null) return null;
	const events = firstOf(row, 'events', 'event_types');
	const names = readTexts(events).map((name) => eventNameOf(name) ?? name);
	return { id, url, path, events: events === null ? null : names };
}

/**
 * The webhooks of a list that have exactly this URL. Others are not even looked at: they are somebody else's.
 *
 * @returns Hooks, or the answer with which 100Hires refused the list
 */
export async function findHooks(
	context: Context,
	path: string,
	url: string,
): Promise<Hook[] | ApiResponse> {
	const task = `list the webhooks of ${nameOf(path)}`;
	const rows = await tryList(context, { path, key: 'webhooks', task });
	if (!Array.isArray(rows)) return rows;
	// Should a company's list show those of its jobs too, they are in place where they are.
	const inPlace = rows.filter((row) => path.startsWith('/jobs/') || readId(row.job_id) === null);
	return inPlace.flatMap((row) => readHook(row, path) ?? []).filter((hook) => hook.url === url);
}

/** The error for a refused `findHooks`. */
export function listRefusal(context: Context, response: ApiResponse, path: string): Error {
	return refusal(context.getNode(), response, `list the webhooks of ${nameOf(path)}`);
}

/** A new webhook and the secret that 100Hires made for it, which it tells this once. */
export interface CreatedHook {
	id: Id;
	secret: string;
}

const SECRET_KEYS = ['signing_secret', 'signingSecret', 'secret', 'webhook_secret'];

async function readCreated(context: Context, body: unknown, path: string): Promise<CreatedHook> {
	const answer: Json = isObject(body) ? (isObject(body.webhook) ? body.webhook : body) : {};
	const id = readId(answer.id);
	const secret = readText(firstOf(answer, ...SECRET_KEYS));
	if (id !== null && secret !== null) return { id, secret };
	// Without its secret no delivery of this webhook could ever be verified.
	if (id !== null) await removeHook(context, { id, path });
	throw apiError(
		context.getNode(),
		`100Hires registered a webhook for ${nameOf(path)} but did not send ${id === null ? 'its ID' : 'its signing secret'}. Nothing was kept; activate the workflow again, and write to support@100hires.com if it happens again.`,
	);
}

/** What the create request of each account carries. The OpenAPI account refuses any other field, the article's wants the events. */
function createBody(dialect: Dialect, url: string, events: readonly EventName[]) {
	return dialect === 'article' ? { url, events: [...events] } : { url };
}

/**
 * Registers a webhook.
 *
 * @returns The new webhook, or the answer with which 100Hires refused it
 * @throws NodeApiError where no answer came, or one without ID or secret
 */
export async function createHook(
	context: Context,
	path: string,
	dialect: Dialect,
	url: string,
	events: readonly EventName[],
): Promise<CreatedHook | ApiResponse> {
	const task = `register the webhook for ${nameOf(path)}`;
	const body = createBody(dialect, url, events);
	const response = await send(context, { method: 'POST', path, body, task });
	if (response.status < 200 || response.status > 299) return response;
	return await readCreated(context, response.body, path);
}

/** Whether a refused create complains of the list of events: then it is the other account that 100Hires speaks. */
export function isAboutEvents(response: ApiResponse): boolean {
	if (response.status !== 400 && response.status !== 422) return false;
	const fields = Object.entries(validationErrors(response));
	return (
		fields.some(([field, text]) => /event/i.test(`${field} ${text}`)) ||
		/event/i.test(JSON.stringify(response.body))
	);
}

/** The error for a refused `createHook`. */
export function createRefusal(
	context: Context,
	response: ApiResponse,
	path: string,
	url: string,
): Error {
	return refusal(context.getNode(), response, `register the webhook ${url} for ${nameOf(path)}`);
}

/**
 * Has 100Hires make a new secret for a webhook; the old one stays valid for a while.
 *
 * @returns The new secret, or `null` where this account of the API cannot do it or the webhook is gone
 * @throws NodeApiError where no answer came or 100Hires refused for another reason
 */
export async function rotateSecret(
	context: Context,
	hook: Pick<Hook, 'id' | 'path'>,
): Promise<string | null> {
	const path = `${hook.path}/${toPathSegment(hook.id)}/rotate-secret`;
	const task = `make a new signing secret for the webhook of ${nameOf(hook.path)}`;
	const response = await send(context, { method: 'POST', path, task });
	if (response.status === 404 || response.status === 405) return null;
	if (response.status < 200 || response.status > 299)
		throw refusal(context.getNode(), response, task);
	return isObject(response.body) ? readText(firstOf(response.body, ...SECRET_KEYS)) : null;
}

/**
 * Removes a webhook. One that is gone already (404, 410) is as good as removed.
 *
 * @throws NodeApiError where no answer came or 100Hires refused
 */
export async function removeHook(context: Context, hook: Pick<Hook, 'id' | 'path'>): Promise<void> {
	const path = `${hook.path}/${toPathSegment(hook.id)}`;
	const task = `remove webhook ${hook.id} of ${nameOf(hook.path)}`;
	const response = await send(context, { method: 'DELETE', path, task });
	const done =
		(response.status >= 200 && response.status < 300) || [404, 410].includes(response.status);
	if (!done) throw refusal(context.getNode(), response, task);
}

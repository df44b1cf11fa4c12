import type { Context } from '../context.mts';
import { EVENT_NAMES, eventNamed, type EventName } from '../events.mts';
import { invalid, notFound } from '../world/errors.mts';
import { pageOf, route, type AnyRoute, type Call, type Paging } from '../api/route.mts';
import { paging, text } from '../api/schema.mts';
import type { Webhook } from '../webhooks/store.mts';
import { urlFault } from '../webhooks/url.mts';

/** Where the webhooks of one scope live, and how the job is found that the path names. */
interface Place {
	path: string;
	jobId: (call: Pick<Call<unknown, unknown>, 'context' | 'params'>) => number | null;
}

const COMPANY: Place = {
	path: '/companies/:id/webhooks',
	jobId: ({ context: { world }, params }) => {
		if (params.id !== String(world.company.id)) throw notFound('Company');
		return null;
	},
};

const JOB: Place = {
	path: '/jobs/:id/webhooks',
	jobId: ({ context: { world }, params }) => world.job(params.id).id,
};

const ARTICLE: Place = { path: '/webhooks', jobId: () => null };

function checkedUrl(url: string, { settings }: Context): string {
	const fault = urlFault(url, settings.allowLocalUrls);
	if (fault) throw invalid('url', fault);
	return url;
}

function checkedEvents(events: unknown): EventName[] {
	const list = Array.isArray(events) ? events : [];
	if (!list.length) throw invalid('events', 'Events cannot be blank.');
	const names = list.map((spelling) => {
		const name = eventNamed(String(spelling));
		if (!name) {
			throw invalid(
				'events',
				`Unknown event "${String(spelling)}"; known: ${EVENT_NAMES.join(', ')}.`,
			);
		}
		return name;
	});
	return [...new Set(names)];
}

/** The webhook that a path names, in the place where the path looks for it. */
function findWebhook(place: Place, { context, params }: Call<never, unknown>): Webhook {
	const jobId = place.jobId({ context, params });
	const webhook = context.webhooks.get(Number(params.webhook_id));
	if (!webhook || webhook.jobId !== jobId) throw notFound('Webhook');
	return webhook;
}

function list(place: Place, row: (webhook: Webhook) => unknown): AnyRoute {
	return route<never, Paging>({
		method: 'GET',
		path: place.path,
		query: paging,
		handle: (call) =>
			pageOf('webhooks', call.context.webhooks.of(place.jobId(call)), call.query, row),
	});
}

function remove(place: Place): AnyRoute {
	return route<never>({
		method: 'DELETE',
		path: `${place.path}/:webhook_id`,
		handle: (call) => ({ success: call.context.webhooks.remove(findWebhook(place, call).id) }),
	});
}

function withSecret({ id, url, secrets }: Webhook) {
	return { id, url, signing_secret: secrets[0] };
}

/** 100Hires OpenAPI 3.1, 2.0.0: a URL alone, and secrets that can be rotated. */
function openapi(place: Place): AnyRoute[] {
	return [
		list(place, ({ id, url }) => ({ id, url })),
		remove(place),
		route<{ url: string }>({
			method: 'POST',
			path: place.path,
			body: { url: text },
			required: ['url'],
			handle: ({ context, params, body }) => {
				const jobId = place.jobId({ context, params });
				return withSecret(context.webhooks.add({ url: checkedUrl(body.url, context), jobId }));
			},
		}),
		route<never>({
			method: 'POST',
			path: `${place.path}/:webhook_id/rotate-secret`,
			handle: (call) => withSecret(call.context.webhooks.rotate(findWebhook(place, call).id)),
		}),
	];
}

/** 100Hires help article on webhooks, 2026-06-15: a URL and the events; the names of the fields are the sandbox's own. */
function article(place: Place): AnyRoute[] {
	return [
		list(place, ({ id, url, events }) => ({ id, url, events })),
		remove(place),
		route<{ url: string; events?: unknown }>({
			method: 'POST',
			path: place.path,
			body: { url: text, events: {} },
			required: ['url'],
			handle: ({ context, params, body }) => {
				const jobId = place.jobId({ context, params });
				const url = checkedUrl(body.url, context);
				const webhook = context.webhooks.add({ url, jobId, events: checkedEvents(body.events) });
				return { ...withSecret(webhook), events: webhook.events };
			},
		}),
	];
}

export function webhookRoutes(dialect: 'openapi' | 'article'): AnyRoute[] {
	return dialect === 'article'
		? [...article(ARTICLE), ...article(JOB)]
		: [...openapi(COMPANY), ...openapi(JOB)];
}

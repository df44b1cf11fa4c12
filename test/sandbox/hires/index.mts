import type { AddressInfo } from 'node:net';

import fastify from 'fastify';

import { Faults } from './api/faults.mts';
import { RequestLog } from './api/requests.mts';
import { api, type Gate } from './api/server.mts';
import type { Context } from './context.mts';
import { settingsFrom, type Dialect, type HiresSandboxOptions } from './options.mts';
import { page } from './page/routes.mts';
import { routesFor } from './routes/index.mts';
import { laterBody } from './webhooks/bodies.mts';
import { DeliveryLog } from './webhooks/deliveries.mts';
import { WebhookStore } from './webhooks/store.mts';
import { pushEvents } from './webhooks/pushes.mts';
import { seed } from './world/seed.mts';
import { World } from './world/world.mts';

export { ManualClock, REAL_CLOCK, type Clock } from './clock.mts';
export { EVENT_LABELS, EVENT_NAMES, type EventName } from './events.mts';
export type { Dialect, HiresSandboxOptions } from './options.mts';
export type { Fault, Faults, FaultyRequest } from './api/faults.mts';
export type { LoggedRequest, RequestLog } from './api/requests.mts';
export type { Attempt } from './webhooks/attempts.mts';
export { RETRY_LADDER, type Delivery, type DeliveryLog } from './webhooks/deliveries.mts';
export type { Webhook, WebhookStore, NewWebhook } from './webhooks/store.mts';
export { signatureHeader, signatureOf } from './webhooks/signature.mts';
export * from './world/records.mts';
export { WorldError } from './world/errors.mts';
export { populate, type Population } from './world/population.mts';
export { World, type NewApplication } from './world/world.mts';

/** A stand-in of 100Hires that runs on this computer. */
export interface HiresSandbox extends Gate {
	/** Of the API; what goes into the credential. */
	baseUrl: string;
	/** Of the page that shows what is there. */
	pageUrl: string;
	apiKey: string;
	dialect: Dialect;
	/** What recruiters and candidates do. */
	world: World;
	webhooks: WebhookStore;
	deliveries: DeliveryLog;
	/** Every API request. */
	requests: RequestLog;
	/** Makes the API misbehave. */
	faults: Faults;
	/** Stops it; nothing of it keeps the process alive afterwards. */
	close(): Promise<void>;
}

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Starts a stand-in of 100Hires: API v2, webhooks and a small page, on 127.0.0.1. */
export async function startHiresSandbox(options: HiresSandboxOptions = {}): Promise<HiresSandbox> {
	const settings = settingsFrom(options);
	const { dialect, apiKey, clock } = settings;
	const world = new World(clock, settings.companyId);
	if (settings.seed) seed(world);
	const webhooks = new WebhookStore();
	let origin = '';
	const view = () => ({ world, baseUrl: `${origin}/v2`, now: clock.now() });
	const deliveries = new DeliveryLog({
		clock,
		webhooks,
		retryFactor: settings.retryFactor,
		timeoutMs: settings.deliveryTimeoutMs,
		concurrency: settings.deliveryConcurrency,
		rewriteUrl: settings.rewriteUrl,
		...(settings.rebuildBodies && {
			rebuild: (body, at) => JSON.stringify(laterBody(JSON.parse(body), view(), at)),
		}),
	});
	pushEvents(world, webhooks, deliveries, settings, view);

	const context: Context = { settings, world, webhooks, deliveries, view };
	const gate: Gate = { unverified: false, forbidden: new Set() };
	const faults = new Faults();
	const requests = new RequestLog();
	const app = fastify({
		bodyLimit: MAX_BODY_BYTES,
		exposeHeadRoutes: false,
		forceCloseConnections: true,
	});
	// Its own time, not the computer's: what goes by the answers' dates is to live in the sandbox's time too.
	app.addHook('onSend', async (_request, reply, payload) => {
		reply.header('date', new Date(clock.now() * 1000).toUTCString());
		return payload;
	});
	const routes = routesFor(dialect);
	await app.register(api({ context, gate, faults, requests, routes }), { prefix: '/v2' });
	await app.register(page({ context, gate, faults }, requests));
	await app.listen({ host: '127.0.0.1', port: settings.port });
	origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

	return Object.assign(gate, {
		baseUrl: `${origin}/v2`,
		pageUrl: `${origin}/`,
		apiKey,
		dialect,
		world,
		webhooks,
		deliveries,
		requests,
		faults,
		close: async () => {
			deliveries.close();
			await app.close();
		},
	});
}

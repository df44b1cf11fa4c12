import { randomBytes } from 'node:crypto';

import { REAL_CLOCK, type Clock } from './clock.mts';
import type { EventName } from './events.mts';

/** Which of 100Hires' two dialects of its webhook API the sandbox speaks: the OpenAPI document or the help article. */
export type Dialect = 'openapi' | 'article';

export interface HiresSandboxOptions {
	/** Default `openapi`. */
	dialect?: Dialect;
	/** What an account in the OpenAPI dialect pushes; default `['application.created']`. The article's webhooks choose themselves. */
	pushedEvents?: 'all' | EventName[];
	/** Whether the article's envelope carries an event ID; default true. */
	vendorEventIds?: boolean;
	/** Default: made up. */
	apiKey?: string;
	/** Default 42. */
	companyId?: number;
	/** Whether the key is a partner's, for which alone `GET /companies` lists anything; default false. */
	partner?: boolean;
	/** Always on 127.0.0.1; default any free one. */
	port?: number;
	/** Default `null`: an approved key, which has no limit and gets no headers about one. */
	rateLimit?: { limit: number; windowSeconds: number } | null;
	/** Multiplies the pauses before retries of deliveries; default 1. */
	retryFactor?: number;
	/** How long a receiver may take; default 10 000. */
	deliveryTimeoutMs?: number;
	/** How many deliveries are under way at the same time; default 50. */
	deliveryConcurrency?: number;
	/** Where a delivery is really sent: n8n on loopback in place of the public URL that was registered. */
	rewriteUrl?: (url: string) => string;
	/** Takes http and hosts that are not public as webhook URLs, which the vendor refuses; default false. */
	allowLocalUrls?: boolean;
	/** Answers unknown fields of a body, and unknown query parameters, with 400; default true. */
	enforceUnknownFields?: boolean;
	/** Makes the body of each retry anew, so that fields like `relative_time` have moved; default false. */
	rebuildBodies?: boolean;
	/** Default: the computer's. */
	clock?: Clock;
	/** Whether there are jobs, pipelines and users from the start; default true. */
	seed?: boolean;
}

export type Settings = Required<HiresSandboxOptions>;

/** @returns The options with every default filled in, also for those that are there but `undefined` */
export function settingsFrom(options: HiresSandboxOptions): Settings {
	const defaults: Settings = {
		dialect: 'openapi',
		pushedEvents: ['application.created'],
		vendorEventIds: true,
		apiKey: `test-key-${randomBytes(6).toString('hex')}`,
		companyId: 42,
		partner: false,
		port: 0,
		rateLimit: null,
		retryFactor: 1,
		deliveryTimeoutMs: 10_000,
		deliveryConcurrency: 50,
		rewriteUrl: (url) => url,
		allowLocalUrls: false,
		enforceUnknownFields: true,
		rebuildBodies: false,
		clock: REAL_CLOCK,
		seed: true,
	};
	const entered = Object.entries(options).filter(([, value]) => value !== undefined);
	return { ...defaults, ...Object.fromEntries(entered) };
}

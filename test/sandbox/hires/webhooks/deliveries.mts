import { schedule } from '../clock.mts';
import type { Clock } from '../clock.mts';
import type { EventName } from '../events.mts';
import { AttemptLog } from './attempts.mts';
import type { Attempt } from './attempts.mts';
import type { Webhook, WebhookStore } from './store.mts';
import { Queue } from './queue.mts';
import { post } from './sender.mts';
import { signatureHeader } from './signature.mts';
import { isLoopback } from './url.mts';

/** Seconds before each retry: 1 and 5 minutes, half an hour, 2 and 12 hours (100Hires help article on webhooks, 2026-06-15). */
export const RETRY_LADDER = [60, 300, 1800, 7200, 43_200];

/** One event on its way to one webhook. */
export interface Delivery {
	id: number;
	eventName: EventName;
	webhookId: number;
	url: string;
	/** Unix seconds of the event. */
	at: number;
	/** `pending` while it is sent or waits for a retry; `dropped` after the last retry or when its webhook is gone. */
	state: 'pending' | 'delivered' | 'dropped';
	body: string;
	attempts: Attempt[];
}

export interface DeliveryOptions {
	clock: Clock;
	webhooks: WebhookStore;
	retryFactor: number;
	timeoutMs: number;
	rewriteUrl: (url: string) => string;
	/** How many deliveries are under way at the same time. */
	concurrency: number;
	/** The text of a retry, given the unix seconds at which the ladder, unshortened, would have it sent; identical bytes without it. */
	rebuild?: (body: string, at: number) => string;
}

/** Sends events to webhooks, tries again by the ladder, and remembers every attempt. */
export class DeliveryLog {
	private readonly options: DeliveryOptions;

	private readonly deliveries = new Map<number, Delivery>();

	private readonly log = new AttemptLog();

	private readonly queue: Queue;

	private readonly retries = new Map<number, () => void>();

	/** So that a delivery whose webhook is gone can still be sent again, as one that was long on its way. */
	private readonly lastSecrets = new Map<number, string[]>();

	private readonly closing = new AbortController();

	private lastId = 0;

	/** What is under way or waits for a retry. */
	private unfinished = 0;

	constructor(options: DeliveryOptions) {
		this.options = options;
		this.queue = new Queue(options.concurrency);
	}

	/** Every delivery, the oldest first. */
	all(): Delivery[] {
		return [...this.deliveries.values()];
	}

	/** Every attempt, in the order in which they ended. */
	attempts(): readonly Attempt[] {
		return this.log.all();
	}

	/** Forgets the attempts, and the deliveries that are over. */
	clear(): void {
		for (const { id, state } of this.all()) if (state !== 'pending') this.deliveries.delete(id);
		this.log.clear();
	}

	/** Puts an event on its way to a webhook. */
	deliver(eventName: EventName, at: number, webhook: Webhook, body: string): Delivery {
		this.lastId += 1;
		const about = { id: this.lastId, eventName, webhookId: webhook.id, url: webhook.url, at, body };
		const delivery: Delivery = { ...about, state: 'pending', attempts: [] };
		this.deliveries.set(delivery.id, delivery);
		this.unfinished += 1;
		void this.try(delivery, webhook.secrets, 0);
		return delivery;
	}

	/**
	 * Sends a delivery again: the same bytes, signed with the secrets that its webhook has now. A failure is not tried again.
	 *
	 * @throws When there is no such delivery
	 */
	async send(deliveryId: number): Promise<Attempt> {
		const delivery = this.deliveries.get(deliveryId);
		if (!delivery) throw new Error(`There is no delivery ${deliveryId}.`);
		const webhook = this.options.webhooks.get(delivery.webhookId);
		const secrets = webhook?.secrets ?? this.lastSecrets.get(delivery.webhookId) ?? [];
		return await this.counted(() => this.attempt(delivery, delivery.body, secrets));
	}

	/**
	 * Sends bytes with headers of the caller's choice: forged, unsigned or damaged deliveries.
	 *
	 * @param target A webhook's ID or a URL
	 * @param headers Nothing is added to them but the length; no signature unless it is among them
	 * @throws When there is no such webhook
	 */
	async sendRaw(
		target: number | string,
		body: string | Uint8Array,
		headers: Record<string, string> = { 'content-type': 'application/json' },
	): Promise<Attempt> {
		const webhook = typeof target === 'number' ? this.options.webhooks.get(target) : undefined;
		if (typeof target === 'number' && !webhook) throw new Error(`There is no webhook ${target}.`);
		const url = webhook?.url ?? String(target);
		const about = {
			deliveryId: null,
			eventName: null,
			webhookId: webhook?.id ?? null,
			url,
			attempt: 1,
		};
		return await this.counted(() =>
			this.queue.run(() => this.transmit(about, Buffer.from(body), headers)),
		);
	}

	/** Resolves when nothing is under way and nothing waits for a retry, or the sandbox is closed. */
	async idle(): Promise<void> {
		await this.log.waiters.until(() => this.unfinished === 0 || this.closing.signal.aborted);
	}

	/**
	 * Resolves with the first attempt, past ones included, for which the predicate holds.
	 *
	 * @param predicate Gets an attempt and all up to it, that one included
	 * @throws When there is none within `timeoutMs` of real time
	 */
	async waitFor(
		predicate: (attempt: Attempt, upToIt: readonly Attempt[]) => boolean,
		timeoutMs = 10_000,
	): Promise<Attempt> {
		return await this.log.waitFor(predicate, timeoutMs);
	}

	/** Stops: what is under way is broken off and nothing is tried again. */
	close(): void {
		this.closing.abort();
		for (const cancel of this.retries.values()) cancel();
		this.retries.clear();
		this.log.waiters.check();
	}

	private async counted<T>(work: () => Promise<T>): Promise<T> {
		this.unfinished += 1;
		try {
			return await work();
		} finally {
			this.finished();
		}
	}

	private finished(): void {
		this.unfinished -= 1;
		this.log.waiters.check();
	}

	private end(delivery: Delivery, state: 'delivered' | 'dropped'): void {
		delivery.state = state;
		this.finished();
	}

	private async try(delivery: Delivery, secrets: string[], failures: number): Promise<void> {
		const { rebuild, clock, retryFactor } = this.options;
		this.lastSecrets.set(delivery.webhookId, secrets);
		const later = RETRY_LADDER.slice(0, failures).reduce((sum, seconds) => sum + seconds, 0);
		const body =
			rebuild && failures > 0 ? rebuild(delivery.body, delivery.at + later) : delivery.body;
		const { status } = await this.attempt(delivery, body, secrets);
		const isReceived = status !== null && status >= 200 && status < 300;
		const pause = RETRY_LADDER[failures];
		if (isReceived) this.end(delivery, 'delivered');
		else if (pause === undefined || this.closing.signal.aborted) this.end(delivery, 'dropped');
		else {
			const retry = () => this.retry(delivery, failures + 1);
			this.retries.set(delivery.id, schedule(clock, pause * retryFactor, retry));
			this.log.waiters.check();
		}
	}

	private retry(delivery: Delivery, failures: number): void {
		this.retries.delete(delivery.id);
		const webhook = this.options.webhooks.get(delivery.webhookId);
		if (webhook) void this.try(delivery, webhook.secrets, failures);
		else this.end(delivery, 'dropped');
	}

	private async attempt(delivery: Delivery, text: string, secrets: string[]): Promise<Attempt> {
		const body = Buffer.from(text);
		return await this.queue.run(async () => {
			const headers = {
				'content-type': 'application/json',
				'user-agent': '100Hires-Webhooks/2.0',
				'x-hires-signature-v2': signatureHeader(body, secrets, delivery.id),
			};
			const { id: deliveryId, eventName, webhookId, url } = delivery;
			const about = {
				deliveryId,
				eventName,
				webhookId,
				url,
				attempt: delivery.attempts.length + 1,
			};
			return await this.transmit(about, body, headers, delivery.attempts);
		});
	}

	private async transmit(
		about: Pick<Attempt, 'deliveryId' | 'eventName' | 'webhookId' | 'url' | 'attempt'>,
		body: Buffer,
		headers: Record<string, string>,
		attempts: Attempt[] = [],
	): Promise<Attempt> {
		const { clock, rewriteUrl, timeoutMs } = this.options;
		const at = clock.now();
		const url = rewriteUrl(about.url);
		const { text, ...outcome } = isLoopback(url)
			? await post(url, body, headers, timeoutMs, this.closing.signal)
			: { status: null, error: `not sent, as ${url} is not on this computer`, text: '' };
		const attempt = { ...about, ...outcome, at, body: body.toString(), headers, answer: text };
		attempts.push(attempt);
		this.log.add(attempt);
		return attempt;
	}
}

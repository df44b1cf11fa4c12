import { randomBytes } from 'node:crypto';

import type { EventName } from '../events.mts';

export interface Webhook {
	id: number;
	url: string;
	scope: 'company' | 'job';
	jobId: number | null;
	/** What it subscribed to; `null` in the dialect where the company decides. */
	events: EventName[] | null;
	/** The current secret first; behind it, while the grace window of a rotation is open, the one before. */
	secrets: string[];
}

export interface NewWebhook {
	url: string;
	/** `null` or absent for a webhook of the company. */
	jobId?: number | null;
	events?: EventName[] | null;
	secret?: string;
}

/** The webhooks registered with the account. The same URL may be there more than once. */
export class WebhookStore {
	private readonly webhooks = new Map<number, Webhook>();

	private lastId = 8100;

	/** Every webhook, the oldest first, as copies. */
	all(): Webhook[] {
		return [...this.webhooks.values()].map((webhook) => structuredClone(webhook));
	}

	/** The webhooks of one scope. */
	of(jobId: number | null): Webhook[] {
		return this.all().filter((webhook) => webhook.jobId === jobId);
	}

	/** @returns A copy, or `undefined` when there is none of that ID */
	get(id: number): Webhook | undefined {
		const webhook = this.webhooks.get(id);
		return webhook && structuredClone(webhook);
	}

	/** Registers a webhook; tests put webhooks of other systems and left-over ones there with it. */
	add({ url, jobId = null, events = null, secret = newSecret() }: NewWebhook): Webhook {
		this.lastId += 1;
		const scope = jobId === null ? ('company' as const) : ('job' as const);
		const webhook = { id: this.lastId, url, scope, jobId, events, secrets: [secret] };
		this.webhooks.set(webhook.id, webhook);
		return structuredClone(webhook);
	}

	/** @returns Whether it was there */
	remove(id: number): boolean {
		return this.webhooks.delete(id);
	}

	/**
	 * Gives the webhook a new secret and opens a grace window, in which deliveries are signed with the old one as well. A secret
	 * older than that is no longer used.
	 */
	rotate(id: number): Webhook {
		const webhook = this.known(id);
		webhook.secrets = [newSecret(), webhook.secrets[0]];
		return structuredClone(webhook);
	}

	/** Closes the grace window of a rotation: from now on only the new secret signs. */
	endGrace(id: number): void {
		const webhook = this.known(id);
		webhook.secrets = [webhook.secrets[0]];
	}

	private known(id: number): Webhook {
		const webhook = this.webhooks.get(id);
		if (!webhook) throw new Error(`There is no webhook ${id}.`);
		return webhook;
	}
}

/** 64 hexadecimal digits, as in the vendor's example. */
function newSecret(): string {
	return randomBytes(32).toString('hex');
}

import { EVENT_NAMES } from '../events.mts';
import type { EventName } from '../events.mts';
import type { View } from '../render/shared.mts';
import type { WorldEvent } from '../world/records.mts';
import type { World } from '../world/world.mts';
import { envelope, flatBody } from './bodies.mts';
import type { DeliveryLog } from './deliveries.mts';
import type { Webhook, WebhookStore } from './store.mts';

export interface PushOptions {
	dialect: 'openapi' | 'article';
	pushedEvents: 'all' | readonly EventName[];
	vendorEventIds: boolean;
}

/**
 * Sends what happens in the world to the webhooks that are meant: a webhook of the company gets the events of all jobs, a webhook of a
 * job those of that job and of the candidates who have an application in it.
 */
export function pushEvents(
	world: World,
	webhooks: WebhookStore,
	deliveries: DeliveryLog,
	{ dialect, pushedEvents, vendorEventIds }: PushOptions,
	view: () => View,
): void {
	const pushed = pushedEvents === 'all' ? EVENT_NAMES : pushedEvents;

	const isMeant = (webhook: Webhook, event: WorldEvent) => {
		const wanted = dialect === 'article' ? (webhook.events ?? EVENT_NAMES) : pushed;
		return wanted.includes(event.name) && (webhook.jobId === null || isOfJob(webhook.jobId, event));
	};

	const isOfJob = (jobId: number, { job, candidate }: WorldEvent) => {
		if (job) return job.id === jobId;
		if (!candidate) return false;
		return world.applicationsOf(candidate).some((application) => application.jobId === jobId);
	};

	world.onEvent((event) => {
		const meant = webhooks.all().filter((webhook) => isMeant(webhook, event));
		if (!meant.length) return;
		const body =
			dialect === 'article' ? envelope(event, view(), vendorEventIds) : flatBody(event, view());
		const text = JSON.stringify(body);
		for (const webhook of meant) deliveries.deliver(event.name, event.at, webhook, text);
	});
}

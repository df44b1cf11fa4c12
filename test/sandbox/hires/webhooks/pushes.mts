import { EVENT_NAMES } from '../events.mts';
import type { EventName } from '../events.mts';
import type { View } from '../render/shared.mts';
import type { WorldEvent } from '../world/records.mts';
import type { World } from '../world/world.mts';
import { envelope, flatBody } from './bodies.mts';
import type { DeliveryLog } from './deliveries.mts';
import type { Hook, HookStore } from './hooks.mts';

export interface PushOptions {
	dialect: 'openapi' | 'article';
	pushedEvents: 'all' | readonly EventName[];
	vendorEventIds: boolean;
}

/**
 * Sends what happens in the world to the hooks that are meant: a hook of the company gets the events of all jobs, a hook of a
 * job those of that job and of the candidates who have an application in it.
 */
export function pushEvents(
	world: World,
	hooks: HookStore,
	deliveries: DeliveryLog,
	{ dialect, pushedEvents, vendorEventIds }: PushOptions,
	view: () => View,
): void {
	const pushed = pushedEvents === 'all' ? EVENT_NAMES : pushedEvents;

	const isMeant = (hook: Hook, event: WorldEvent) => {
		const wanted = dialect === 'article' ? (hook.events ?? EVENT_NAMES) : pushed;
		return wanted.includes(event.name) && (hook.jobId === null || isOfJob(hook.jobId, event));
	};

	const isOfJob = (jobId: number, { job, candidate }: WorldEvent) => {
		if (job) return job.id === jobId;
		if (!candidate) return false;
		return world.applicationsOf(candidate).some((application) => application.jobId === jobId);
	};

	world.onEvent((event) => {
		const meant = hooks.all().filter((hook) => isMeant(hook, event));
		if (!meant.length) return;
		const body =
			dialect === 'article' ? envelope(event, view(), vendorEventIds) : flatBody(event, view());
		const text = JSON.stringify(body);
		for (const hook of meant) deliveries.deliver(event.name, event.at, hook, text);
	});
}

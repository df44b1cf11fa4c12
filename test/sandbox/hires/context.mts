import type { Settings } from './options.mts';
import type { View } from './render/shared.mts';
import type { DeliveryLog } from './webhooks/deliveries.mts';
import type { WebhookStore } from './webhooks/store.mts';
import type { World } from './world/world.mts';

/** What the routes of the API and of the page work on. */
export interface Context {
	settings: Settings;
	world: World;
	webhooks: WebhookStore;
	deliveries: DeliveryLog;
	/** What answers and deliveries are rendered with, at this moment. */
	view(): View;
}

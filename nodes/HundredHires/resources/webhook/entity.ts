import type { Entity } from '../types';

/** An address that 100Hires sends events to (100Hires OpenAPI 2.0.0). */
export const WEBHOOK: Entity = {
	name: 'Webhook',
	shape: { id: 'integer', url: 'string' },
	simple: {},
};

/** The same with the secret that its deliveries are signed with, which 100Hires shows only this once (`WebhookWithSecret`). */
export const WEBHOOK_WITH_SECRET: Entity = {
	name: 'Webhook With Secret',
	shape: { id: 'integer', url: 'string', signing_secret: 'string' },
	simple: {},
};

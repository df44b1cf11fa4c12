import { findKind, type EventName } from '../events';
import { toPathSegment } from '../shared/pathSegment';
import type { Id } from '../shared/types';

/** Which of the two official descriptions of the webhook API 100Hires follows: see docs/contract.md. */
export type Dialect = 'openapi' | 'article';

/** What the API can do in a dialect. */
interface Capabilities {
	/** Path of the list of the company's webhooks, below the base URL. */
	companyPath(companyId: Id | null): string;
	/** Whether that path needs the ID of the company. */
	needsCompanyId: boolean;
	/**
	 * Whether a webhook is registered for certain events, under their wire names. Elsewhere it gets all events, and a create request
	 * with a list of them is refused.
	 */
	takesEvents: boolean;
	/** Whether 100Hires makes a new secret for a webhook on request. Where it does not, the secret that is held has to be trusted. */
	rotatesSecrets: boolean;
}

/** A row for each dialect, in the order in which they are tried: the OpenAPI document is newer and more exact. */
export const CAPABILITIES: Record<Dialect, Capabilities> = {
	openapi: {
		companyPath: (companyId) => `/companies/${toPathSegment(companyId)}/webhooks`,
		needsCompanyId: true,
		takesEvents: false,
		rotatesSecrets: true,
	},
	article: {
		companyPath: () => '/webhooks',
		needsCompanyId: false,
		takesEvents: true,
		rotatesSecrets: false,
	},
};

/** In the order in which they are tried. */
export const DIALECTS = Object.keys(CAPABILITIES) as Dialect[];

/** What is assumed while nothing shows which one it is. */
export const [DEFAULT_DIALECT] = DIALECTS;

/** Whether a value names a dialect. */
export function isDialect(value: unknown): value is Dialect {
	return DIALECTS.some((dialect) => dialect === value);
}

/** The dialect to try after this one was refused. */
export function findOtherDialect(dialect: Dialect): Dialect {
	return DIALECTS.find((other) => other !== dialect) ?? dialect;
}

/** The name that 100Hires has for an event, in a list of the events of a webhook. */
export function toWireName(event: EventName): string {
	return findKind(event).wireName;
}

import { createHash } from 'node:crypto';
import { findKind, type EventName } from './index';
import type { EventContent } from './kind';
import type { Json } from '../shared/types';

/** Fields that say how long ago something was, or count the attempts: two copies of one delivery may differ in them. */
const TIME_DEPENDENT = new Set([
	'relative_time',
	'days_since_last_message',
	'sent_at',
	'attempt',
	'delivery_id',
]);

/**
 * Digest of a body for the rare event that carries neither an ID nor the moment of what happened. Keys are sorted and fields that
 * move with the clock are left out, so that a copy which was built anew still has the same digest.
 */
function digestBody(body: Json): string {
	const canonical = JSON.stringify(body, (key, value: unknown) => {
		if (TIME_DEPENDENT.has(key)) return undefined;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
	return createHash('sha256').update(canonical).digest('hex').slice(0, 32);
}

/**
 * The ID of an event that is made from what happened: the same for every copy of a delivery, another one for a second hire, a second move
 * to the same stage or a second score.
 *
 * @param name The event's name
 * @param event The event as read
 * @param body What 100Hires sent, for events that carry too little to tell them apart
 */
export function buildOccurrenceId(name: EventName, event: EventContent, body: Json): string {
	const identity = findKind(name).readIdentity(event);
	const isKnown = identity.every((part) => part !== null);
	return [name, ...(isKnown ? identity : [digestBody(body)])].join(':');
}

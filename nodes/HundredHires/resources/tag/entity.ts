import type { Entity } from '../types';

/** What a candidate is tagged with. */
export const TAGS: Entity = { name: 'Tags', shape: { tags: ['string'] }, simple: {} };

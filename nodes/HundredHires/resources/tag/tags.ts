import { inBody, texts } from '../fields';
import type { Entity } from '../types';

/** The tags to add or to remove. */
export const tags = inBody(
	'tags',
	texts({
		name: 'tags',
		displayName: 'Tags',
		button: 'Add Tag',
		required: true,
		placeholder: 'e.g. Senior',
		description: 'One tag a line, in its exact spelling; an expression may give a list',
	}),
);

/** What a candidate is tagged with. */
export const TAGS: Entity = { name: 'Tags', shape: { tags: ['string'] }, simple: {} };

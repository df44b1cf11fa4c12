import { inBody, strings } from '../fields';

/** The tags to add or to remove. */
export const tags = inBody(
	'tags',
	strings({
		name: 'tags',
		displayName: 'Tags',
		button: 'Add Tag',
		required: true,
		placeholder: 'e.g. Senior',
		description: 'One tag a line, in its exact spelling; an expression may give a list',
	}),
);

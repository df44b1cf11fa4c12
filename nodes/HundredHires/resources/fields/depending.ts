import type { Field, SentField } from '../types';

/** A choice that is not sent, but decides which fields are shown (`onlyFor`) and which path is taken (`otherPaths`). */
export const unsent = (field: Field): SentField => ({
	...field,
	to: 'nowhere',
	as: field.parameter.name,
});

/** A field that is there for some values of a choice, sent or not. Fields for other values may go to the same place in the request. */
export const onlyFor = (choice: SentField, value: string | string[], field: Field): Field => ({
	...field,
	parameter: {
		...field.parameter,
		displayOptions: { show: { [choice.parameter.name]: [value].flat() } },
	},
});

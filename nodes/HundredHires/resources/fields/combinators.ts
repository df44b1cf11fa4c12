import type { INodeProperties } from 'n8n-workflow';
import type { Field, SentField } from '../types';
import type { FieldTexts } from './types';

/** Made once for each parameter: what several operations require is then listed once in the node's description. */
const requiredParameters = new WeakMap<INodeProperties, INodeProperties>();

function requireParameter(parameter: INodeProperties): INodeProperties {
	const known = requiredParameters.get(parameter) ?? { ...parameter, required: true };
	requiredParameters.set(parameter, known);
	return known;
}

/** The same field, without which the operation is not done. */
export const required = <F extends Field>(field: F): F => ({
	...field,
	parameter: requireParameter(field.parameter),
});

/** The same field with texts of its own for what it means in an operation. */
export const described = <F extends Field>(
	field: F,
	texts: Pick<FieldTexts, 'description'> & { displayName?: string },
): F => ({ ...field, parameter: { ...field.parameter, ...texts } });

/** A choice that is not sent, but decides which fields are shown (`showFor`) and which path is taken (`otherPaths`). */
export const notSent = (field: Field): SentField => ({
	...field,
	to: 'nowhere',
	as: field.parameter.name,
});

/**
 * A field that is there for some values of a choice, sent or not. Fields for other values may go to the same place in the
 * request.
 */
export const showFor = (choice: SentField, value: string | string[], field: Field): Field => ({
	...field,
	parameter: {
		...field.parameter,
		displayOptions: { show: { [choice.parameter.name]: [value].flat() } },
	},
});

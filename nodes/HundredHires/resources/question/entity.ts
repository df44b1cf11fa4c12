import type { Entity, Shape } from '../types';

const QUESTION_SHAPE = {
	id: 'integer',
	text: 'string',
	type: 'string',
	options: ['string'],
} satisfies { [field: string]: Shape };

/** A question that forms are made of (100Hires OpenAPI 2.0.0). */
export const QUESTION: Entity = { name: 'Question', shape: QUESTION_SHAPE, simple: {} };

/** The same as part of a form, with whether it has to be answered. */
export const FORM_QUESTION_SHAPE = { ...QUESTION_SHAPE, status: 'string' } satisfies {
	[field: string]: Shape;
};

import { FORM_QUESTION_SHAPE } from '../question/entity';
import type { Entity } from '../types';

/** An application form (100Hires OpenAPI 2.0.0). */
export const FORM: Entity = {
	name: 'Form',
	shape: {
		id: 'integer',
		name: 'string',
		url_backoffice: 'string',
		questions: [FORM_QUESTION_SHAPE],
	},
	simple: {},
};

import { CANDIDATE } from '../candidate/entity';
import type { Entity } from '../types';

/** What a user wrote about a candidate (100Hires OpenAPI 2.0.0, `Note`); author and candidate are there on request. */
export const NOTE: Entity = {
	name: 'Note',
	shape: {
		id: 'integer',
		candidate_id: 'integer',
		user_id: 'integer',
		url_backoffice: 'string',
		body: 'string',
		visibility: 'string',
		created_at: 'time',
		updated_at: 'time',
		user: { id: 'integer', full_name: 'string', photo: 'string' },
		candidate: CANDIDATE.shape,
	},
	simple: {},
};

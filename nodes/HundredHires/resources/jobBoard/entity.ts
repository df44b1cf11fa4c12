import type { Entity } from '../types';

/** A place where jobs are published; the addresses are there for the boards that they name (100Hires OpenAPI 2.0.0, `JobBoardItem`). */
export const JOB_BOARD: Entity = {
	name: 'Job Board',
	shape: {
		name: 'string',
		title: 'string',
		indeed_posting_url: 'string',
		ziprecruiter_posting_url: 'string',
	},
	simple: {},
};

import { candidatePath } from '../fields/common';
import type { Operation } from '../types';

/** 100Hires tells all tags at once; it knows no pages of them (OpenAPI 2.0.0). */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many tags',
	description: 'List all tags of the account',
	task: 'list the tags',
	method: 'GET',
	path: '/tags',
	company: 'query',
	output: { kind: 'strings', key: 'tags', as: 'tag' },
};

export const getAllOfCandidate: Operation = {
	value: 'getAllOfCandidate',
	name: 'Get Many of Candidate',
	action: 'Get many tags of candidate',
	description: 'List the tags that a candidate has, one item each',
	task: 'list the tags of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/tags',
	fields: [candidatePath],
	output: { kind: 'strings', key: 'tags', as: 'tag' },
};

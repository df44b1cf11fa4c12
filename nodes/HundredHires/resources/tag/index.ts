import { candidatePath } from '../fields/common';
import type { Operation, Resource } from '../types';
import { add } from './add';
import { remove } from './remove';

/** 100Hires returns all tags at once; it knows no pages of them (OpenAPI 2.0.0). */
const getAll: Operation = {
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

const getAllOfCandidate: Operation = {
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

export const tag: Resource = {
	value: 'tag',
	name: 'Tag',
	description: 'Labels of candidates',
	operations: [add, getAll, getAllOfCandidate, remove],
};

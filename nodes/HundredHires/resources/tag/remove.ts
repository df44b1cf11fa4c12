import { readTexts } from '../../shared/values';
import { toPathSegment } from '../../shared/pathSegment';
import { candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { tags } from './fields';

export const remove: Operation = {
	value: 'remove',
	name: 'Remove From Candidate',
	action: 'Remove tag from candidate',
	description: 'Take tags off a candidate; the tags themselves stay in the account',
	task: 'remove tags from candidate {id}',
	method: 'DELETE',
	path: '/candidates/{id}/tags/{tag}',
	fields: [candidatePath, tags],
	output: { kind: 'deleted' },
	batch: {
		by: 'ids',
		method: 'DELETE',
		path: '/candidates/batch/tags',
		id: 'id',
		results: 'results',
		resultId: 'id',
		resultData: 'data',
		// All tags in one request, whatever signs they have in them.
		always: true,
	},
	// The batch takes numbers only: by alias, the tags go one by one.
	run: async ({ path, body, request }) => {
		const candidate = `/candidates/${toPathSegment(path.id)}`;
		for (const each of readTexts(body.tags))
			await request({ method: 'DELETE', path: `${candidate}/tags/${toPathSegment(each)}` });
		return [{ json: { deleted: true } }];
	},
};

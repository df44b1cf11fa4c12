import { isObject, readTexts } from '../../shared/values';
import { toPathSegment } from '../../shared/pathSegment';
import { candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { TAGS } from './entity';
import { tags } from './fields';

export const add: Operation = {
	value: 'add',
	name: 'Add to Candidate',
	action: 'Add tag to candidate',
	description:
		'Give a candidate tags; those that the candidate has already stay. New tags are made.',
	task: 'add tags to candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/tags',
	fields: [candidatePath, tags],
	output: { kind: 'one', entity: TAGS },
	batch: {
		by: 'ids',
		method: 'POST',
		path: '/candidates/batch/tags',
		id: 'id',
		results: 'results',
		resultId: 'id',
		resultData: 'data',
	},
	// The single request answers with a page of tags, the batch with the tags alone.
	run: async ({ path, body, request }) => {
		const answer = await request({
			method: 'POST',
			path: `/candidates/${toPathSegment(path.id)}/tags`,
			body,
		});
		return [{ json: { tags: readTexts(isObject(answer) ? answer.tags : []) } }];
	},
};

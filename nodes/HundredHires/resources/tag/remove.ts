import { NodeApiError, type INode } from 'n8n-workflow';
import { readTexts } from '../../shared/values';
import { toPathSegment } from '../../shared/pathSegment';
import { candidatePath } from '../fields/common';
import { createApiError } from '../../transport/errors';
import type { Operation } from '../types';
import { tags } from './fields';

/** The error of a tag that could not be taken off, with those that are off already. */
function addRemoved(node: INode, error: unknown, removed: readonly string[]): Error {
	if (!(error instanceof NodeApiError) || removed.length === 0) return error as Error;
	const before = removed.map((tag) => JSON.stringify(tag)).join(', ');
	const message = `${error.message} These tags were removed before: ${before}.`;
	return createApiError(node, message, error.httpCode ?? undefined);
}

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
	run: async ({ context, path, body, request }) => {
		const candidate = `/candidates/${toPathSegment(path.id)}`;
		const removed: string[] = [];
		for (const each of readTexts(body.tags)) {
			try {
				await request({ method: 'DELETE', path: `${candidate}/tags/${toPathSegment(each)}` });
			} catch (error) {
				throw addRemoved(context.getNode(), error, removed);
			}
			removed.push(each);
		}
		return [{ json: { deleted: true } }];
	},
};

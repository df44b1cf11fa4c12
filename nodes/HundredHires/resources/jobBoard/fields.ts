import type { IHttpRequestMethods } from 'n8n-workflow';
import { inBody, pickMany } from '../fields';
import { jobPath } from '../fields/common';
import type { Operation, SentField } from '../types';
import { JOB_BOARD } from './entity';

/**
 * 100Hires takes requests without boards, and its document has nothing on what they do; as that may well mean all of them, some have to be
 * named here.
 */
export const boards: SentField = inBody(
	'boards',
	pickMany({
		name: 'boards',
		displayName: 'Board Names or IDs',
		from: 'getBoards',
		numeric: false,
		required: true,
	}),
);

/** All three work alike: on one job, or on many at once, and the boards that a job is on come out. */
export function buildOperation(
	method: IHttpRequestMethods,
	texts: Pick<Operation, 'value' | 'name' | 'action' | 'description' | 'task'>,
	fields: SentField[],
): Operation {
	return {
		...texts,
		method,
		path: '/jobs/{id}/job-boards',
		fields: [jobPath, ...fields],
		output: { kind: 'list', entity: JOB_BOARD, key: 'boards' },
		batch: {
			by: 'ids',
			method,
			path: '/jobs/batch-job-boards',
			id: 'id',
			ids: 'jobs',
			in: method === 'GET' ? 'query' : 'body',
			results: 'jobs',
			resultId: 'job_id',
		},
	};
}

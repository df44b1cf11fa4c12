import type { IHttpRequestMethods } from 'n8n-workflow';
import { inBody, pickMany } from '../fields';
import { jobPath } from '../fields/common';
import type { Operation, Resource, SentField } from '../types';
import { JOB_BOARD } from './entity';

/**
 * 100Hires takes requests without boards and does not say what it does then; as that may well mean all of them, some have to be
 * named here.
 */
const boards: SentField = inBody(
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
function operation(
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

const getAll = operation(
	'GET',
	{
		value: 'getAll',
		name: 'Get Many',
		action: 'Get many job boards of job',
		description: 'List the job boards that a job is published on',
		task: 'list the job boards of job {id}',
	},
	[],
);

const publish = operation(
	'POST',
	{
		value: 'publish',
		name: 'Publish',
		action: 'Publish job on job boards',
		description: 'Put a job on job boards, as soon as each of them takes it',
		task: 'publish job {id}',
	},
	[boards],
);

const remove = operation(
	'DELETE',
	{
		value: 'remove',
		name: 'Remove',
		action: 'Remove job from job boards',
		description: 'Take a job off job boards; the job itself stays as it is',
		task: 'remove job {id} from the job boards',
	},
	[boards],
);

export const jobBoard: Resource = {
	value: 'jobBoard',
	name: 'Job Board',
	description: 'Where a job is published, such as Indeed or LinkedIn',
	operations: [getAll, publish, remove],
};

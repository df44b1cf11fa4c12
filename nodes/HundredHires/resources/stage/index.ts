import { inQuery } from '../fields';
import { jobById, workflow } from '../fields/common';
import type { Operation, Resource } from '../types';
import { STAGE } from '../workflow/entity';

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many stages',
	description: 'List the stages of a job or a workflow, or of all; their IDs are what moves go by',
	task: 'list the stages',
	method: 'GET',
	path: '/workflows/stages',
	company: 'query',
	optional: {
		collection: 'filters',
		fields: [inQuery('job_id', jobById), inQuery('workflow_id', workflow)],
	},
	output: { kind: 'list', entity: STAGE, key: 'stages' },
};

export const stage: Resource = {
	value: 'stage',
	name: 'Stage',
	description: 'A step of a pipeline, such as a phone screen',
	operations: [getAll],
};

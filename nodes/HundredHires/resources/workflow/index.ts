import { inPath, required } from '../fields';
import { workflow as workflowField } from '../fields/common';
import type { Operation, Resource } from '../types';
import { STAGE, WORKFLOW } from './entity';

/** The list comes whole: 100Hires takes no page for it (OpenAPI 2.0.0). */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many workflows',
	description: "List the company's pipelines, each with its stages",
	task: 'list the workflows',
	method: 'GET',
	path: '/workflows',
	company: 'query',
	output: { kind: 'list', entity: WORKFLOW, key: 'workflows' },
};

const getStages: Operation = {
	value: 'getStages',
	name: 'Get Stages',
	action: 'Get stages of workflow',
	description: 'List the stages of one pipeline in their order',
	task: 'list the stages of workflow {id}',
	method: 'GET',
	path: '/workflows/{id}/stages',
	company: 'query',
	fields: [inPath('id', required(workflowField))],
	output: { kind: 'list', entity: STAGE, key: 'stages' },
};

export const workflow: Resource = {
	value: 'workflow',
	name: 'Workflow',
	description: 'A pipeline that jobs share: its stages and their order',
	operations: [getAll, getStages],
};

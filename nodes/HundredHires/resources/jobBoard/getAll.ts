import { buildOperation } from './fields';

export const getAll = buildOperation(
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

import { inQuery, pick, text, time } from '../fields';
import { updatedAfter } from '../fields/common';
import type { Operation } from '../types';
import { JOB } from './entity';
import { include } from './include';
import { optionalStatus } from './status';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many jobs',
	description: 'List the jobs of the company, those that are not public too',
	task: 'list the jobs',
	method: 'GET',
	path: '/jobs',
	company: 'query',
	summary: true,
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'q',
				text({
					name: 'search',
					displayName: 'Search',
					placeholder: 'e.g. developer',
					description: 'Only jobs in which 100Hires finds this text',
				}),
			),
			inQuery('status', optionalStatus),
			inQuery(
				'department_id',
				pick({
					name: 'departmentId',
					displayName: 'Department Name or ID',
					from: 'getDepartments',
				}),
			),
			inQuery(
				'created_at_start',
				time({
					name: 'createdAfter',
					displayName: 'Created After',
					description: 'Only jobs that were created at this time or later',
				}),
			),
			inQuery(
				'created_at_end',
				time({
					name: 'createdBefore',
					displayName: 'Created Before',
					description: 'Only jobs that were created until this time',
				}),
			),
			updatedAfter,
			include,
		],
	},
	output: { kind: 'pages', entity: JOB, key: 'jobs' },
};

import { jobPath } from '../fields/common';
import type { Operation } from '../types';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete job',
	description:
		'Remove a job for good; this cannot be undone. To take it off the career site only, set its status.',
	task: 'delete job {id}',
	method: 'DELETE',
	path: '/jobs/{id}',
	fields: [jobPath],
	output: { kind: 'deleted' },
};

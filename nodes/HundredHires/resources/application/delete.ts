import { applicationPath } from '../fields/common';
import type { Operation } from '../types';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete application',
	description: 'Remove an application for good; this cannot be undone. The candidate stays.',
	task: 'delete application {id}',
	method: 'DELETE',
	path: '/applications/{id}',
	fields: [applicationPath],
	output: { kind: 'deleted' },
};

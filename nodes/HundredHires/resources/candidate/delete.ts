import { candidatePath } from '../fields/common';
import type { Operation } from '../types';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete candidate',
	description: 'Remove a candidate for good; this cannot be undone',
	task: 'delete candidate {id}',
	method: 'DELETE',
	path: '/candidates/{id}',
	fields: [candidatePath],
	output: { kind: 'deleted' },
};

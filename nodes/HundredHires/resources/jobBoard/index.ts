import type { Resource } from '../types';
import { getAll } from './getAll';
import { publish } from './publish';
import { remove } from './remove';

export const jobBoard: Resource = {
	value: 'jobBoard',
	name: 'Job Board',
	description: 'Where a job is published, such as Indeed or LinkedIn',
	operations: [getAll, publish, remove],
};

import type { Resource } from '../types';
import { add } from './add';
import { getAll, getAllOfCandidate } from './list';
import { remove } from './remove';

export const tag: Resource = {
	value: 'tag',
	name: 'Tag',
	description: 'Labels of candidates',
	operations: [add, getAll, getAllOfCandidate, remove],
};

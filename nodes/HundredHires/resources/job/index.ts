import type { Resource } from '../types';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { setStatus } from './setStatus';
import { update } from './update';

export const job: Resource = {
	value: 'job',
	name: 'Job',
	description: 'An open position: its ad, location, salary, status and pipeline',
	operations: [create, remove, get, getAll, setStatus, update],
};

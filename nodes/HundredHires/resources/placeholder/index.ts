import type { Resource } from '../types';
import { getAll } from './getAll';
import { prepare } from './prepare';

export const placeholder: Resource = {
	value: 'placeholder',
	name: 'Placeholder',
	description: 'What a template has filled in when it is sent, such as the first name',
	operations: [getAll, prepare],
};

import type { Resource } from '../types';
import { send } from './send';

export const feedback: Resource = {
	value: 'feedback',
	name: 'Feedback',
	description: 'What users of the API want its makers to know',
	operations: [send],
};

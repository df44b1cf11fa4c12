import type { Resource } from '../types';
import { getRecent } from './getRecent';
import { getSample } from './getSample';

export const event: Resource = {
	value: 'event',
	name: 'Event',
	description: 'Something that happened: an application, a move, a hire, an interview, a score',
	operations: [getRecent, getSample],
};

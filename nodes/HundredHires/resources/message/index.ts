import type { Resource } from '../types';
import { getAllOfCandidate, getAllOfMailAccount } from './list';
import { send } from './send';
import { cancel, get, replace, update } from './single';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	description: 'Emails to candidates and their answers',
	operations: [send, cancel, get, getAllOfCandidate, getAllOfMailAccount, replace, update],
};

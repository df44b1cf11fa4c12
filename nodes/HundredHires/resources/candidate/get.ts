import { candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { CANDIDATE } from './entity';
import { include } from './include';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get candidate',
	description: 'Get one candidate: contact data, profile answers and applications',
	task: 'get candidate {id}',
	method: 'GET',
	path: '/candidates/{id}',
	fields: [candidatePath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: CANDIDATE },
};

import type { Operation } from '../types';
import { details, email, firstName, lastName, profileAnswers } from './details';
import { CANDIDATE } from './entity';
import { include } from './include';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create candidate',
	description:
		'Add a candidate, and to a job if one is given. 100Hires knows candidates by email and makes no second one.',
	task: 'create the candidate',
	method: 'POST',
	path: '/candidates',
	company: 'body',
	fields: [firstName, lastName, email, profileAnswers],
	optional: { collection: 'additionalFields', fields: [...details, include] },
	output: { kind: 'one', entity: CANDIDATE },
};

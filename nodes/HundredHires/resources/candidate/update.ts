import { candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { details, email, firstName, lastName, profileAnswers } from './details';
import { CANDIDATE } from './entity';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update candidate',
	description: 'Change what is known of a candidate; what is not given stays as it is',
	task: 'update candidate {id}',
	method: 'PUT',
	path: '/candidates/{id}',
	fields: [candidatePath, profileAnswers],
	optional: {
		collection: 'updateFields',
		fields: [firstName, lastName, email, ...details],
	},
	output: { kind: 'one', entity: CANDIDATE },
};

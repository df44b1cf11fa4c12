import { described, inBody, required } from '../fields';
import { application, candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { MESSAGE } from './entity';
import { content, optionsToSend } from './fields';

export const send: Operation = {
	value: 'send',
	name: 'Send to Candidate',
	action: 'Send message to candidate',
	description:
		'Send an email to a candidate. 100Hires holds it for 15 minutes unless another time is given; until then it can be canceled.',
	task: 'send the message to candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/messages',
	fields: [candidatePath, ...content.map(required)],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'application_id',
				described(application, { description: 'The application that the email is about' }),
			),
			...optionsToSend,
		],
	},
	output: { kind: 'one', entity: MESSAGE },
	batch: {
		by: 'bodies',
		method: 'POST',
		path: '/messages/batch/create',
		id: 'id',
		as: 'candidate_id',
		key: 'messages',
		results: 'results',
		resultData: 'data',
	},
};

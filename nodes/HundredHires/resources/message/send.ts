import { inBody, locator } from '../fields';
import { candidatePath } from '../fields/common';
import { APPLICATION } from '../../shared/locators';
import type { Operation } from '../types';
import { optionsToSend, whole } from './contents';
import { MESSAGE } from './entity';

export const send: Operation = {
	value: 'send',
	name: 'Send to Candidate',
	action: 'Send message to candidate',
	description:
		'Send an email to a candidate. 100Hires holds it for 15 minutes unless another time is given; until then it can be canceled.',
	task: 'send the message to candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/messages',
	fields: [candidatePath, ...whole],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'application_id',
				locator({
					name: 'applicationId',
					displayName: 'Application',
					kind: APPLICATION,
					description: 'The application that the email is about',
				}),
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

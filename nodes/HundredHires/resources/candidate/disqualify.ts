import { inBody, pickMany } from '../fields';
import { candidatePath } from '../fields/common';
import type { Operation } from '../types';

export const disqualify: Operation = {
	value: 'disqualify',
	name: 'Disqualify',
	action: 'Disqualify candidate for all jobs',
	description:
		'Reject all applications of a candidate. To reject one of them, use Reject of the application.',
	task: 'disqualify candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/disqualify',
	fields: [candidatePath],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'reasons',
				pickMany({
					name: 'reasons',
					displayName: 'Rejection Reason Names or IDs',
					from: 'getRejectionReasons',
				}),
			),
		],
	},
	output: { kind: 'object', shape: { success: 'boolean', rejected_applications: ['integer'] } },
};

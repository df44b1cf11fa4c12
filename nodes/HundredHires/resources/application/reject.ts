import { boolean, inBody } from '../fields';
import { applicationPath, rejectionReason } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './fields';

export const reject: Operation = {
	value: 'reject',
	name: 'Reject',
	action: 'Reject application',
	description:
		'Reject an application for one job. To reject a candidate for all jobs, use Disqualify of the candidate.',
	task: 'reject application {id}',
	method: 'POST',
	path: '/applications/{id}/reject',
	fields: [applicationPath],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody('rejection_reason_id', rejectionReason),
			inBody(
				'suppress_notification',
				boolean({
					name: 'suppressNotification',
					displayName: 'Suppress Notification',
					description:
						'Whether to send no rejection email. Items with this field are rejected one request at a time.',
				}),
			),
			include,
		],
	},
	output: { kind: 'one', entity: APPLICATION },
	batch: {
		by: 'ids',
		method: 'POST',
		path: '/applications/batch/reject',
		id: 'id',
		// The batch knows neither (100Hires OpenAPI 2.0.0).
		unless: ['suppress_notification', 'include'],
		results: 'results',
		resultId: 'id',
		resultData: 'data',
	},
};

import { flag, inBody } from '../fields';
import { applicationPath, optionalStage, resumeBody } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './include';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update application',
	description: 'Change the stage, the resume or the disqualification of an application',
	task: 'update application {id}',
	method: 'PUT',
	path: '/applications/{id}',
	fields: [applicationPath],
	optional: {
		collection: 'updateFields',
		fields: [
			inBody('stage_id', optionalStage),
			inBody(
				'is_disqualified',
				flag({
					name: 'isDisqualified',
					displayName: 'Disqualified',
					description: 'Whether the candidate is disqualified for the job',
				}),
			),
			resumeBody,
			include,
		],
	},
	output: { kind: 'one', entity: APPLICATION },
};

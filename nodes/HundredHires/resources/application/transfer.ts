import { inBody } from '../fields';
import { applicationPath, jobById, optionalStage } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './include';

export const transfer: Operation = {
	value: 'transfer',
	name: 'Transfer to Job',
	action: 'Transfer application to another job',
	description: 'Put an application into another job, in its first stage unless one is chosen',
	task: 'transfer application {id}',
	method: 'POST',
	path: '/applications/{id}/transfer',
	fields: [applicationPath, inBody('job_id', jobById)],
	optional: {
		collection: 'additionalFields',
		fields: [inBody('stage_id', optionalStage), include],
	},
	output: { kind: 'one', entity: APPLICATION },
};

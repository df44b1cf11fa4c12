import { inBody } from '../fields';
import { candidateText, jobById, optionalStage, resumeBody } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './include';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create application',
	description: 'Add a candidate who is known already to a job',
	task: 'create the application',
	method: 'POST',
	path: '/applications',
	fields: [inBody('candidate_id', candidateText), inBody('job_id', jobById)],
	optional: {
		collection: 'additionalFields',
		fields: [inBody('stage_id', optionalStage), resumeBody, include],
	},
	output: { kind: 'one', entity: APPLICATION },
};

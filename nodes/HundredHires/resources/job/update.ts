import { jobPath } from '../fields/common';
import type { Operation } from '../types';
import { details } from './details';
import { JOB } from './entity';
import { include } from './include';
import { changeable } from './main';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update job',
	description: 'Change a job; what is not given stays as it is',
	task: 'update job {id}',
	method: 'PUT',
	path: '/jobs/{id}',
	fields: [jobPath],
	optional: { collection: 'updateFields', fields: [...changeable, ...details, include] },
	output: { kind: 'one', entity: JOB },
};

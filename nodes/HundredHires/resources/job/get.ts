import { jobPath } from '../fields/common';
import type { Operation } from '../types';
import { JOB } from './entity';
import { include } from './include';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job: its status, location, salary and description',
	task: 'get job {id}',
	method: 'GET',
	path: '/jobs/{id}',
	fields: [jobPath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: JOB },
};

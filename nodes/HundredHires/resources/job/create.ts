import type { Operation } from '../types';
import { details } from './details';
import { JOB } from './entity';
import { include } from './include';
import { required } from './main';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create job',
	description: 'Create a job; with a public status it is published at once',
	task: 'create the job',
	method: 'POST',
	path: '/jobs',
	company: 'body',
	fields: required,
	optional: { collection: 'additionalFields', fields: [...details, include] },
	output: { kind: 'one', entity: JOB },
};

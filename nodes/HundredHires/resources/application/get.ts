import { applicationPath } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './include';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get application',
	description: 'Get one application: its stage, status, score and resume',
	task: 'get application {id}',
	method: 'GET',
	path: '/applications/{id}',
	fields: [applicationPath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: APPLICATION },
};

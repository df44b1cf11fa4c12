import { required } from '../fields';
import { applicationPath, stageBody } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './fields';

export const move: Operation = {
	value: 'move',
	name: 'Move to Stage',
	action: 'Move application to stage',
	description: "Move an application to another stage of the job's pipeline",
	task: 'move application {id}',
	method: 'POST',
	path: '/applications/{id}/move',
	fields: [applicationPath, required(stageBody)],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: APPLICATION },
	batch: {
		by: 'ids',
		method: 'POST',
		path: '/applications/batch/move',
		id: 'id',
		// The batch includes nothing (100Hires OpenAPI 2.0.0).
		unless: ['include'],
		results: 'results',
		resultId: 'id',
		resultData: 'data',
	},
};

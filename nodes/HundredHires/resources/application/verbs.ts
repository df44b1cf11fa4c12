import { applicationPath } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './include';

/** What is done to an application without saying any more. */
function verb(
	value: string,
	texts: Pick<Operation, 'name' | 'action' | 'description' | 'task'>,
): Operation {
	return {
		value,
		...texts,
		method: 'POST',
		path: `/applications/{id}/${value}`,
		fields: [applicationPath],
		optional: { collection: 'additionalFields', fields: [include] },
		output: { kind: 'one', entity: APPLICATION },
	};
}

export const advance = verb('advance', {
	name: 'Advance',
	action: 'Advance application to next stage',
	description: "Move an application to the next stage of the job's pipeline",
	task: 'advance application {id}',
});

export const hire = verb('hire', {
	name: 'Hire',
	action: 'Hire candidate of application',
	description: 'Mark the candidate of an application as hired for the job',
	task: 'hire the candidate of application {id}',
});

export const unreject = verb('unreject', {
	name: 'Unreject',
	action: 'Take back rejection of application',
	description: 'Take back the rejection of an application, so that it is active again',
	task: 'take back the rejection of application {id}',
});

import { inBody, pickMany, text, time } from '../fields';
import { applicationPath } from '../fields/common';
import type { Operation } from '../types';
import { INTERVIEW } from './entity';
import { include } from './fields';

export const schedule: Operation = {
	value: 'schedule',
	name: 'Schedule',
	action: 'Schedule interview for application',
	description:
		'Plan an interview with the candidate of an application. The API cannot change or cancel it afterwards.',
	task: 'schedule an interview for application {id}',
	method: 'POST',
	path: '/applications/{id}/interviews',
	fields: [
		applicationPath,
		inBody(
			'start_time',
			time({
				name: 'startTime',
				displayName: 'Start',
				required: true,
				description: "When the interview begins, in the workflow's time zone unless it names one",
			}),
		),
		inBody(
			'end_time',
			time({
				name: 'endTime',
				displayName: 'End',
				required: true,
				description: "When the interview ends, later than 'Start'",
			}),
		),
		inBody(
			'interviewer_ids',
			pickMany({
				name: 'interviewerIds',
				displayName: 'Interviewer Names or IDs',
				from: 'getUsers',
				required: true,
			}),
		),
	],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'location',
				text({
					name: 'location',
					displayName: 'Location',
					placeholder: 'e.g. Room 2',
					description: 'Where it takes place, up to 255 characters',
				}),
			),
			include,
		],
	},
	output: { kind: 'one', entity: INTERVIEW },
};

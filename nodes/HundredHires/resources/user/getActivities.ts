import { choices, inQuery, time } from '../fields';
import type { Operation } from '../types';
import { USER_ACTIVITY } from './entity';
import { userPath } from './fields';

export const getActivities: Operation = {
	value: 'getActivities',
	name: 'Get Activities',
	action: 'Get activities of user',
	description:
		'List what a user did by hand since a time, newest first. The API key has to be that of an administrator or recruiter, and the latest minutes may be missing.',
	task: 'list the activities of user {id}',
	method: 'GET',
	path: '/users/{id}/activities',
	company: 'query',
	summary: true,
	fields: [
		userPath,
		inQuery(
			'since',
			time({
				name: 'since',
				displayName: 'Since',
				required: true,
				description: 'Only what was done at this time or later',
			}),
		),
	],
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'until',
				time({
					name: 'until',
					displayName: 'Until',
					description: 'Only what was done at this time or earlier',
				}),
			),
			inQuery(
				'event_type',
				choices({
					name: 'types',
					displayName: 'Types',
					description: 'Only activities of these types',
					options: [
						{ name: 'Call Logged', value: 'call_logged' },
						{ name: 'Candidate Added', value: 'candidate_added' },
						{ name: 'Disqualified', value: 'disqualified' },
						{ name: 'Email Sent', value: 'email_sent' },
						{ name: 'Hired', value: 'hired' },
						{ name: 'Job Created', value: 'job_created' },
						{ name: 'Note Added', value: 'note_added' },
						{ name: 'SMS Sent', value: 'sms_sent' },
						{ name: 'Stage Moved', value: 'stage_moved' },
					],
				}),
			),
		],
	},
	output: { kind: 'pages', entity: USER_ACTIVITY, key: 'activities' },
};

import { choice, inQuery, text } from '../fields';
import type { Operation, Resource } from '../types';
import { PLACEHOLDER } from './entity';
import { prepare } from './prepare';

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many placeholders',
	description: 'List what email templates can have filled in, such as the first name',
	task: 'list the placeholders',
	method: 'GET',
	path: '/template-placeholders',
	company: 'query',
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'type',
				choice({
					name: 'type',
					displayName: 'Type',
					description: 'Only placeholders of this kind',
					options: [
						{ name: 'Job Variable', value: 'job_variable' },
						{ name: 'Profile Field', value: 'profile_field' },
						{ name: 'Questionnaire Link', value: 'questionnaire_link' },
						{ name: 'Self-Scheduling Link', value: 'self_scheduling_link' },
					],
				}),
			),
			inQuery(
				'is_notification',
				choice({
					name: 'isNotification',
					displayName: 'For',
					description: 'Only placeholders for such texts',
					options: [
						{ name: 'Notifications', value: 1 },
						{ name: 'Other Emails', value: 0 },
					],
				}),
			),
			inQuery(
				'q',
				text({
					name: 'search',
					displayName: 'Search',
					placeholder: 'e.g. name',
					description: 'Only placeholders in which 100Hires finds this text',
				}),
			),
		],
	},
	output: { kind: 'pages', entity: PLACEHOLDER, key: 'placeholders' },
};

export const placeholder: Resource = {
	value: 'placeholder',
	name: 'Placeholder',
	description: 'What a template has filled in when it is sent, such as the first name',
	operations: [getAll, prepare],
};

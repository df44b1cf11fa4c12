import { choices, inQuery, time } from '../fields';
import { candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { ACTIVITY } from './entity';

/** The values of `event_type` (100Hires OpenAPI 2.0.0). */
const TYPES = [
	{ name: 'Added to Job', value: 'assign_job' },
	{ name: 'Automation', value: 'automation_action_triggered' },
	{ name: 'Call', value: 'call' },
	{ name: 'Comment', value: 'comment' },
	{ name: 'Copilot Response', value: 'copilot_response' },
	{ name: 'Email Validation', value: 'validate_emails' },
	{ name: 'Enrichment', value: 'enrichment' },
	{ name: 'Profile Change', value: 'profile_mutation' },
	{ name: 'Qualification', value: 'qualification' },
	{ name: 'Rating', value: 'candidate_rate' },
	{ name: 'Sources', value: 'assign_sources' },
	{ name: 'Stage Move', value: 'stage_moved' },
	{ name: 'Tags', value: 'assign_tags' },
];

export const getActivities: Operation = {
	value: 'getActivities',
	name: 'Get Activities',
	action: 'Get activities of candidate',
	description: 'List what happened to a candidate: comments, calls, stage moves, profile changes',
	task: 'list the activities of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/activities',
	fields: [candidatePath],
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'event_type',
				choices({
					name: 'types',
					displayName: 'Types',
					description: 'Only activities of these types',
					options: TYPES,
				}),
			),
			inQuery(
				'since',
				time({
					name: 'since',
					displayName: 'Since',
					description: 'Only what happened at this time or later',
				}),
			),
			inQuery(
				'until',
				time({
					name: 'until',
					displayName: 'Until',
					description: 'Only what happened at this time or earlier',
				}),
			),
		],
	},
	output: { kind: 'pages', entity: ACTIVITY, key: 'activities' },
};

import { choice, inBody, json, text } from '../fields';
import type { Operation } from '../types';

export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send feedback on API',
	description:
		"Tell 100Hires' makers what is missing or slow in the API; at most 5 in an hour for an account",
	task: 'send the feedback',
	method: 'POST',
	path: '/feedback',
	fields: [
		inBody(
			'description',
			text({
				name: 'description',
				displayName: 'Description',
				required: true,
				rows: 4,
				placeholder: 'e.g. The list of jobs misses archived ones',
				description: 'What it is about, in at most 2,000 characters',
			}),
		),
	],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'endpoint',
				text({
					name: 'endpoint',
					displayName: 'Endpoint',
					placeholder: 'e.g. /v2/candidates',
					description: 'The path of the API that it is about',
				}),
			),
			inBody(
				'issue_type',
				choice({
					name: 'issueType',
					displayName: 'Issue Type',
					description: 'What kind of feedback it is',
					options: [
						{ name: 'Bulk Operation', value: 'bulk_operation' },
						{ name: 'Missing Field', value: 'missing_field' },
						{ name: 'Missing Filter', value: 'missing_filter' },
						{ name: 'Other', value: 'other' },
						{ name: 'Pagination', value: 'pagination' },
						{ name: 'Performance', value: 'performance' },
					],
				}),
			),
			inBody(
				'suggested_improvement',
				text({
					name: 'suggestedImprovement',
					displayName: 'Suggested Improvement',
					rows: 4,
					placeholder: 'e.g. A filter for archived jobs',
					description: 'What would be better, in at most 2,000 characters',
				}),
			),
			inBody(
				'context',
				json({
					name: 'context',
					displayName: 'Context',
					shape: 'object',
					description:
						'Anything that helps to understand it, at most 4 KB, such as <code>{"task": "Import of 50 candidates"}</code>',
				}),
			),
		],
	},
	output: { kind: 'object', shape: { success: 'boolean', message: 'string' } },
};

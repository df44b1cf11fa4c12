import type { INodeProperties } from 'n8n-workflow';
import { ALL_EVENTS, EVENT_KINDS } from '../events';
import { JOB, locatorModes } from '../shared/locators';

/** A trigger's line in the node browser: 'On AI score generated'. n8n's own would be 'On ai score generated'. */
function onEvent(label: string): string {
	const words = label.split(' ').map((word) => (/[a-z]/.test(word) ? word.toLowerCase() : word));
	return `On ${words.join(' ')}`;
}

/** The parameters that both triggers share: which events, of what, and which of them. */
export const eventParameters: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: [],
		description: 'What in 100Hires starts the workflow',
		options: [
			{
				name: 'All Events',
				value: ALL_EVENTS,
				description: 'Each of the eight events below',
			},
			...EVENT_KINDS.map(({ label, name, description }) => ({
				name: label,
				value: name,
				action: onEvent(label),
				description,
			})),
		],
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		default: 'company',
		description: 'Whose events start the workflow',
		options: [
			{
				name: 'Whole Company',
				value: 'company',
				description: 'Events of every job in the account',
			},
			{
				name: 'One Job',
				value: 'job',
				description: 'Events of a single job only',
			},
		],
	},
	{
		displayName: 'Job',
		name: 'jobId',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description: 'The job whose events start the workflow',
		displayOptions: { show: { scope: ['job'] } },
		...locatorModes(JOB),
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description:
			'Which of the events start the workflow. An event that does not carry what a filter asks about is let through.',
		options: [
			{
				displayName: 'Jobs',
				name: 'jobs',
				type: 'string',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Job' },
				displayOptions: { show: { '/scope': ['company'] } },
				default: [],
				placeholder: 'e.g. 303 or backend-dev',
				description: 'IDs or aliases of the jobs whose events are wanted',
			},
			{
				displayName: 'Minimum AI Score',
				name: 'minimumAiScore',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100 },
				default: 75,
				description: 'Lowest AI score that is wanted, from 0 to 100',
			},
			{
				displayName: 'Stages',
				name: 'stages',
				type: 'string',
				typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Stage' },
				default: [],
				placeholder: 'e.g. Offer',
				description:
					'Names or IDs of the stages that the application must be in; upper and lower case are the same',
			},
		],
	},
];

/** Options that concern the webhook, not the events. */
export const webhookOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Acknowledge',
			name: 'acknowledge',
			type: 'options',
			default: 'immediately',
			description: 'When to tell 100Hires that the event arrived',
			options: [
				{
					name: 'After Workflow',
					value: 'afterWorkflow',
					description:
						'When the workflow has succeeded: after a failure 100Hires delivers the event again, up to five times. Repeats then start the workflow, so it has to bear them, and it should take no longer than a few seconds.',
				},
				{
					name: 'Immediately',
					value: 'immediately',
					description: 'As soon as n8n has saved the event',
				},
			],
		},
		{
			displayName: 'Allowed IPs',
			name: 'allowedIps',
			type: 'string',
			default: '',
			placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24',
			description:
				'Addresses and ranges that deliveries are accepted from, separated by commas; all if empty. 100Hires support gives its addresses on request. Behind a proxy this needs N8N_PROXY_HOPS to be right.',
		},
		{
			displayName: 'Deduplicate',
			name: 'deduplicate',
			type: 'boolean',
			default: true,
			description:
				'Whether an event that 100Hires delivers more than once starts the workflow only the first time; the last 11,000 are remembered',
		},
		{
			displayName: 'Download Resume',
			name: 'downloadResume',
			type: 'boolean',
			default: false,
			description:
				"Whether to add the resume as the binary field 'resume', up to 25 MB; if it cannot be fetched, the event goes on without it",
		},
		{
			displayName: 'Fetch Full Records',
			name: 'fetchFullRecords',
			type: 'boolean',
			default: false,
			description:
				"Whether to add the candidate, application and job as the API has them, as the field 'fullRecords'; takes two requests for each event",
		},
		{
			displayName: 'Include Raw Body',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: "Whether to add what 100Hires sent, untouched, as the field 'raw'",
		},
		{
			displayName: 'Output per Event',
			name: 'outputPerEvent',
			type: 'boolean',
			default: false,
			description: 'Whether each selected event gets an output of its own',
		},
	],
};

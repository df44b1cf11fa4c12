import type { INodeProperties } from 'n8n-workflow';

/** Options that concern the looking, not the events. */
export const pollingOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Output per Event',
			name: 'outputPerEvent',
			type: 'boolean',
			default: false,
			description: 'Whether each selected event gets an output of its own',
		},
		{
			displayName: 'Start From',
			name: 'startFrom',
			type: 'dateTime',
			default: '',
			description:
				'Events since this time come too, oldest first, once: when the workflow is published for the first time, or with another scope. If empty, it starts with what happens from then on.',
		},
	],
};

/** Options that only the webhook trigger has, and the reading of them. */
import type { INodeProperties, WorkflowExecuteMode } from 'n8n-workflow';
import { readList } from '../events/filters';
import { isObject } from '../shared/values';
import { readParameter, type TriggerContext } from '../triggers/readParameter';

export const WEBHOOK_OPTIONS: INodeProperties[] = [
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
];

/** The options, read. */
export interface WebhookOptions {
	acknowledge: 'afterWorkflow' | 'immediately';
	/** Addresses and ranges; empty where all are allowed. */
	allowedIps: string[];
	deduplicate: boolean;
	downloadResume: boolean;
	fetchFullRecords: boolean;
	includeRaw: boolean;
}

/** Reads the trigger's options; those that were not added have their defaults. */
export function readWebhookOptions(context: TriggerContext): WebhookOptions {
	const value = readParameter(context, 'options', {});
	const options = isObject(value) ? value : {};
	return {
		acknowledge: options.acknowledge === 'afterWorkflow' ? 'afterWorkflow' : 'immediately',
		allowedIps: readList(options.allowedIps),
		deduplicate: options.deduplicate !== false,
		downloadResume: options.downloadResume === true,
		fetchFullRecords: options.fetchFullRecords === true,
		includeRaw: options.includeRaw === true,
	};
}

/**
 * Whether repeats are to be kept away. Only production deliveries are: a test, or a user's Retry of a failed execution, is meant to
 * run whatever was here before. Where 100Hires is to learn of a failed flow, the repeat that it then sends is what is wanted.
 *
 * @param mode n8n's mode of the execution
 */
export function shouldDeduplicate(
	mode: WorkflowExecuteMode,
	{ acknowledge, deduplicate }: Pick<WebhookOptions, 'acknowledge' | 'deduplicate'>,
): boolean {
	return mode === 'webhook' && deduplicate && acknowledge !== 'afterWorkflow';
}

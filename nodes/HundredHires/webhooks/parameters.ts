/** Options that only the webhook trigger has, and the reading of them. */
import { NodeOperationError, type INodeProperties, type WorkflowExecuteMode } from 'n8n-workflow';
import { isRange } from '../shared/ipRanges';
import { quote } from '../shared/quote';
import { isObject } from '../shared/values';
import { requireEventsAndScope } from '../triggers/parameters';
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
			'Addresses and ranges that deliveries are accepted from, separated by commas; all if left empty. 100Hires support gives its addresses on request. Behind a proxy this needs N8N_PROXY_HOPS to be right.',
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
	/** Addresses and ranges as entered; `null` where all are allowed, empty where none is. */
	allowedIps: string[] | null;
	deduplicate: boolean;
	downloadResume: boolean;
	fetchFullRecords: boolean;
	includeRaw: boolean;
}

/**
 * The entries of 'Allowed IPs', also those that are no address. All addresses are allowed only
 * where the option is not there or was left empty: an expression that gives nothing, such as a
 * variable that is gone, was meant to keep somebody out, and whom is not known.
 *
 * @param value The option as n8n evaluated it
 */
function readAllowedIps(context: TriggerContext, value: unknown): string[] | null {
	// As it was entered, with an expression's '=': evaluated, both look the same.
	const options: unknown = context.getNode().parameters.options;
	const entered = isObject(options) ? options.allowedIps : undefined;
	if (entered === undefined || (typeof entered === 'string' && entered.trim() === '')) return null;

	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values
		.flatMap((each) => String(each ?? '').split(','))
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/** Reads the trigger's options; those that were not added have their defaults. */
export function readWebhookOptions(context: TriggerContext): WebhookOptions {
	const value = readParameter(context, 'options', {});
	const options = isObject(value) ? value : {};
	return {
		acknowledge: options.acknowledge === 'afterWorkflow' ? 'afterWorkflow' : 'immediately',
		allowedIps: readAllowedIps(context, options.allowedIps),
		deduplicate: options.deduplicate !== false,
		downloadResume: options.downloadResume === true,
		fetchFullRecords: options.fetchFullRecords === true,
		includeRaw: options.includeRaw === true,
	};
}

/**
 * What the trigger needs to register its webhook.
 *
 * @throws NodeOperationError where a parameter is missing, or 'Allowed IPs' has an entry that
 * cannot be read: no delivery would ever match it, which nobody would notice before events are
 * missing
 */
export function requireWebhookParameters(
	context: TriggerContext,
): ReturnType<typeof requireEventsAndScope> {
	const required = requireEventsAndScope(context);
	const { allowedIps } = readWebhookOptions(context);
	if (allowedIps === null) return required;

	const unreadable = allowedIps.filter((entry) => !isRange(entry));
	if (allowedIps.length > 0 && unreadable.length === 0) return required;
	const fault =
		unreadable.length > 0
			? `cannot be read: ${unreadable.map((entry) => quote(entry.slice(0, 100))).join(', ')}`
			: 'gives no address, so that no delivery could come in';
	throw new NodeOperationError(
		context.getNode(),
		`The option 'Allowed IPs' ${fault}. It takes addresses and ranges such as 203.0.113.7 or 203.0.113.0/24, separated by commas.`,
	);
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

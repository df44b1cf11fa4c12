/** What both triggers have in common: their parameters, and the reading of them. */
import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { ALL_EVENTS, EVENTS_BY_LABEL, selectEvents, type EventName } from '../events';
import { readFilters, type EventFilters } from '../events/filters';
import { JOB, describeModes } from '../shared/locators';
import { compareTexts } from '../shared/sort';
import { isObject, readTexts } from '../shared/values';
import { readParameter, type TriggerContext } from './readParameter';
import { readScope, type Scope } from './scope';

/** A trigger's line in the node browser: 'On AI score generated'. n8n's own would be 'On ai score generated'. */
function toAction(label: string): string {
	const words = label.split(' ').map((word) => (/[a-z]/.test(word) ? word.toLowerCase() : word));
	return `On ${words.join(' ')}`;
}

/** Which events, of what, and which of them. */
const EVENT_PARAMETERS: INodeProperties[] = [
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
				description: 'Every event below',
			},
			...EVENTS_BY_LABEL.map(({ label, name, description }) => ({
				name: label,
				value: name,
				action: toAction(label),
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
		...describeModes(JOB),
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

/** Options that both triggers have. */
const SHARED_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Output per Event',
		name: 'outputPerEvent',
		type: 'boolean',
		default: false,
		description: 'Whether each selected event gets an output of its own',
	},
];

/**
 * The parameters of a trigger.
 *
 * @param ownOptions Options that only this trigger has
 */
export function describeTriggerParameters(ownOptions: INodeProperties[]): INodeProperties[] {
	const options: INodeProperties = {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...ownOptions, ...SHARED_OPTIONS].sort((a, b) =>
			compareTexts(a.displayName, b.displayName),
		),
	};
	return [...EVENT_PARAMETERS, options];
}

/** The parameters that both triggers share, read. */
interface TriggerParameters {
	/** The selected events, in the order of the outputs. */
	readonly events: EventName[];
	/** `null` where the scope is a job and none is named. */
	readonly scope: Scope | null;
	readonly filters: EventFilters;
	/** Option 'Output per Event'. */
	readonly isOutputPerEvent: boolean;
}

/**
 * Reads the parameters that both triggers share. Each is read when it is used, as a delivery that is refused needs none of them.
 *
 * @param context Of a hook, a delivery, a poll or an execution
 */
export function readTriggerParameters(context: TriggerContext): TriggerParameters {
	return {
		get events() {
			return selectEvents(readTexts(readParameter(context, 'events', [])));
		},
		get scope() {
			return readScope(context);
		},
		get filters() {
			return readFilters(readParameter(context, 'filters', {}));
		},
		get isOutputPerEvent() {
			const options = readParameter(context, 'options', {});
			return isObject(options) && options.outputPerEvent === true;
		},
	};
}

/**
 * The selected events, and whose they are, for a trigger that is about to work with them.
 *
 * @throws NodeOperationError where no event is selected, or the scope is a job and none is named
 */
export function requireEventsAndScope(context: TriggerContext): {
	events: EventName[];
	scope: Scope;
} {
	const { events, scope } = readTriggerParameters(context);
	if (events.length === 0)
		throw new NodeOperationError(
			context.getNode(),
			"No event is selected: choose at least one in 'Events' and publish again.",
		);
	if (scope === null)
		throw new NodeOperationError(
			context.getNode(),
			"No job is named: choose one in 'Job', or set 'Scope' to Whole Company.",
		);
	return { events, scope };
}

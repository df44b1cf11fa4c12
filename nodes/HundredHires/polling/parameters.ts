/** Options that only the polling trigger has, and the reading of all its parameters. */
import {
	NodeOperationError,
	tryToParseDateTime,
	type INodeProperties,
	type IPollFunctions,
} from 'n8n-workflow';
import type { EventName } from '../events';
import type { EventFilters } from '../events/filters';
import type { Id } from '../shared/types';
import { isObject } from '../shared/values';
import { readTriggerParameters, requireEventsAndScope } from '../triggers/parameters';
import { readParameter } from '../triggers/readParameter';

export const POLLING_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description:
			'Events since this time come too, oldest first, once: when the workflow is published for the first time, or with another scope. If empty, it starts with what happens from then on.',
	},
];

/** The parameters, read. */
export interface PollingParameters {
	/** The selected events, in the order of the outputs. */
	events: EventName[];
	/** As it was entered; `null` for the whole company. */
	job: Id | null;
	filters: EventFilters;
	/** Option 'Output per Event'. */
	isOutputPerEvent: boolean;
	/** Unix seconds; `null` for now. */
	startFrom: number | null;
}

function readStartFrom(context: IPollFunctions, value: unknown): number | null {
	if (value === undefined || value === null || value === '') return null;
	try {
		return Math.floor(tryToParseDateTime(value, context.getTimezone()).toSeconds());
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			`'Start From' has to be a date, and is "${String(value).slice(0, 100)}".`,
		);
	}
}

/**
 * Reads the node's parameters.
 *
 * @throws NodeOperationError where no event is selected, the scope is a job and none is named, or a date is none
 */
export function readPollingParameters(context: IPollFunctions): PollingParameters {
	const { events, scope } = requireEventsAndScope(context);
	const { filters, isOutputPerEvent } = readTriggerParameters(context);
	const options = readParameter(context, 'options', {});
	return {
		events,
		job: scope.scope === 'job' ? scope.jobId : null,
		filters,
		isOutputPerEvent,
		startFrom: readStartFrom(context, isObject(options) ? options.startFrom : null),
	};
}

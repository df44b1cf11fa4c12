import {
	NodeOperationError,
	tryToParseDateTime,
	type IDataObject,
	type IPollFunctions,
} from 'n8n-workflow';
import { selectedEvents, type EventName } from '../events';
import { readFilters, type EventFilters } from '../events/filters';
import type { Id } from '../shared/types';
import { readId, readTexts } from '../shared/values';

/** What the node's parameters ask for. */
export interface Settings {
	names: ReadonlySet<EventName>;
	/** As it was entered; `null` for the whole company. */
	job: Id | null;
	filters: EventFilters;
	/** Value of the `events` parameter. */
	events: string[];
	isOutputPerEvent: boolean;
	/** Unix seconds; `null` for now. */
	startFrom: number | null;
}

function readStart(context: IPollFunctions, value: unknown): number | null {
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
export function readSettings(context: IPollFunctions): Settings {
	const events = readTexts(context.getNodeParameter('events', []));
	const names = new Set(selectedEvents(events));
	if (names.size === 0)
		throw new NodeOperationError(
			context.getNode(),
			"No event is selected: choose at least one in 'Events' and publish again.",
		);
	const isJob = context.getNodeParameter('scope', 'company') === 'job';
	const job = isJob ? readId(context.getNodeParameter('jobId', '', { extractValue: true })) : null;
	if (isJob && job === null)
		throw new NodeOperationError(
			context.getNode(),
			"No job is named: choose one in 'Job', or set 'Scope' to Whole Company.",
		);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		names,
		job,
		filters: readFilters(context.getNodeParameter('filters', {})),
		events,
		isOutputPerEvent: options.outputPerEvent === true,
		startFrom: readStart(context, options.startFrom),
	};
}

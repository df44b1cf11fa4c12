import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { selectedEvents } from '../events';
import { readId, readTexts } from '../shared/values';
import type { Place } from './staticData';
import type { Wish } from './registration';

/** Whose events are wanted; `null` where the scope is a job and none is named. */
export function readPlace(context: IHookFunctions): Place | null {
	if (context.getNodeParameter('scope', 'company') !== 'job') return { scope: 'company' };
	const jobId = readId(context.getNodeParameter('jobId', '', { extractValue: true }));
	return jobId === null ? null : { scope: 'job', jobId };
}

/**
 * What the trigger's parameters ask to be registered.
 *
 * @throws NodeOperationError where no event is selected, or the scope is a job and none is named
 */
export function readWish(context: IHookFunctions): Wish {
	const events = selectedEvents(readTexts(context.getNodeParameter('events', [])));
	if (events.length === 0)
		throw new NodeOperationError(
			context.getNode(),
			"No event is selected: choose at least one in 'Events' and publish again.",
		);
	const place = readPlace(context);
	if (place === null)
		throw new NodeOperationError(
			context.getNode(),
			"No job is named: choose one in 'Job', or set 'Scope' to Whole Company.",
		);
	return { place, events };
}

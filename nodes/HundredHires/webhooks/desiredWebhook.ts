import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { selectedEvents } from '../events';
import type { EventName } from '../events/types';
import { readTexts } from '../shared/values';
import { readScope, type Scope } from '../triggers/scope';

/** The webhook that the node's parameters want registered. */
export interface DesiredWebhook {
	scope: Scope;
	events: EventName[];
}

/**
 * Reads from the trigger's parameters what is to be registered.
 *
 * @throws NodeOperationError where no event is selected, or the scope is a job and none is named
 */
export function readDesiredWebhook(context: IHookFunctions): DesiredWebhook {
	const events = selectedEvents(readTexts(context.getNodeParameter('events', [])));
	if (events.length === 0)
		throw new NodeOperationError(
			context.getNode(),
			"No event is selected: choose at least one in 'Events' and publish again.",
		);
	const scope = readScope(context);
	if (scope === null)
		throw new NodeOperationError(
			context.getNode(),
			"No job is named: choose one in 'Job', or set 'Scope' to Whole Company.",
		);
	return { scope, events };
}

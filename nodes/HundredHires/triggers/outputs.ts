import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { EVENT_KINDS, selectEvents } from '../events';
import { toExpression } from '../shared/expressions';

/** Runs inside n8n's expression engine: it may use nothing but its arguments. */
function listOutputs(parameter: IDataObject, kinds: string[][]): unknown[] {
	const options = (parameter.options ?? {}) as IDataObject;
	const events = (parameter.events ?? []) as string[];
	const chosen = kinds.filter((kind) => events.includes('*') || events.includes(kind[0]));
	if (!options.outputPerEvent || chosen.length === 0) return [{ type: 'main' }];
	return chosen.map((kind) => ({ type: 'main', displayName: kind[1] }));
}

/**
 * The `outputs` of a trigger's description: one, or with the option 'Output per Event' one for each selected event, in the order of
 * `EVENT_KINDS`.
 */
export const OUTPUTS_EXPRESSION = toExpression(
	listOutputs,
	EVENT_KINDS.map((kind) => [kind.name, kind.label]),
);

/**
 * Puts each event on its output.
 *
 * @param items Events as the trigger emits them
 * @param selected Value of the `events` parameter
 * @param perEvent Whether each event has an output of its own
 */
export function distribute(
	items: INodeExecutionData[],
	selected: readonly string[],
	perEvent: boolean,
): INodeExecutionData[][] {
	const names = selectEvents(selected);
	if (!perEvent || names.length === 0) return [items];
	return names.map((name) => items.filter((item) => item.json.event === name));
}

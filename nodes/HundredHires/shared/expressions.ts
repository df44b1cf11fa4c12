import type { IDataObject } from 'n8n-workflow';
import { ALL_EVENTS, EVENT_KINDS } from '../events';
import type { Resource } from '../resources/types';

/**
 * A subtitle for the canvas: what a function gives for the node's parameters. n8n's usual subtitles show the values of parameters, such
 * as `getAll: candidate`, which users see nowhere else.
 *
 * @param subtitleOf Runs inside n8n's expression engine: it may use nothing but its arguments, and hold no two closing braces in a row
 * @param table Its second argument; nested arrays, because objects would end with two closing braces
 */
function subtitle(
	subtitleOf: (parameter: IDataObject, table: string[][]) => string,
	table: string[][],
): `={{${string}}}` {
	return `={{(${subtitleOf.toString()})($parameter, ${JSON.stringify(table)})}}`;
}

function eventsOf(parameter: IDataObject, kinds: string[][]): string {
	const events = (parameter.events ?? []) as string[];
	const chosen = kinds.filter((kind) => events.includes(kind[0]));
	// The canvas cuts off what is longer than one label.
	return chosen.length > 1 && !events.includes('*')
		? `${chosen.length} events`
		: (chosen[0] ?? [])[1];
}

/** Which event a trigger waits for, or how many. */
export const EVENTS_SUBTITLE = subtitle(eventsOf, [
	[ALL_EVENTS, 'All Events'],
	...EVENT_KINDS.map((kind) => [kind.name, kind.label]),
]);

function actionOf(parameter: IDataObject, actions: string[][]): string {
	const chosen = actions.find(
		(each) => each[0] === parameter.resource && each[1] === parameter.operation,
	);
	return chosen ? chosen[2] : '';
}

/** What the action node does, in the words of the node browser: `Get many candidates`. */
export function actionSubtitle(resources: readonly Resource[]): `={{${string}}}` {
	return subtitle(
		actionOf,
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [value, operation.value, operation.action]),
		),
	);
}

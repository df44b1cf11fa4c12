import type { IDataObject } from 'n8n-workflow';
import { ALL_EVENTS, EVENT_KINDS } from '../events';
import { toExpression } from '../shared/expressions';

function nameEvents(parameter: IDataObject, kinds: string[][]): string {
	const events = (parameter.events ?? []) as string[];
	const chosen = kinds.filter((kind) => events.includes(kind[0]));
	// The canvas cuts off what is longer than one label.
	return chosen.length > 1 && !events.includes('*')
		? `${chosen.length} events`
		: (chosen[0] ?? [])[1];
}

/**
 * Which event a trigger waits for, or how many. n8n's usual subtitles show the values of parameters, such as `getAll: candidate`, which
 * users see nowhere else.
 */
export const EVENTS_SUBTITLE = toExpression(nameEvents, [
	[ALL_EVENTS, 'All Events'],
	...EVENT_KINDS.map((kind) => [kind.name, kind.label]),
]);

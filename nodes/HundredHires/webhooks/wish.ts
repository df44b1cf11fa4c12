import type { IHookFunctions } from 'n8n-workflow';
import { requireEventsAndScope } from '../triggers/parameters';
import type { Wish } from './registration';

/**
 * What the trigger's parameters ask to be registered.
 *
 * @throws NodeOperationError where no event is selected, or the scope is a job and none is named
 */
export function readWish(context: IHookFunctions): Wish {
	const { events, scope } = requireEventsAndScope(context);
	return { place: scope, events };
}

import { findKind, type EventName, type HiringEvent } from './index';
import { composeEvent } from './compose';

/**
 * A made-up event of each kind, in the shape that the triggers emit, for building a flow before anything has happened. It is read
 * from what 100Hires would send by the code that reads real deliveries, so that it cannot differ from them.
 *
 * @param name The event wanted
 */
export function sampleEvent(name: EventName): HiringEvent {
	return composeEvent(name, {
		...findKind(name).sample,
		actor: { id: 12, full_name: 'Sam Recruiter', email: 'sam@example.com' },
	});
}

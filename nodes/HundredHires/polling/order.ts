import type { EventName } from '../events/types';
import type { Found } from './look';

/** What comes first of what bears the same second: people before what they do, the move before the decision it belongs to. */
const RANKS: Record<EventName, number> = {
	'candidate.created': 0,
	'application.created': 1,
	'candidate.updated': 2,
	'application.stage_changed': 3,
	'ai_score.generated': 4,
	'interview.scheduled': 5,
	'candidate.disqualified': 6,
	'candidate.hired': 7,
};

/** Oldest first; what bears the same second in the order in which it makes sense. */
export function inOrder(found: readonly Found[]): Found[] {
	return [...found].sort((a, b) => a.at - b.at || RANKS[a.event.event] - RANKS[b.event.event]);
}

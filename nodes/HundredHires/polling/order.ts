import type { EventName } from '../events/types';

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
export function inOrder<T extends { at: number; name: EventName }>(happened: Iterable<T>): T[] {
	return [...happened].sort((a, b) => a.at - b.at || RANKS[a.name] - RANKS[b.name]);
}

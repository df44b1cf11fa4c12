import type { EventName } from '../events.mts';
import type { By, StageRecord } from './records.mts';

/** Everything that is kept in the history: the events of webhooks, and what webhooks never report. */
export type Kind =
	| EventName
	| 'application.unrejected'
	| 'job.created'
	| 'message.sent'
	| 'note.added'
	| 'tags.added';

/** One thing that happened. Whom it is about is kept by ID, as the history outlives what is deleted. */
export interface Activity {
	id: number;
	kind: Kind;
	/** Unix seconds. */
	at: number;
	by: By;
	candidateId?: number;
	applicationId?: number;
	jobId?: number;
	fromStage?: StageRecord;
	toStage?: StageRecord;
	noteId?: number;
	messageId?: number;
	tags?: string[];
}

const FIRST_ID = 1_000_001;

/** What happened since the sandbox began. */
export class History {
	private readonly activities: Activity[] = [];

	private readonly byCandidate = new Map<number, Activity[]>();

	add(what: Omit<Activity, 'id'>): void {
		const activity = { id: FIRST_ID + this.activities.length, ...what };
		this.activities.push(activity);
		if (what.candidateId === undefined) return;
		const others = this.byCandidate.get(what.candidateId);
		if (others) others.push(activity);
		else this.byCandidate.set(what.candidateId, [activity]);
	}

	/** In the order in which it was added. */
	ofCandidate(candidateId: number): readonly Activity[] {
		return this.byCandidate.get(candidateId) ?? [];
	}

	/** What a person did with their own hands: nothing that automations or applicants did. */
	ofUser(userId: number): Activity[] {
		return this.activities.filter(({ by }) => by.type === 'user' && by.userId === userId);
	}
}

/** The latest first; what happened in the same second, by the order in which it was added. */
export function newestFirst(activities: readonly Activity[]): Activity[] {
	return [...activities].sort((a, b) => b.at - a.at || b.id - a.id);
}

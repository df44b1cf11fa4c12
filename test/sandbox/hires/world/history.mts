import type { EventName } from '../events.mts';
import type { By, StageRecord } from './records.mts';

/** Everything that is remembered of: the eight events, and what webhooks never tell of. */
export type Kind =
	| EventName
	| 'application.unrejected'
	| 'job.created'
	| 'message.sent'
	| 'note.added'
	| 'tags.added';

/** One thing that happened. Whom it is about is kept by ID, as the history outlives what is deleted. */
export interface Happening {
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
	private readonly happenings: Happening[] = [];

	private readonly byCandidate = new Map<number, Happening[]>();

	add(what: Omit<Happening, 'id'>): void {
		const happening = { id: FIRST_ID + this.happenings.length, ...what };
		this.happenings.push(happening);
		if (what.candidateId === undefined) return;
		const others = this.byCandidate.get(what.candidateId);
		if (others) others.push(happening);
		else this.byCandidate.set(what.candidateId, [happening]);
	}

	/** In the order in which it was added. */
	ofCandidate(candidateId: number): readonly Happening[] {
		return this.byCandidate.get(candidateId) ?? [];
	}

	/** What a person did with their own hands: nothing that automations or applicants did. */
	ofUser(userId: number): Happening[] {
		return this.happenings.filter(({ by }) => by.type === 'user' && by.userId === userId);
	}
}

/** The latest first; what happened in the same second, by the order in which it was added. */
export function newestFirst(happenings: readonly Happening[]): Happening[] {
	return [...happenings].sort((a, b) => b.at - a.at || b.id - a.id);
}

import type { EventBase, Score } from './types';
import type { Id, Json } from '../shared/types';

/** The objects of a delivery's body that an event is made of, each still as 100Hires wrote it. */
export interface Located {
	/** The envelope, where there is one around the entities. */
	envelope: Json | null;
	/** The object that holds the entities, or is one itself. */
	container: Json;
	application: Json | null;
	candidate: Json | null;
	job: Json | null;
	interview: Json | null;
	score: Json | null;
}

/** What an event is composed of, each as the API has it (100Hires OpenAPI 2.0.0, components/schemas). */
export interface EventParts {
	application?: unknown;
	candidate?: unknown;
	job?: unknown;
	interview?: unknown;
	/** An `AiScore`; not needed where the application carries the same score. */
	score?: unknown;
	/** `{id, name}` of the stages of a move. */
	fromStage?: Json | null;
	toStage?: Json | null;
	/** Moment of a move, unix seconds. */
	movedAt?: unknown;
	/** Who did it. */
	actor?: unknown;
}

/** An event before it has IDs and a name. */
export type EventContent = Omit<EventBase, 'eventId' | 'occurrenceId'>;

/** All that is known of one kind of event; its file in `kinds/` holds everything that sets it apart from the others. */
export interface EventKind {
	/** Entity and what happened to it. Flows save it, so it never changes. */
	name: `${string}.${string}`;
	/** The label of the article, in the title case that n8n asks of option names. */
	label: string;
	/** One line for the parameter's drop-down: when it fires. */
	description: string;
	/** Names under which 100Hires may announce the event, in lower case, letters and digits only. */
	spellings: readonly string[];
	/** The name under which a webhook is registered for it, where the API takes names of events. */
	wireName: string;
	/** Which comes first of two events of the same second: the lower rank. People before what they do, a move before its decision. */
	rank: number;
	/** The entity's own moment, which all copies of a delivery share, in any form that `readTime` takes; empty where it has none. */
	readMoment(found: Located, score: Score | null): unknown;
	/** What sets one occurrence apart from every other: the entity, and when, where it can recur. `null` for a part that is not known. */
	readIdentity(event: EventContent): ReadonlyArray<Id | null>;
	/** What 100Hires would deliver of a made-up event. */
	sample: EventParts;
}

import type { IDataObject } from 'n8n-workflow';
import type { EventName } from '../events';
import type { Json } from '../shared/types';
import { readMove, toOccurrences, toSeconds, type Occurrence, type Parts } from './changes';

export type StreamName = 'applications' | 'candidates' | 'interviews';

/** A list of the API in which events show (100Hires OpenAPI 2.0.0). */
export interface Stream {
	/** Also the key of the answer under which the rows stand. */
	name: StreamName;
	path: string;
	/** The filter by time, inclusive, and the field of a row that it compares. */
	since: 'updated_after' | 'created_after';
	time: 'updated_at' | 'created_at';
	query: IDataObject;
	/** The events that show here, each with the field of a row that has its time; `history` for those of the stage history. */
	events: Partial<Record<EventName, string>>;
	/** To follow "Could not". */
	task: string;
	/** What an event of a row is composed of. */
	readParts(row: Json): Parts;
}

/** Stands for the stage history, an own request for each row. */
const HISTORY = 'history';

/** The one event for which the history of each changed application is read: the list has only the stage that it is in now. */
export const NEEDS_HISTORY: EventName = 'application.stage_changed';

export const STREAMS: readonly Stream[] = [
	{
		name: 'candidates',
		path: '/candidates',
		since: 'updated_after',
		time: 'updated_at',
		query: {},
		events: { 'candidate.created': 'created_at', 'candidate.updated': 'updated_at' },
		task: 'list the candidates that changed',
		readParts: (candidate) => ({ candidate }),
	},
	{
		name: 'applications',
		path: '/applications',
		since: 'updated_after',
		time: 'updated_at',
		// Oldest first, so that what is added while pages are read comes behind; there is no order by the time of the change.
		query: { sort: 'created_at', include: 'candidate,job,cv.text' },
		events: {
			'application.created': 'created_at',
			'application.stage_changed': HISTORY,
			'ai_score.generated': 'ai_scoring_updated_at',
			'candidate.disqualified': 'rejected_at',
			'candidate.hired': 'hired_at',
		},
		task: 'list the applications that changed',
		readParts: (application) => ({
			application,
			candidate: application.candidate,
			job: application.job,
		}),
	},
	{
		name: 'interviews',
		path: '/interviews',
		since: 'created_after',
		time: 'created_at',
		query: { include: 'candidate,application,job' },
		events: { 'interview.scheduled': 'created_at' },
		task: 'list the interviews that were scheduled',
		readParts: ({ application, candidate, job, ...interview }) => ({
			interview,
			application,
			candidate,
			job,
		}),
	},
];

/** The events that show in a stream. */
export function listEvents({ events }: Stream): EventName[] {
	return Object.keys(events) as EventName[];
}

/** A row that is changed in the second of its creation counts as created only. */
function isUnchanged({ created_at: created, updated_at: updated }: Json): boolean {
	const [createdAt, updatedAt] = [toSeconds(created), toSeconds(updated)];
	return createdAt !== null && updatedAt !== null && updatedAt <= createdAt;
}

/**
 * What happened to a row of a stream.
 *
 * @param row With all that the stream's query includes
 * @param history The `StageHistoryEntry`s of an application; empty where moves are not wanted
 */
export function readChanges(stream: Stream, row: Json, history: readonly Json[]): Occurrence[] {
	const parts = stream.readParts(row);
	return listEvents(stream).flatMap((name) => {
		const time = stream.events[name] as string;
		if (time === HISTORY) return history.flatMap((move) => readMove(move, parts));
		if (time === 'updated_at' && isUnchanged(row)) return [];
		return toOccurrences(name, row[time], parts);
	});
}

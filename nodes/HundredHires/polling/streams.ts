import type { IDataObject } from 'n8n-workflow';
import type { EventName } from '../events';
import type { Json } from '../shared/types';
import {
	readApplicationChanges,
	readCandidateChanges,
	readInterviewChanges,
	type Occurrence,
} from './changes';

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
	/** The events that show here. */
	events: readonly EventName[];
	/** To follow "Could not". */
	task: string;
	changes(row: Json, history: readonly Json[]): Occurrence[];
}

/** The one event for which the history of each changed application is read: the list has only the stage that it is in now. */
export const NEEDS_HISTORY: EventName = 'application.stage_changed';

export const STREAMS: readonly Stream[] = [
	{
		name: 'candidates',
		path: '/candidates',
		since: 'updated_after',
		time: 'updated_at',
		query: {},
		events: ['candidate.created', 'candidate.updated'],
		task: 'list the candidates that changed',
		changes: readCandidateChanges,
	},
	{
		name: 'applications',
		path: '/applications',
		since: 'updated_after',
		time: 'updated_at',
		// Oldest first, so that what is added while pages are read comes behind; there is no order by the time of the change.
		query: { sort: 'created_at', include: 'candidate,job,cv.text' },
		events: [
			'application.created',
			'application.stage_changed',
			'ai_score.generated',
			'candidate.disqualified',
			'candidate.hired',
		],
		task: 'list the applications that changed',
		changes: readApplicationChanges,
	},
	{
		name: 'interviews',
		path: '/interviews',
		since: 'created_after',
		time: 'created_at',
		query: { include: 'candidate,application,job' },
		events: ['interview.scheduled'],
		task: 'list the interviews that were scheduled',
		changes: readInterviewChanges,
	},
];

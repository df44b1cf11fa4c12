/** What has happened to a record, by the moments that the API keeps on it. Pure. */
import { composeBody } from '../events/compose';
import type { EventName } from '../events';
import { readId, readMillis, readText } from '../shared/values';
import type { Json } from '../shared/types';

/** Something that happened. */
export interface Occurrence {
	name: EventName;
	/** Unix seconds. */
	at: number;
	/** What 100Hires would have delivered; for `readEvent`. */
	body: Json;
}

/** Unix seconds of a time of the API, or `null`. */
export function toSeconds(value: unknown): number | null {
	const millis = readMillis(value);
	return millis === null ? null : Math.floor(millis / 1000);
}

type Parts = Parameters<typeof composeBody>[1];

function toOccurrences(name: EventName, time: unknown, parts: Parts): Occurrence[] {
	const at = toSeconds(time);
	return at === null ? [] : [{ name, at, body: composeBody(name, parts) }];
}

const buildStage = (id: unknown, name: unknown): Json | null =>
	readId(id) === null && readText(name) === null ? null : { id, name };

/** A move, from an entry of the stage history; the first entry, which places a new application, is none. */
function readMove(move: Json, parts: Parts): Occurrence[] {
	const fromStage = buildStage(move.from_stage_id, move.from_stage_name);
	const toStage = buildStage(move.to_stage_id, move.to_stage_name);
	if (fromStage === null || toStage === null) return [];
	return toOccurrences('application.stage_changed', move.moved_at, {
		...parts,
		fromStage,
		toStage,
		movedAt: move.moved_at,
		actor: move.moved_by_user_id,
	});
}

/**
 * What has happened to an application.
 *
 * @param row An `Application` with its `candidate` and `job`
 * @param history Its `StageHistoryEntry`s; empty where moves are not wanted
 */
export function readApplicationChanges(row: Json, history: readonly Json[]): Occurrence[] {
	const parts = { application: row, candidate: row.candidate, job: row.job };
	return [
		...toOccurrences('application.created', row.created_at, parts),
		...history.flatMap((move) => readMove(move, parts)),
		...toOccurrences('ai_score.generated', row.ai_scoring_updated_at, parts),
		...toOccurrences('candidate.disqualified', row.rejected_at, parts),
		...toOccurrences('candidate.hired', row.hired_at, parts),
	];
}

/** @param row An `Interview` with its `application`, `candidate` and `job` */
export function readInterviewChanges(row: Json): Occurrence[] {
	const { application, candidate, job, ...interview } = row;
	const parts = { interview, application, candidate, job };
	return toOccurrences('interview.scheduled', row.created_at, parts);
}

/** @param row A `Candidate`; changed in the second of its creation, it counts as created only */
export function readCandidateChanges(row: Json): Occurrence[] {
	const [created, updated] = [toSeconds(row.created_at), toSeconds(row.updated_at)];
	const isUpdated = updated !== null && (created === null || updated > created);
	return [
		...toOccurrences('candidate.created', row.created_at, { candidate: row }),
		...(isUpdated ? toOccurrences('candidate.updated', row.updated_at, { candidate: row }) : []),
	];
}

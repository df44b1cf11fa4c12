/** What happened to a row, by the times that the API keeps on it. Pure. */
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

export type Parts = Parameters<typeof composeBody>[1];

/** An occurrence, where the row has its time. */
export function toOccurrences(name: EventName, time: unknown, parts: Parts): Occurrence[] {
	const at = toSeconds(time);
	return at === null ? [] : [{ name, at, body: composeBody(name, parts) }];
}

const buildStage = (id: unknown, name: unknown): Json | null =>
	readId(id) === null && readText(name) === null ? null : { id, name };

/** A move, from an entry of the stage history; the first entry, which places a new application, is none. */
export function readMove(move: Json, parts: Parts): Occurrence[] {
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

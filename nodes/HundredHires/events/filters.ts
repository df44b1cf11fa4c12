import type { HiringEvent } from './index';
import type { Id, Json } from '../shared/types';
import { findFirst, isObject, readId, readNumber, readObjects } from '../shared/values';

/** What the trigger's `filters` parameter lets through. An empty list or `null` lets everything through. */
export interface EventFilters {
	minimumAiScore: number | null;
	/** Names (in any case) or IDs of stages. */
	stages: string[];
	/** IDs or aliases of jobs. */
	jobs: string[];
}

/** A list however it was entered: one entry a field, one text with commas, or an expression's number. */
export function readList(value: unknown): string[] {
	// Entries of a list are taken whole: a stage's name may have a comma in it.
	const entries: unknown[] =
		typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value];
	return entries.map((entry) => String(readId(entry) ?? '').trim()).filter((entry) => entry !== '');
}

/**
 * Reads the value of the `filters` parameter.
 *
 * @param value The collection as n8n returns it; fields that were not added are missing
 */
export function readFilters(value: unknown): EventFilters {
	const filters = isObject(value) ? value : {};
	return {
		minimumAiScore: readNumber(filters.minimumAiScore),
		stages: readList(filters.stages).map((stage) => stage.toLowerCase()),
		jobs: readList(filters.jobs),
	};
}

const includesAny = (
	wanted: string[],
	values: Array<Id | null | undefined>,
	fold = false,
): boolean =>
	values.some(
		(value) =>
			value !== null &&
			value !== undefined &&
			wanted.includes(fold ? String(value).toLowerCase() : String(value)),
	);

/** The jobs that an event is about: its own, or for a candidate those that she applied to, where 100Hires lists them. */
function findJobs(event: HiringEvent, body: Json): Array<Id | null> {
	const own = [event.jobId, event.jobAlias, event.job?.alias ?? null].filter((id) => id !== null);
	if (own.length > 0) return own;
	const candidate = findFirst(body, 'candidate', 'data') ?? body;
	const applications = isObject(candidate)
		? readObjects(
				isObject(candidate.candidate) ? candidate.candidate.applications : candidate.applications,
			)
		: [];
	return applications.flatMap(({ job, job_id }) => [
		readId(isObject(job) ? job.id : job_id),
		readId(isObject(job) ? job.alias : null),
	]);
}

/**
 * Whether an event passes the filters. A filter applies only to events that carry what it compares: an interview has no score, so
 * a minimum score does not hold it back. Losing an event that the user wanted is worse than passing one that a flow can still drop.
 *
 * @param event The event as read
 * @param filters As read from the parameter
 * @param body What 100Hires sent
 */
export function passes(event: HiringEvent, filters: EventFilters, body: Json): boolean {
	const { minimumAiScore, stages, jobs } = filters;
	if (minimumAiScore !== null && event.aiScore !== null && event.aiScore < minimumAiScore)
		return false;

	const stage = event.application?.stage ?? event.interview?.stage ?? null;
	if (stages.length > 0 && stage && !includesAny(stages, [stage.id, stage.name], true))
		return false;

	if (jobs.length > 0) {
		const about = findJobs(event, body).filter((job) => job !== null);
		if (about.length > 0 && !includesAny(jobs, about)) return false;
	}
	return true;
}

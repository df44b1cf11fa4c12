import type { IDataObject } from 'n8n-workflow';
import type { EventFilters } from '../events/filters';
import type { EventName } from '../events';
import type { Id } from '../shared/types';
import { isObject, readId } from '../shared/values';
import { toPathSegment } from '../shared/pathSegment';
import type { StreamQuery } from './readStream';
import { STREAMS, listEvents } from './streams';
import type { Get } from '../transport/paginator';

/** Which company, where the key reaches several, and which of its events. */
export interface Scope {
	companyId?: string | null;
	filters?: EventFilters;
}

/**
 * The number of a job, by which alone lists can be filtered (100Hires OpenAPI 2.0.0).
 *
 * @returns `null` where it may not be requested for now, or 100Hires does not know the job
 */
export async function findJobId(get: Get, job: Id): Promise<Id | null> {
	if (/^\d+$/.test(String(job))) return job;
	const path = `/jobs/${toPathSegment(job)}`;
	const expect = { kind: 'object' as const, fields: ['id'] };
	const response = await get({ path, task: `get the job ${job}`, expect, isNeeded: true });
	return response && isObject(response.body) ? readId(response.body.id) : null;
}

/**
 * The lists to be read: only those in which a chosen event can show.
 *
 * @param jobId The number of the scope's job; `null` for the whole company
 */
export function selectStreams(
	names: ReadonlySet<EventName>,
	{ companyId, filters }: Scope,
	jobId: Id | null,
): StreamQuery[] {
	const scope: IDataObject = {
		...(companyId && { company_id: companyId }),
		...(jobId !== null && { job_id: jobId }),
	};
	return STREAMS.flatMap((stream) => {
		const own = new Set(listEvents(stream).filter((name) => names.has(name)));
		if (own.size === 0) return [];
		// The filter by job needs the jobs that a candidate applied to.
		const isByJob = stream.name === 'candidates' && (filters?.jobs.length ?? 0) > 0;
		return [
			{ stream, names: own, query: { ...scope, ...(isByJob && { include: 'applications' }) } },
		];
	});
}

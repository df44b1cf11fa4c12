import type { Id } from '../shared/types';
import { readId } from '../shared/values';
import { readParameter, type TriggerContext } from './readParameter';

/** Whose events start the workflow: those of the whole company, or of one job. */
export type Scope = { scope: 'company' } | { scope: 'job'; jobId: Id };

/** Reads the scope; `null` where it is a job and none is named. */
export function readScope(context: TriggerContext): Scope | null {
	if (readParameter(context, 'scope', 'company') !== 'job') return { scope: 'company' };
	const jobId = readId(readParameter(context, 'jobId', '', { extractValue: true }));
	return jobId === null ? null : { scope: 'job', jobId };
}

import type { IHookFunctions } from 'n8n-workflow';
import type { Id } from '../shared/types';
import { readId } from '../shared/values';

/** Whose events start the workflow: those of the whole company, or of one job. */
export type Scope = { scope: 'company' } | { scope: 'job'; jobId: Id };

/** The value of the parameters 'Scope' and 'Job'; `null` where the scope is a job and none is named. */
export function readScope(context: IHookFunctions): Scope | null {
	if (context.getNodeParameter('scope', 'company') !== 'job') return { scope: 'company' };
	const jobId = readId(context.getNodeParameter('jobId', '', { extractValue: true }));
	return jobId === null ? null : { scope: 'job', jobId };
}

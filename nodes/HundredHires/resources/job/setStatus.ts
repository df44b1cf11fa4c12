import { NodeApiError, type IHttpRequestMethods } from 'n8n-workflow';
import { isObject } from '../../shared/values';
import type { Json } from '../../shared/types';
import { toPathSegment } from '../../shared/pathSegment';
import { inBody, required } from '../fields';
import { jobPath } from '../fields/common';
import type { Operation, OperationCall } from '../types';
import { JOB } from './entity';
import { include, status } from './fields';

type Attempt = { job: Json } | { refusal: Error };

async function attempt(
	{ request, path, query, body }: OperationCall,
	method: IHttpRequestMethods,
): Promise<Attempt> {
	try {
		const answer = await request({
			method,
			path: `/jobs/${toPathSegment(String(path.id))}/status`,
			qs: query,
			body,
		});
		return { job: isObject(answer) ? answer : {} };
	} catch (error) {
		return { refusal: error as Error };
	}
}

/** What 100Hires answers where it does not know the method, or the job. */
const isUnknown = ({ refusal }: { refusal: Error }): boolean =>
	refusal instanceof NodeApiError && ['404', '405'].includes(refusal.httpCode ?? '');

/**
 * The paths of 100Hires' OpenAPI document (2.0.0) and its own client have PATCH here, the document's prose has POST: the second is
 * tried where the first is not known. Where neither is, it is the job that is missing.
 */
export const setStatus: Operation = {
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set status of job',
	description: 'Publish, close, archive or otherwise change the status of a job',
	task: 'set the status of job {id}',
	method: 'PATCH',
	path: '/jobs/{id}/status',
	fields: [jobPath, inBody('status', required(status))],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: JOB },
	run: async (request) => {
		const first = await attempt(request, 'PATCH');
		if ('job' in first) return [{ json: first.job }];
		if (!isUnknown(first)) throw first.refusal;
		const second = await attempt(request, 'POST');
		if ('job' in second) return [{ json: second.job }];
		throw isUnknown(second) ? first.refusal : second.refusal;
	},
};

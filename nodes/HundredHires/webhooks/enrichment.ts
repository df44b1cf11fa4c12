import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { HiringEvent } from '../events';
import { isObject, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { downloadFile } from '../transport/download';
import { toPathSegment } from '../shared/pathSegment';
import { request } from '../transport/request';
import type { WebhookOptions } from './parameters';

/** The records of an event as the API has them now. */
interface FullRecords {
	application: Json | null;
	candidate: Json | null;
	job: Json | null;
}

const readMessage = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

/** The job comes with its application, which saves a request. */
async function fetchRecords(
	context: IExecuteFunctions,
	event: HiringEvent,
	failures: string[],
): Promise<FullRecords> {
	const records: FullRecords = { application: null, candidate: null, job: null };
	const fetchOne = async (path: string, task: string, qs?: IDataObject): Promise<Json | null> => {
		try {
			const expect = { kind: 'object' as const, fields: ['id'] };
			const body = await request(context, { method: 'GET', path, qs, task, expect });
			return isObject(body) ? body : {};
		} catch (error) {
			failures.push(readMessage(error));
			return null;
		}
	};
	const { applicationId, candidateId } = event;
	if (applicationId !== null) {
		const path = `/applications/${toPathSegment(applicationId)}`;
		const found = await fetchOne(path, 'get the full application', { include: 'job' });
		if (found) {
			const { job, ...application } = found;
			records.application = application;
			records.job = isObject(job) ? job : null;
		}
	}
	if (candidateId !== null)
		records.candidate = await fetchOne(
			`/candidates/${toPathSegment(candidateId)}`,
			'get the full candidate',
		);
	return records;
}

async function fetchResume(
	context: IExecuteFunctions,
	event: HiringEvent,
	application: Json | null,
): Promise<INodeExecutionData['binary']> {
	const cv = application && isObject(application.cv) ? application.cv : null;
	const url = readText(cv?.url) ?? event.resumeUrl;
	if (url === null) return undefined;
	const { fileName, mimeType } = event.application?.resume ?? {};
	const { data } = await downloadFile(context, url);
	return {
		resume: await context.helpers.prepareBinaryData(
			data,
			fileName ?? 'resume',
			mimeType ?? undefined,
		),
	};
}

/**
 * Adds to an event what the options add. A request that fails does not hold the event back: it goes on with what there is, and
 * the item says what is missing.
 *
 * @param options Those of the trigger
 */
export async function enrich(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	{ fetchFullRecords, downloadResume }: WebhookOptions,
): Promise<INodeExecutionData> {
	if (!fetchFullRecords && !downloadResume) return item;

	const event = item.json as unknown as HiringEvent;
	const failures: string[] = [];
	const full = fetchFullRecords ? await fetchRecords(context, event, failures) : null;
	let binary: INodeExecutionData['binary'];
	if (downloadResume) {
		try {
			binary = await fetchResume(context, event, full?.application ?? null);
		} catch (error) {
			failures.push(readMessage(error));
		}
	}
	const json = {
		...item.json,
		jobTitle: event.jobTitle ?? readText(full?.job?.title),
		...(full && { fullRecords: full as unknown as IDataObject }),
		fetchFailures: failures,
	};
	return { ...item, json, ...(binary && { binary }) };
}

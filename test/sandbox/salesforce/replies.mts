import { json, type Reply } from '../internet/reply.mts';

/** Salesforce's REST API gives its errors as a list (REST API guide, "Status Codes and Error Responses"). */
export function failed(
	statusCode: number,
	errorCode: string,
	message: string,
	fields?: readonly string[],
): Reply {
	return json([{ message, errorCode, ...(fields && { fields }) }], statusCode);
}

/** What Salesforce says when the organisation has used up its requests. */
export const salesforceLimited = failed(
	403,
	'REQUEST_LIMIT_EXCEEDED',
	'TotalRequests Limit exceeded.',
);

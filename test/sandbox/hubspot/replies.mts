import { json, type Reply } from '../internet/reply.mts';

/** HubSpot's guide on error handling: every error has a status, a message, a category and a number to quote to its support. */
export function failed(statusCode: number, category: string, message: string): Reply {
	return json({ status: 'error', message, correlationId: CORRELATION_ID, category }, statusCode);
}

const CORRELATION_ID = '00000000-0000-4000-8000-000000000429';

/** Too many requests (HubSpot's guide on usage limits). */
export const hubSpotRateLimited: Reply = json(
	{
		status: 'error',
		message: 'You have reached your ten_secondly_rolling limit.',
		errorType: 'RATE_LIMIT',
		correlationId: CORRELATION_ID,
		policyName: 'TEN_SECONDLY_ROLLING',
		groupName: 'publicapi:private-apps-api-calls:stand-in',
	},
	429,
);

/** What is wrong with one property. */
export interface Invalid {
	name: string;
	error: string;
	message: string;
}

/** How the Contacts API v1 refuses values: what is wrong with each property beside the general sentence. */
export function invalidProperties(results: readonly Invalid[]): Reply {
	return json(
		{
			status: 'error',
			message: 'Property values were not valid',
			correlationId: CORRELATION_ID,
			validationResults: results.map((result) => ({ isValid: false, ...result })),
		},
		400,
	);
}

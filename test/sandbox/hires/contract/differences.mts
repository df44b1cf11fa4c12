import type { Operation } from './index.mts';
import type { Fields } from './notation.mts';

/** What the sandbox accepts besides, or otherwise than, the contract says. */
export interface Difference extends Omit<Operation, 'path'> {
	/** Method and path, as in the contract. */
	operations: string[];
	reason: string;
}

const VIEW: Fields = { view: "'full' | 'summary'" };

/**
 * The contract was read from the vendor's MCP client, brought up to date with its OpenAPI document; what only the document has
 * is listed here. What is only guessed is not accepted, such as `page` and `size` of `GET /candidates/{id}/tags`, unless its
 * reason says that it is an assumption.
 */
export const DIFFERENCES: Difference[] = [
	{
		operations: [
			'GET /applications/{id}',
			'GET /applications/{id}/evaluation-forms',
			'GET /candidates/{id}',
			'GET /candidates/{id}/activities',
			'GET /jobs/{id}',
		],
		query: VIEW,
		reason: 'The OpenAPI document has `view` here; the MCP client does not send it.',
	},
	{
		operations: ['GET /candidates/{id}'],
		query: { include: 'string' },
		reason:
			'The OpenAPI document has `include=applications` here; the MCP client does not send it.',
	},
	{
		operations: ['POST /candidates'],
		query: { include: 'string' },
		reason: 'Described by a third party (MindCloud’s reference of the API) only.',
	},
	{
		operations: ['POST /candidates/{id}/messages'],
		body: {
			from_account_id: 'number | null',
			scheduled_at: 'number | null',
			application_id: 'number | null',
			reply_to_email_id: 'number | null',
		},
		reason: 'The OpenAPI document lets these be null, as all other operations on messages do.',
	},
	{
		operations: ['GET /companies/{id}/webhooks', 'GET /jobs/{id}/webhooks'],
		query: { page: 'number', size: 'number' },
		reason: 'The answer has pages, so that a client has to be able to ask for the second one.',
	},
	{
		operations: ['GET /career-site/jobs', 'GET /career-site/jobs/{id}'],
		query: { company_slug: 'string' },
		reason: 'In the OpenAPI document the company may be named here instead of in X-Company-Slug.',
	},
];

/** Paths behind the contract's `GET {url}`: files are fetched from wherever an answer says. */
export const DOWNLOADS = [
	'GET /files/{uuid}/download',
	'GET /attachments/{category}/{uuid}/{file_name}',
];

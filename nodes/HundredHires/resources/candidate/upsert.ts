import { isObject, readId, readTexts } from '../../shared/values';
import type { Json } from '../../shared/types';
import { PAGE_SIZE, readPage } from '../../transport/pages';
import { toPathSegment } from '../../shared/pathSegment';
import type { Entity, Operation, OperationCall, Row } from '../types';
import { details, emailToMatch, firstName, lastName, profileAnswers } from './fields';
import { CANDIDATE } from './entity';

/** A candidate, and whether there was none with the email address before, which 100Hires leaves open. */
const UPSERTED: Entity = {
	...CANDIDATE,
	shape: { ...CANDIDATE.shape, is_new: 'boolean' },
	// The alias is left out: n8n's guidelines want ten fields at most.
	simple: {
		...Object.fromEntries(Object.entries(CANDIDATE.simple).filter(([name]) => name !== 'alias')),
		is_new: 'is_new',
	},
};

/** The candidate who has this email address, whatever its case; `null` where nobody has. 100Hires itself filters by the exact address. */
async function findByEmail(
	{ request }: OperationCall,
	email: string,
	company: Json,
): Promise<Json | null> {
	const qs = { ...company, email, view: 'summary', page: 1, size: PAGE_SIZE };
	const task = `find the candidate with the email ${email}`;
	const expect = { kind: 'list' as const, key: 'candidates', fields: ['id'] };
	const answer = await request({ method: 'GET', path: '/candidates', qs, task, expect });
	const isSame = (each: string) => each.toLowerCase() === email.toLowerCase();
	const { rows } = readPage(answer, 'candidates', 1);
	return rows.find(({ emails }) => readTexts(emails).some(isSame)) ?? null;
}

/**
 * Searches for the candidate first: 100Hires makes no second candidate of the same email address, but whether creating one that is there
 * changes it is documented nowhere (100Hires OpenAPI 2.0.0).
 */
async function run(operation: OperationCall): Promise<Row[]> {
	const { email, company_id: companyId, ...changes } = operation.body;
	const company = companyId === undefined ? {} : { company_id: companyId };
	const found = await findByEmail(operation, String(email).trim(), company);
	const path = found ? `/candidates/${toPathSegment(readId(found.id))}` : '/candidates';
	// The email stays as it is: writing it again could push out others that the candidate has.
	const hasChanges = Object.keys(changes).length > 0;
	const body = found ? changes : operation.body;
	const candidate = await operation.request(
		found && !hasChanges ? { method: 'GET', path } : { method: found ? 'PUT' : 'POST', path, body },
	);
	return isObject(candidate) ? [{ json: { ...candidate, is_new: !found } }] : [];
}

export const upsert: Operation = {
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update candidate by email',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	task: 'create or update the candidate',
	method: 'POST',
	path: '/candidates',
	company: 'body',
	fields: [emailToMatch, firstName, lastName, profileAnswers],
	optional: { collection: 'additionalFields', fields: details },
	output: { kind: 'one', entity: UPSERTED },
	run,
};

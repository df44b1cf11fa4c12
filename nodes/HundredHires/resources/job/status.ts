import { pick } from '../fields';

const STATUS = {
	name: 'status',
	displayName: 'Status Name or ID',
	from: 'getJobStatuses',
	numeric: false,
};

/**
 * The status of a job, a text of the account's own list: official sources name different ones (100Hires OpenAPI 2.0.0 has
 * `open, closed, draft, archived` and `Public` side by side).
 */
export const status = pick({ ...STATUS, required: true });

/** The same, for collections of optional fields. */
export const optionalStatus = pick(STATUS);

import { choices, inQuery } from '../fields';

/** What comes along with a candidate (100Hires OpenAPI 2.0.0). */
export const include = inQuery(
	'include',
	choices({
		name: 'include',
		displayName: 'Include',
		description: 'What to add to the candidate',
		options: [{ name: 'Applications', value: 'applications' }],
	}),
);

import { choices, inQuery } from '../fields';

/** What comes along with a candidate (100Hires OpenAPI 2.0.0). It is seen in the raw output only. */
export const include = inQuery(
	'include',
	choices({
		name: 'include',
		displayName: 'Include',
		description: "What to add to the candidate; turn off 'Simplify' to see it",
		options: [{ name: 'Applications', value: 'applications' }],
	}),
);

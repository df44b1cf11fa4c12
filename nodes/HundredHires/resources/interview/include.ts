import { choices, inQuery } from '../fields';

/** What comes along with an interview (100Hires OpenAPI 2.0.0). It is seen in the raw output only. */
export const include = inQuery(
	'include',
	choices({
		name: 'include',
		displayName: 'Include',
		description: "What to add to the interview; turn off 'Simplify' to see it",
		options: [
			{ name: 'Application', value: 'application' },
			{ name: 'Candidate', value: 'candidate' },
			{ name: 'Job', value: 'job' },
		],
	}),
);

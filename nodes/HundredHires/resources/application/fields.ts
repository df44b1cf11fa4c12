import { choices, inQuery } from '../fields';

/** What comes along with an application (100Hires OpenAPI 2.0.0). */
export const include = inQuery(
	'include',
	choices({
		name: 'include',
		displayName: 'Include',
		description: 'What to add to the application',
		options: [
			{ name: 'Candidate', value: 'candidate' },
			{ name: 'Job', value: 'job' },
			{ name: 'Resume Text', value: 'cv.text' },
		],
	}),
);

/** What is known of a candidate, as fields of the operations that write it. */
import { choices, described, inBody, inQuery, required, text } from '../fields';
import { jobById, resumeBody, stage } from '../fields/common';
import { profile } from '../fields/profile';
import type { SentField } from '../types';

export const firstName = inBody(
	'first_name',
	text({ name: 'firstName', displayName: 'First Name', placeholder: 'e.g. Ada' }),
);

export const lastName = inBody(
	'last_name',
	text({ name: 'lastName', displayName: 'Last Name', placeholder: 'e.g. Lovelace' }),
);

export const email = inBody(
	'email',
	text({ name: 'email', displayName: 'Email', placeholder: 'e.g. name@email.com' }),
);

export const emailToMatch = required(
	described(email, { description: 'The email address by which an existing candidate is found' }),
);

export const profileAnswers = inBody(
	'profile',
	profile({
		name: 'profileFields',
		displayName: 'Profile Fields',
		description: 'Answers to the questions of the candidate profile',
	}),
);

/** What `POST` and `PUT /candidates` take besides name, email and profile (100Hires OpenAPI 2.0.0). */
export const details: SentField[] = [
	inBody('phone', text({ name: 'phone', displayName: 'Phone', placeholder: 'e.g. +15550000000' })),
	inBody('job_id', described(jobById, { description: 'The job that the candidate applies for' })),
	inBody(
		'stage_id',
		described(stage, { description: "The stage of the job's pipeline; needs 'Job'" }),
	),
	resumeBody,
	inBody('city', text({ name: 'city', displayName: 'City', placeholder: 'e.g. Lisbon' })),
	inBody('state', text({ name: 'state', displayName: 'State', placeholder: 'e.g. California' })),
	inBody(
		'country',
		text({ name: 'country', displayName: 'Country', placeholder: 'e.g. Portugal' }),
	),
	inBody(
		'timezone',
		text({
			name: 'timezone',
			displayName: 'Time Zone',
			placeholder: 'e.g. Europe/Lisbon',
			description: 'Name of the time zone, as in the IANA list',
		}),
	),
];

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

import { inBody, json, required, text } from '../fields';
import { jobById, resumeFile } from '../fields/common';
import type { Operation } from '../types';
import { PUBLIC_APPLICATION } from './entity';
import { companySlug } from './fields';

export const apply: Operation = {
	value: 'apply',
	name: 'Apply',
	action: 'Apply for job on career site',
	description:
		'Apply for a public job as a candidate would, so that source, stage and automations follow',
	task: 'apply for the job',
	method: 'POST',
	path: '/career-site/applications',
	fields: [
		companySlug,
		inBody('job_id', required(jobById)),
		inBody(
			'first_name',
			text({
				name: 'firstName',
				displayName: 'First Name',
				required: true,
				placeholder: 'e.g. Nathan',
				description: 'First name of the applicant',
			}),
		),
		inBody(
			'last_name',
			text({
				name: 'lastName',
				displayName: 'Last Name',
				required: true,
				placeholder: 'e.g. Example',
				description: 'Last name of the applicant',
			}),
		),
		inBody(
			'email',
			text({
				name: 'email',
				displayName: 'Email',
				required: true,
				placeholder: 'e.g. nathan@example.com',
				description: 'The address by which 100Hires knows whether the applicant is new',
			}),
		),
	],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'phone',
				text({
					name: 'phone',
					displayName: 'Phone',
					placeholder: 'e.g. +351 210 000 000',
					description: 'Phone number of the applicant',
				}),
			),
			inBody('resume', resumeFile),
			inBody(
				'linkedin_url',
				text({
					name: 'linkedinUrl',
					displayName: 'LinkedIn URL',
					placeholder: 'e.g. https://www.linkedin.com/in/nathan',
					description: 'Address of the LinkedIn profile',
				}),
			),
			inBody(
				'source',
				text({
					name: 'source',
					displayName: 'Source',
					placeholder: 'e.g. Referral',
					description: 'Where the applicant comes from',
				}),
			),
			inBody(
				'answers',
				json({
					name: 'answers',
					displayName: 'Answers',
					shape: 'list',
					description:
						'Answers to the questions of the form, a list of objects such as <code>[{"question_id": 42, "value": "Yes"}]</code>. 100Hires does not say what their fields are called: try it with one application first.',
				}),
			),
		],
	},
	output: { kind: 'one', entity: PUBLIC_APPLICATION },
};

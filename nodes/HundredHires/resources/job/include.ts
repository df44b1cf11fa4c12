import { choices, inQuery } from '../fields';

/** What comes along with a job (100Hires OpenAPI 2.0.0). */
export const include = inQuery(
	'include',
	choices({
		name: 'include',
		displayName: 'Include',
		description: 'What to add to the job',
		options: [
			{ name: 'Hiring Team', value: 'hiring_team' },
			{ name: 'Pipeline Stages', value: 'pipeline_stages' },
			{ name: 'Workflow', value: 'workflow' },
		],
	}),
);

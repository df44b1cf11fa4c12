import type { Library } from './library.mts';

export const PLACEHOLDER_TYPES = [
	'profile_field',
	'job_variable',
	'questionnaire_link',
	'self_scheduling_link',
] as const;

/** A `Placeholder` (100Hires OpenAPI 3.1, 2.0.0); which of the optional fields names it depends on the type. */
export interface Placeholder {
	type: (typeof PLACEHOLDER_TYPES)[number];
	identifier: string;
	label: string;
	is_link: boolean;
	is_job_variable: boolean;
	job_variable_id?: number;
	system_column_title?: string;
	qas_profile_question_id?: number;
	form_question_id?: number;
	form_name?: string;
}

const JOB_VARIABLES = ['Job title', 'Company name', 'Hiring manager'];

/** Standard questions, which are columns of a candidate. */
const COLUMNS = ['First name', 'Last name', 'Email', 'Phone', 'City'];

const snake = (label: string) => label.toLowerCase().replace(/ /g, '_');

/** What can stand in a text for something that is known when it is sent; the identifiers are the sandbox's own. */
export function placeholdersOf({ questions, forms }: Library): Placeholder[] {
	const link = { is_link: true, is_job_variable: false };
	return [
		...questions.all().map(({ id, text }) => ({
			type: 'profile_field' as const,
			label: text,
			is_link: false,
			is_job_variable: false,
			...(COLUMNS.includes(text)
				? { identifier: snake(text), system_column_title: snake(text) }
				: { identifier: `profile_question_${id}`, qas_profile_question_id: id }),
		})),
		...JOB_VARIABLES.map((label, index) => ({
			type: 'job_variable' as const,
			identifier: snake(label),
			label,
			is_link: false,
			is_job_variable: true,
			job_variable_id: index + 1,
		})),
		...forms.all().map(({ id, name }) => ({
			type: 'questionnaire_link' as const,
			identifier: `form_${id}`,
			label: name,
			...link,
			form_question_id: id,
			form_name: name,
		})),
		{
			type: 'self_scheduling_link' as const,
			identifier: 'self_scheduling_link',
			label: 'Link to schedule an interview',
			...link,
		},
	];
}

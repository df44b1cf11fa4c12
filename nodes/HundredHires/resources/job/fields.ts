import { FORM, JOB } from '../../shared/locators';
import {
	boolean,
	choice,
	choices,
	described,
	inBody,
	inQuery,
	json,
	locator,
	number,
	pick,
	text,
} from '../fields';
import { department, employmentType, workflow } from '../fields/common';
import type { SentField } from '../types';

const textBody = (as: string, texts: Parameters<typeof text>[0]): SentField =>
	inBody(as, text(texts));

const location: SentField[] = [
	textBody('location_state', {
		name: 'locationState',
		displayName: 'State',
		placeholder: 'e.g. Lisboa',
		description: 'State or region that the job is in',
	}),
	textBody('location_street_address', {
		name: 'locationStreetAddress',
		displayName: 'Street Address',
		placeholder: 'e.g. Rua Augusta 1',
		description: 'Street and number',
	}),
	textBody('location_full_address', {
		name: 'locationFullAddress',
		displayName: 'Full Address',
		placeholder: 'e.g. Rua Augusta 1, 1100-048 Lisbon, Portugal',
		description: 'The address in one line',
	}),
	textBody('location_postal_code', {
		name: 'locationPostalCode',
		displayName: 'Postal Code',
		placeholder: 'e.g. 1100-048',
		description: 'Postal or ZIP code',
	}),
	inBody(
		'is_remote',
		boolean({
			name: 'isRemote',
			displayName: 'Remote',
			otherwise: true,
			description: 'Whether the job can be done from anywhere',
		}),
	),
];

const salary: SentField[] = [
	inBody(
		'salary_min',
		number({ name: 'salaryMin', displayName: 'Salary Minimum', description: 'The lowest salary' }),
	),
	inBody(
		'salary_max',
		number({ name: 'salaryMax', displayName: 'Salary Maximum', description: 'The highest salary' }),
	),
	inBody(
		'salary_currency',
		text({
			name: 'salaryCurrency',
			displayName: 'Salary Currency',
			placeholder: 'e.g. EUR',
			description: 'Code of the currency',
		}),
	),
	inBody(
		'salary_period',
		choice({
			name: 'salaryPeriod',
			displayName: 'Salary Period',
			description: 'What the salary is paid for',
			options: [
				{ name: 'Annually', value: 'annually' },
				{ name: 'Daily', value: 'daily' },
				{ name: 'Hourly', value: 'hourly' },
				{ name: 'Monthly', value: 'monthly' },
			],
		}),
	),
];

const applying: SentField[] = [
	inBody(
		'form_id',
		locator({
			name: 'formId',
			displayName: 'Form',
			kind: FORM,
			description: 'The application form; without one, a new job gets a form of its own',
		}),
	),
	inBody(
		'resume_field_status',
		choice({
			name: 'resumeFieldStatus',
			displayName: 'Resume Field',
			description: 'What the application form does with the resume',
			options: [
				{ name: 'Hidden', value: 'hidden' },
				{ name: 'Optional', value: 'optional' },
				{ name: 'Required', value: 'required' },
			],
		}),
	),
	inBody(
		'knockout_questions',
		json({
			name: 'knockoutQuestions',
			displayName: 'Knockout Questions',
			shape: 'list',
			description:
				'Yes-or-no questions of the form, such as <code>[{"text": "May you work in the EU?", "expected_answer": "Yes", "disqualify_on_wrong_answer": true}]</code>',
		}),
	),
	inBody(
		'ai_scoring_criteria',
		json({
			name: 'aiScoringCriteria',
			displayName: 'AI Scoring Criteria',
			shape: 'list',
			description:
				'What the AI scores applications by, with weights of 1 to 10, such as <code>[{"title": "Go", "text": "Has written Go for 3 years or more", "weight": 8}]</code>. The list replaces the one before: those to keep come with their "id"; an empty list removes all.',
		}),
	),
];

const sorting: SentField[] = [
	textBody('internal_title', {
		name: 'internalTitle',
		displayName: 'Internal Title',
		placeholder: 'e.g. Backend Developer (Payments)',
		description: 'The title that only the team sees',
	}),
	textBody('internal_job_id', {
		name: 'internalJobId',
		displayName: 'Internal Job ID',
		placeholder: 'e.g. REQ-2026-014',
		description: "The company's own number of the job, such as that of the requisition",
	}),
	inBody('department_id', department),
	inBody(
		'category_id',
		pick({ name: 'categoryId', displayName: 'Category Name or ID', from: 'getCategories' }),
	),
	inBody('employment_type_id', employmentType),
	inBody(
		'education_level_id',
		pick({
			name: 'educationLevelId',
			displayName: 'Education Level Name or ID',
			from: 'getEducationLevels',
		}),
	),
	inBody(
		'experience_level_id',
		pick({
			name: 'experienceLevelId',
			displayName: 'Experience Level Name or ID',
			from: 'getExperienceLevels',
		}),
	),
	inBody(
		'language',
		pick({
			name: 'language',
			displayName: 'Language Name or ID',
			from: 'getLanguages',
			numeric: false,
		}),
	),
	inBody(
		'workflow_id',
		described(workflow, {
			description: 'The pipeline; without one, a new job gets one of its own with the usual stages',
		}),
	),
	inBody(
		'parent_job_id',
		locator({
			name: 'parentJobId',
			displayName: 'Parent Job',
			kind: { ...JOB, alias: false },
			description: 'The job whose candidates this one shares; that makes it a satellite job',
		}),
	),
];

/** What a job may have besides what each one has (100Hires OpenAPI 2.0.0, `JobCreateRequest` and `JobUpdateRequest`). */
export const details: SentField[] = [...applying, ...location, ...salary, ...sorting];

/**
 * The status of a job, a text of the account's own list: official sources name different ones (100Hires OpenAPI 2.0.0 has
 * `open, closed, draft, archived` and `Public` side by side).
 */
export const status = pick({
	name: 'status',
	displayName: 'Status Name or ID',
	from: 'getJobStatuses',
	numeric: false,
});

/** What every job has; a new one needs all of it. */
export const essentials: SentField[] = [
	textBody('title', {
		name: 'title',
		displayName: 'Title',
		placeholder: 'e.g. Backend Developer',
		description: 'The title that candidates see',
	}),
	inBody('status', status),
	textBody('description', {
		name: 'description',
		displayName: 'Description',
		rows: 5,
		placeholder: 'e.g. <p>You build what our customers see.</p>',
		description: 'The text of the job ad, which may be HTML',
	}),
	textBody('location_city', {
		name: 'locationCity',
		displayName: 'City',
		placeholder: 'e.g. Lisbon',
		description: 'Where the job is',
	}),
	textBody('location_country', {
		name: 'locationCountry',
		displayName: 'Country',
		placeholder: 'e.g. Portugal',
		description: 'The country that the job is in',
	}),
];

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

import type { IdName } from './records.mts';

function numbered(first: number, names: string[]): IdName[] {
	return names.map((name, index) => ({ id: first + index, name }));
}

/** The plain lists that a company's settings hold; the ranges of IDs differ so that a mix-up shows. */
export const LISTS = {
	sources: numbered(51, ['Career site', 'LinkedIn', 'Indeed', 'Referral', 'Sourced']),
	origins: numbered(21, ['Career site', 'Job board', 'Added by a user', 'API']),
	rejectionReasons: numbered(31, [
		'Not enough experience',
		'Position filled',
		'Salary expectations',
		'Withdrew',
	]),
	departments: numbered(41, ['Engineering', 'Sales', 'Operations']),
	categories: numbered(61, ['Information technology', 'Sales', 'Customer service']),
	educationLevels: numbered(71, ['High school', "Bachelor's degree", "Master's degree"]),
	experienceLevels: numbered(81, ['Entry level', 'Mid level', 'Senior level']),
	employmentTypes: numbered(91, ['Full-time', 'Part-time', 'Contract']),
	boards: [
		{ name: 'indeed', title: 'Indeed' },
		{ name: 'linkedin', title: 'LinkedIn' },
		{ name: 'google_jobs', title: 'Google Jobs' },
	],
	languages: [
		{ locale: 'en', language: 'English', native_name: 'English', is_default: true },
		{ locale: 'de', language: 'German', native_name: 'Deutsch', is_default: false },
		{ locale: 'pt-BR', language: 'Portuguese', native_name: 'Português', is_default: false },
	],
};

/** Values of `GET /statuses` (100Hires OpenAPI 3.1, 2.0.0). */
export const JOB_STATUSES = ['draft', 'published', 'on_hold', 'closed', 'archived'];

/** What every profile asks. The answers to the first five stand in the candidate's own fields. */
export const QUESTIONS = [
	{ text: 'First name', type: 'short_text' },
	{ text: 'Last name', type: 'short_text' },
	{ text: 'Email', type: 'email' },
	{ text: 'Phone', type: 'phone' },
	{ text: 'City', type: 'short_text' },
	{ text: 'LinkedIn', type: 'short_text' },
	{ text: 'Years of experience', type: 'number' },
	{ text: 'Desired salary', type: 'number' },
	{ text: 'Willing to relocate', type: 'boolean' },
];

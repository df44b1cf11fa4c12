/** The person, job and application of all samples, in the API's own form (100Hires OpenAPI 2.0.0). Made up. */
export const CANDIDATE = {
	id: 500202,
	alias: 'abC12dE',
	url_backoffice: 'https://app.100hires.com/candidate/abC12dE',
	company_id: 42,
	first_name: 'Ada',
	last_name: 'Byron',
	emails: ['ada.byron@example.com'],
	phones: ['+1 555 010 0199'],
	source: { id: 5, name: 'LinkedIn' },
	origin: { id: 2, name: 'Career site' },
	profile: [{ question_id: 11, question_text: 'Notice period', value: '4 weeks' }],
	created_at: 1788250000,
	updated_at: 1788250000,
};

export const JOB = {
	id: 303,
	alias: 'backend-developer',
	internal_job_id: 'ENG-7',
	title: 'Backend Developer',
	department: { id: 3, name: 'Engineering' },
	location: { city: 'Denver', state: 'CO', country: 'United States' },
	status: 'Public',
	url_backoffice: 'https://app.100hires.com/job/backend-developer/candidates/pipeline',
};

export const APPLICATION = {
	id: 700101,
	candidate_id: CANDIDATE.id,
	job_id: JOB.id,
	job_alias: JOB.alias,
	company_id: 42,
	stage: { id: 1, name: 'Applied' },
	status: 'active',
	is_disqualified: false,
	url_backoffice: 'https://app.100hires.com/candidate/abC12dE/backend-developer',
	cv: {
		uuid: '00000000-0000-4000-8000-000000000001',
		url: 'https://api.100hires.com/v2/files/00000000-0000-4000-8000-000000000001/download',
		file: { orig_file_name: 'ada-byron.pdf', file_ext: 'pdf', file_type: 'application/pdf' },
		text: 'Ada Byron, backend developer',
	},
	rejected_at: null,
	rejection_reason: null,
	hired_at: null,
	hiring_team: [
		{ id: 12, full_name: 'Sam Recruiter', email: 'sam@example.com', role: 'Recruiter' },
	],
	custom_fields: null,
	ai_score: null,
	ai_recommendation: null,
	ai_scoring_updated_at: null,
	created_at: 1788250000,
	updated_at: 1788250000,
};

export const SCORED = {
	...APPLICATION,
	ai_score: 87,
	ai_recommendation: 'Strong Yes',
	ai_scoring_updated_at: 1788250120,
};
export const INTERVIEWED = {
	...SCORED,
	stage: { id: 3, name: 'Interview' },
	updated_at: 1788336400,
};

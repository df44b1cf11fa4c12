import { composeEvent, type EventParts } from './compose';
import type { EventName, HiringEvent } from './types';

/** The person, job and application of all samples, in the API's own form (100Hires OpenAPI 2.0.0). Made up. */
const CANDIDATE = {
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

const JOB = {
	id: 303,
	alias: 'backend-developer',
	internal_job_id: 'ENG-7',
	title: 'Backend Developer',
	department: { id: 3, name: 'Engineering' },
	location: { city: 'Denver', state: 'CO', country: 'United States' },
	status: 'Public',
	url_backoffice: 'https://app.100hires.com/job/backend-developer/candidates/pipeline',
};

const APPLICATION = {
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

const scored = {
	...APPLICATION,
	ai_score: 87,
	ai_recommendation: 'Strong Yes',
	ai_scoring_updated_at: 1788250120,
};
const interviewed = { ...scored, stage: { id: 3, name: 'Interview' }, updated_at: 1788336400 };

/** What is delivered with each event, beside candidate and job. */
const CONTENT: Record<EventName, EventParts> = {
	'application.created': { application: APPLICATION },
	'ai_score.generated': {
		application: scored,
		score: {
			uuid: '00000000-0000-4000-8000-000000000002',
			job_id: JOB.id,
			job_title: JOB.title,
			total_score: 87,
			summary: 'Eight years with the stack of the job; has led a team.',
			criteria: [
				{
					criterion_title: 'Experience',
					criterion_text: 'Five years with distributed systems',
					score: 92,
					justification: 'Eight years, three of them leading',
				},
			],
			rate: 'strong_yes',
			date: '2026-09-01T08:08:40Z',
		},
	},
	'application.stage_changed': {
		application: interviewed,
		fromStage: { id: 2, name: 'Phone Screen' },
	},
	'interview.scheduled': {
		application: interviewed,
		interview: {
			id: 81001,
			application_id: APPLICATION.id,
			job_id: JOB.id,
			candidate_id: CANDIDATE.id,
			start_time: 1788508800,
			end_time: 1788512400,
			status: 'scheduled',
			interviewers: [{ user_id: 12, name: 'Sam Recruiter', email: 'sam@example.com' }],
			location: 'Video call',
			meeting_url: 'https://meet.example.com/ada',
			stage: { id: 3, name: 'Interview' },
			created_at: 1788336500,
		},
	},
	'candidate.hired': {
		application: {
			...interviewed,
			stage: { id: 5, name: 'Hired' },
			status: 'hired',
			hired_at: 1788854400,
			updated_at: 1788854400,
		},
	},
	'candidate.disqualified': {
		application: {
			...interviewed,
			status: 'rejected',
			is_disqualified: true,
			rejected_at: 1788854400,
			rejection_reason: [{ id: 4, name: 'Salary expectations' }],
			updated_at: 1788854400,
		},
	},
	'candidate.created': {},
	'candidate.updated': {},
};

/**
 * A made-up event of each kind, in the shape that the triggers emit, for building a flow before anything has happened. It is read
 * from what 100Hires would send by the code that reads real deliveries, so that it cannot differ from them.
 *
 * @param name The event wanted
 */
export function sampleEvent(name: EventName): HiringEvent {
	const updated = name === 'candidate.updated' ? { updated_at: 1788940800 } : {};
	const candidate = { ...CANDIDATE, ...updated };
	const about = name.startsWith('candidate.') && name.match(/created|updated/) ? {} : { job: JOB };
	return composeEvent(name, {
		...CONTENT[name],
		...about,
		candidate,
		actor: { id: 12, full_name: 'Sam Recruiter', email: 'sam@example.com' },
	});
}

import type { EventKind } from '../kind';
import { CANDIDATE, INTERVIEWED, JOB } from '../sampleEntities';

export const interviewScheduled = {
	name: 'interview.scheduled',
	label: 'Interview Scheduled',
	description: 'An interview was put on the calendar',
	spellings: ['interviewscheduled', 'interviewcreated', 'interviewadded'],
	wireName: 'interview.scheduled',
	rank: 60,
	readMoment: ({ interview }) => interview?.created_at,
	readIdentity: ({ interview }) => [interview?.id ?? null],
	sample: {
		application: INTERVIEWED,
		candidate: CANDIDATE,
		job: JOB,
		interview: {
			id: 81001,
			application_id: INTERVIEWED.id,
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
} as const satisfies EventKind;

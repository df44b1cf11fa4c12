import { application, event } from '../helpers/eventBodies.mts';

describe('the flat application of the OpenAPI document', () => {
	test('is a new application, with what people map', () => {
		expect(event(application())).toMatchObject({
			event: 'application.created',
			eventId: 'application.created:700101',
			inferred: true,
			occurredAt: '2026-06-14T11:00:00.000Z',
			applicationId: 700101,
			candidateId: 500202,
			jobId: 303,
			companyId: 42,
			candidateName: 'Ada Test',
			email: 'ada@example.com',
			phone: '+15550000000',
			jobAlias: 'backend-dev',
			jobTitle: null,
			stage: 'Applied',
			aiScore: null,
			hiredOn: null,
			application: { resume: { fileName: 'cv.pdf' } },
			candidate: { source: { id: 5, name: 'LinkedIn' } },
			job: { id: 303, internalId: 7 },
		});
	});

	test.each([
		['touched again within the minute', { updated_at: 1781434830 }, 'application.created'],
		['touched later', { updated_at: 1781440000 }, 'application.stage_changed'],
		['hired', { status: 'hired', hired_at: 1781440000, updated_at: 1781440000 }, 'candidate.hired'],
		[
			'rejected',
			{ status: 'rejected', rejected_at: 1781440000, updated_at: 1781440000 },
			'candidate.disqualified',
		],
		[
			'disqualified without a moment',
			{ is_disqualified: true, updated_at: 1781440000 },
			'candidate.disqualified',
		],
		[
			'scored',
			{ ai_score: 80, ai_scoring_updated_at: 1781440000, updated_at: 1781440000 },
			'ai_score.generated',
		],
		[
			'hired after a score',
			{ status: 'hired', hired_at: 1781450000, ai_score: 80, ai_scoring_updated_at: 1781440000 },
			'candidate.hired',
		],
		[
			'hired after a rejection',
			{ status: 'hired', hired_at: 1781450000, rejected_at: 1781440000 },
			'candidate.hired',
		],
		[
			'moved after a score',
			{ ai_score: 80, ai_scoring_updated_at: 1781440000, updated_at: 1781450000 },
			'application.stage_changed',
		],
		[
			'scored, by an API that does not touch the application for it',
			{ ai_score: 80, ai_scoring_updated_at: 1781450000, updated_at: 1781440000 },
			'ai_score.generated',
		],
		[
			'scored after a hire',
			{
				status: 'hired',
				hired_at: 1781440000,
				ai_score: 80,
				ai_scoring_updated_at: 1781450000,
				updated_at: 1781450000,
			},
			'ai_score.generated',
		],
		[
			'changed in some way after a hire',
			{ status: 'hired', hired_at: 1781440000, updated_at: 1781450000 },
			'candidate.hired',
		],
		[
			'taken back after a rejection, and moved',
			{ status: 'active', rejected_at: 1781440000, updated_at: 1781450000 },
			'application.stage_changed',
		],
		[
			'rejected after a hire',
			{ status: 'rejected', hired_at: 1781440000, rejected_at: 1781450000 },
			'candidate.disqualified',
		],
	])('%s', (_name, changes, name) => expect(event(application(changes)).event).toBe(name));

	test('candidate, interview and score on their own', () => {
		expect(
			event({
				id: 5,
				first_name: 'Ada',
				emails: ['a@example.com'],
				created_at: 100,
				updated_at: 100,
			}),
		).toMatchObject({ event: 'candidate.created', candidateId: 5, eventId: 'candidate.created:5' });
		expect(
			event({ id: 5, first_name: 'Ada', emails: [], created_at: 100, updated_at: 1000 }).event,
		).toBe('candidate.updated');
		expect(
			event({
				id: 9,
				application_id: 7,
				candidate_id: 5,
				job_id: 3,
				start_time: 1000,
				end_time: 2000,
				interviewers: [{ user_id: 1, name: 'Sam' }],
			}),
		).toMatchObject({
			event: 'interview.scheduled',
			applicationId: 7,
			candidateId: 5,
			jobId: 3,
			eventId: 'interview.scheduled:9',
		});
		expect(
			event({ uuid: 'u', application_id: 7, total_score: 66, criteria: [], date: '2026-01-01' }),
		).toMatchObject({ event: 'ai_score.generated', aiScore: 66, applicationId: 7 });
	});
});

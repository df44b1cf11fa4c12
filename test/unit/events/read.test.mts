import * as fc from 'fast-check';
import { readEvent } from '../../../nodes/HundredHires/events/read.ts';
import { application, event, type Json } from './bodies.mts';

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

describe('the envelope of the article', () => {
	const enveloped = (
		name: string,
		changes: Json = {},
		data: Json = { application: application() },
	): Json => ({
		event_id: 'evt-1',
		event_type: name,
		timestamp: 1781500000,
		user: { id: 12, full_name: 'Sam' },
		data,
		...changes,
	});

	test('names its event, its ID and who did it', () => {
		expect(
			event(
				enveloped(
					'candidate_hired',
					{},
					{
						application: application({ hired_at: 1781499999, status: 'hired' }),
						job: { id: 303, title: 'Backend Developer' },
					},
				),
			),
		).toMatchObject({
			event: 'candidate.hired',
			eventId: 'evt-1',
			inferred: false,
			hiredAt: '2026-06-15T05:06:39.000Z',
			hiredOn: '2026-06-15',
			jobTitle: 'Backend Developer',
			actor: { id: 12, name: 'Sam' },
			candidateName: 'Ada Test',
		});
	});

	test.each([
		['event', { event: 'New application submitted' }],
		['eventType', { eventType: 'applicationCreated' }],
		['type', { type: 'application.created' }],
		['event object', { event: { type: 'application_created' } }],
		['topic', { topic: 'applications-created' }],
	])('under the key %s', (_key, name) => {
		const reading = readEvent({ ...name, payload: application({ updated_at: 1791434800 }) });
		expect(reading.kind === 'event' ? reading.event.event : reading.kind).toBe(
			_key === 'topic' ? 'unknown event' : 'application.created',
		);
	});

	test('the entity may be the data itself, or the data may hold it', () => {
		const [itself, held] = [application(), { application: application() }].map((data) =>
			event(enveloped('application.created', {}, data)),
		);
		expect(itself).toEqual(held);
	});

	test('IDs alone are enough when the event is named', () => {
		expect(
			event({
				event: 'candidate.hired',
				timestamp: 1781500000,
				data: { application_id: '9007199254740993', candidate_id: 'abC' },
			}),
		).toMatchObject({
			applicationId: '9007199254740993',
			candidateId: 'abC',
			hiredOn: '2026-06-15',
			candidateName: null,
		});
	});

	test('moves tell both stages in any of their forms', () => {
		const named = event(
			enveloped(
				'stage_moved',
				{},
				{ application: application(), from_stage: { id: 1, name: 'New' } },
			),
		);
		const flat = event(
			enveloped(
				'stage_moved',
				{},
				{
					application_id: 7,
					from_stage_id: 1,
					from_stage_name: 'New',
					to_stage_id: 2,
					to_stage_name: 'Screen',
				},
			),
		);
		expect(named).toMatchObject({ previousStage: 'New', stage: 'Applied' });
		expect(flat).toMatchObject({ previousStage: 'New', stage: 'Screen', applicationId: 7 });
	});

	test('an event that is none of the eight, and things that are no events', () => {
		expect(readEvent(enveloped('offer.sent')).kind).toBe('unknown event');
		expect(readEvent({ event: 'ping' }).kind).toBe('unknown event');
		for (const body of [{}, { hello: 'world' }, { data: {} }, { id: 5 }])
			expect(readEvent(body).kind).toBe('not an event');
	});
});

describe('anything at all', () => {
	const keys = [
		'event',
		'event_type',
		'type',
		'data',
		'payload',
		'application',
		'candidate',
		'job',
		'interview',
		'ai_score',
		'id',
		'candidate_id',
		'job_id',
		'status',
		'stage',
		'cv',
		'file',
		'emails',
		'phones',
		'profile',
		'hired_at',
		'rejection_reason',
		'hiring_team',
		'custom_fields',
		'interviewers',
		'start_time',
		'created_at',
		'updated_at',
		'total_score',
		'criteria',
		'first_name',
		'user',
		'location',
		'name',
	];
	const leaf = fc.oneof(
		fc.jsonValue(),
		fc.double(),
		fc.constantFrom(null, '', 'candidate.hired', 1e300, -1, '1e999', 1781434800),
	);
	const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
		tree: fc.oneof(
			{ maxDepth: 4 },
			leaf,
			fc.array(tie('tree'), { maxLength: 3 }),
			fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 8 }),
		),
	}));

	test('is read or refused, never thrown over, and every key is there', () => {
		const complete = Object.keys(event(application())).sort();
		let events = 0;
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...keys), tree, { maxKeys: 10 }), (body) => {
				const reading = readEvent(body);
				if (reading.kind !== 'event') return;
				events++;
				expect(Object.keys(reading.event).sort()).toEqual(complete);
				expect(reading.event.eventId).not.toBe('');
				if (reading.event.hiredOn !== null)
					expect(reading.event.hiredOn).toMatch(/^[+-]?\d{4,6}-\d\d-\d\d$/);
			}),
			{ numRuns: 3000 },
		);
		expect(events).toBeGreaterThan(100);
	});
});

import { readEvent } from '../../../nodes/HundredHires/events/read.ts';
import { application, event, type Json } from '../helpers/eventBodies.mts';

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

	test('an event that is not in the list, and bodies that are no events', () => {
		expect(readEvent(enveloped('offer.sent')).kind).toBe('unknown event');
		expect(readEvent({ event: 'ping' }).kind).toBe('unknown event');
		for (const body of [{}, { hello: 'world' }, { data: {} }, { id: 5 }])
			expect(readEvent(body).kind).toBe('not an event');
	});
});

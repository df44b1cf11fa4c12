import * as fc from 'fast-check';
import { readEvent } from '../../../nodes/HundredHires/events/read.ts';
import { application, event } from '../helpers/eventBodies.mts';

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

import { readEvent } from '../../../nodes/HundredHires/events/read.ts';
import { isObject } from '../../../nodes/HundredHires/shared/values.ts';

const application = {
	id: 700101,
	candidate_id: 500202,
	job_id: 303,
	status: 'hired',
	stage: { id: 5, name: 'Hired' },
	hired_at: 1_788_854_400,
	updated_at: 1_788_854_400,
};

const eventOf = (body: Record<string, unknown>) => {
	const reading = readEvent(body);
	if (reading.kind !== 'event' || !isObject(reading.event)) throw new Error(reading.kind);
	return reading.event;
};

test('an ID of the vendor’s names the delivery, the occurrence goes by what happened', () => {
	const delivered = eventOf({ event: 'candidate_hired', event_id: 'evt_1', data: { application } });
	const again = eventOf({ event: 'candidate_hired', event_id: 'evt_2', data: { application } });
	const flat = eventOf(application);
	expect([delivered.eventId, again.eventId]).toEqual(['evt_1', 'evt_2']);
	expect(flat.eventId).toBe(flat.occurrenceId);
	expect([delivered.occurrenceId, again.occurrenceId]).toEqual([
		flat.occurrenceId,
		flat.occurrenceId,
	]);
	const later = eventOf({ ...application, hired_at: 1_788_900_000, updated_at: 1_788_900_000 });
	expect(later.occurrenceId).not.toBe(flat.occurrenceId);
});

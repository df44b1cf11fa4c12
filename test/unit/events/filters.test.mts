import { passes, readFilters, readList } from '../../../nodes/HundredHires/events/filters.ts';
import { distribute } from '../../../nodes/HundredHires/triggers/outputs.ts';
import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';
import { EVENT_KINDS, type EventName } from '../../../nodes/HundredHires/events/index.ts';

const passing = (name: EventName, filters: unknown, body = {}) =>
	passes(sampleEvent(name), readFilters(filters), body);

test.each<[string, EventName, unknown, boolean]>([
	['no filters', 'candidate.hired', {}, true],
	['a score at the minimum', 'ai_score.generated', { minimumAiScore: 87 }, true],
	['a score below it', 'ai_score.generated', { minimumAiScore: 88 }, false],
	['a minimum of zero', 'ai_score.generated', { minimumAiScore: 0 }, true],
	['an event that has no score yet', 'application.created', { minimumAiScore: 88 }, true],
	['a stage by name, in other case', 'candidate.hired', { stages: ['offer', 'HIRED'] }, true],
	['a stage by ID', 'candidate.hired', { stages: [5] }, true],
	['another stage', 'candidate.hired', { stages: 'Offer, 4' }, false],
	['an event without a stage', 'candidate.created', { stages: ['Offer'] }, true],
	['a job by ID, as one text', 'candidate.hired', { jobs: '1, 303' }, true],
	['a job by alias', 'candidate.hired', { jobs: ['backend-developer'] }, true],
	['another job', 'candidate.hired', { jobs: ['304'] }, false],
	['an event without a job', 'candidate.updated', { jobs: ['304'] }, true],
])('%s', (_name, event, filters, expected) => expect(passing(event, filters)).toBe(expected));

test('a candidate is of the jobs that she applied to, where 100Hires tells', () => {
	const body = { data: { candidate: { applications: [{ id: 1, job: { id: 303 } }] } } };
	expect(passing('candidate.updated', { jobs: ['303'] }, body)).toBe(true);
	expect(passing('candidate.updated', { jobs: ['304'] }, body)).toBe(false);
});

test('lists in every form that an expression or the editor gives', () => {
	expect(readList(['Phone, then video', 3, '', null])).toEqual(['Phone, then video', '3']);
	expect(readList(' a , b,')).toEqual(['a', 'b']);
	for (const nothing of [undefined, null, '', [], {}]) expect(readList(nothing)).toEqual([]);
});

test('an output per event, in the order of the catalogue', () => {
	const items = (['candidate.hired', 'ai_score.generated'] as const).map((event) => ({
		json: { event },
	}));
	expect(
		distribute(items, ['candidate.hired', 'ai_score.generated', 'candidate.created'], true),
	).toEqual([[items[1]], [], [items[0]]]);
	expect(distribute(items, ['*'], true)).toHaveLength(EVENT_KINDS.length);
	expect(distribute(items, ['*'], false)).toEqual([items]);
});

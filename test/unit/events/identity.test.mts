import * as fc from 'fast-check';
import {
	EVENT_KINDS,
	findEventName,
	selectEvents,
} from '../../../nodes/HundredHires/events/index.ts';
import { application, event, type Json } from '../helpers/eventBodies.mts';

describe('event IDs', () => {
	const moved = (changes: Json): string =>
		event({ event: 'stage_changed', data: application(changes) }).eventId;
	const idOf = (name: string, changes: Json): string =>
		event({ event: name, data: application(changes) }).eventId;

	test('stay the same for a copy that differs only in what moves with the clock', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...EVENT_KINDS),
				fc.string(),
				fc.nat(),
				fc.boolean(),
				({ name }, ago, days, bare) => {
					const body = (relative_time: string, days_since_last_message: number): Json => ({
						event: name,
						data: bare
							? {
									application: { days_since_last_message, cv: { relative_time }, status: 'active' },
								}
							: application({
									days_since_last_message,
									cv: { relative_time },
									updated_at: 1781440000,
								}),
					});
					expect(event(body(ago, days)).eventId).toBe(event(body('just now', 0)).eventId);
				},
			),
		);
	});

	test('differ for a second hire, rejection, score, and move to the same stage', () => {
		expect(idOf('hired', { hired_at: 1 })).not.toBe(idOf('hired', { hired_at: 2 }));
		expect(idOf('rejected', { rejected_at: 1 })).not.toBe(idOf('rejected', { rejected_at: 2 }));
		expect(idOf('ai_score', { ai_scoring_updated_at: 1, ai_score: 5 })).not.toBe(
			idOf('ai_score', { ai_scoring_updated_at: 2, ai_score: 5 }),
		);
		expect(moved({ updated_at: 1 })).not.toBe(moved({ updated_at: 2 }));
		expect(moved({ updated_at: 1, stage: { id: 1 } })).not.toBe(
			moved({ updated_at: 1, stage: { id: 2 } }),
		);
	});

	test('differ between the events of one application, and between applications', () => {
		const names = [
			'application.created',
			'application.stage_changed',
			'candidate.hired',
			'ai_score.generated',
		];
		const ids = names.flatMap((name) => [1, 2].map((id) => idOf(name, { id })));
		expect(new Set(ids).size).toBe(ids.length);
	});
});

test('the catalogue knows each event by its name, its label and every spelling, and no spelling twice', () => {
	for (const kind of EVENT_KINDS)
		for (const spelling of [kind.name, kind.label, ...kind.spellings])
			expect([spelling, findEventName(spelling)]).toEqual([spelling, kind.name]);
	const all = EVENT_KINDS.flatMap((kind) => kind.spellings);
	expect(new Set(all).size).toBe(all.length);
	expect(selectEvents(['*'])).toEqual(EVENT_KINDS.map(({ name }) => name));
	expect(selectEvents(['candidate.hired', 'nonsense', 'ai_score.generated'])).toEqual([
		'ai_score.generated',
		'candidate.hired',
	]);
});

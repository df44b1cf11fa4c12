import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import { buildActionSubtitle } from '../../../nodes/HundredHires/runner/describe.ts';
import { EVENTS_SUBTITLE } from '../../../nodes/HundredHires/triggers/subtitle.ts';

/** Evaluates as n8n does: what stands between the first two braces and the next two that close. */
function shown(subtitle: string, parameters: Record<string, unknown>): unknown {
	const expression = /^=\{\{(.*?)\}\}$/s.exec(subtitle)?.[1];
	expect(expression).not.toContain('}}');
	return new Function('$parameter', `return ${expression}`)(parameters);
}

test.each([
	[['candidate.hired'], 'Candidate Hired'],
	[['application.created', 'candidate.hired'], '2 events'],
	[['*'], 'All Events'],
	[['*', 'candidate.hired'], 'All Events'],
	[[], undefined],
])('a trigger for %j is called %s', (events, subtitle) => {
	expect(shown(EVENTS_SUBTITLE, { events })).toBe(subtitle);
});

test('the action node says of every operation what it does', () => {
	const subtitle = buildActionSubtitle(RESOURCES);
	for (const { value: resource, operations } of RESOURCES) {
		for (const { value: operation, action } of operations) {
			expect(shown(subtitle, { resource, operation })).toBe(action);
		}
	}
	expect(shown(subtitle, { resource: 'candidate', operation: 'no such' })).toBe('');
});

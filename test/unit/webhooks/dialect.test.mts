import {
	CAPABILITIES,
	DEFAULT_DIALECT,
	DIALECTS,
	findOtherDialect,
	isDialect,
	toWireName,
} from '../../../nodes/HundredHires/webhooks/dialect.ts';
import { findEventName, EVENT_KINDS } from '../../../nodes/HundredHires/events/index.ts';

test('the OpenAPI document is tried first, and assumed while nothing shows the dialect', () => {
	expect(DIALECTS).toEqual(['openapi', 'article']);
	expect(DEFAULT_DIALECT).toBe('openapi');
	expect(DIALECTS.map(findOtherDialect)).toEqual(['article', 'openapi']);
});

test('only the names of dialects are dialects', () => {
	expect(DIALECTS.every(isDialect)).toBe(true);
	for (const value of [undefined, null, 1, '', 'toString', ['openapi']])
		expect(isDialect(value)).toBe(false);
});

test('a path that needs the ID of the company has it, encoded; any other does not', () => {
	for (const { companyPath, needsCompanyId } of Object.values(CAPABILITIES))
		expect(companyPath('a/b').includes('a%2Fb')).toBe(needsCompanyId);
});

test('the wire name of each event is read as that event', () => {
	for (const { name } of EVENT_KINDS) expect(findEventName(toWireName(name))).toBe(name);
});

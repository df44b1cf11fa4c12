import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { readMillis } from '../../../nodes/HundredHires/shared/values.ts';

const TEN = Date.UTC(2026, 8, 8, 10);
const MIDNIGHT = Date.UTC(2026, 8, 8);

const VALUES = join(import.meta.dirname, '../../../nodes/HundredHires/shared/values.ts');

/** What a Node.js that runs in the zone reads; its own cannot be changed once it has started. */
function readIn(zone: string, texts: string[]): Array<number | null> {
	const script = `
		import { readMillis } from ${JSON.stringify(pathToFileURL(VALUES).href)};
		import { readFileSync } from 'node:fs';
		const texts = JSON.parse(readFileSync(0, 'utf8'));
		console.log(JSON.stringify({
			offset: new Date(2026, 8, 8).getTime() - ${MIDNIGHT},
			read: texts.map(readMillis),
		}));`;
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['--input-type=module', '--eval', script],
		{ env: { ...process.env, TZ: zone }, input: JSON.stringify(texts), encoding: 'utf8' },
	);
	if (stdout === '') throw new Error(stderr);
	const { offset, read } = JSON.parse(stdout) as { offset: number; read: Array<number | null> };
	// Were the zone not taken over, nothing here would be tested.
	if ((offset === 0) !== (zone === 'UTC')) throw new Error(`The process did not run in ${zone}`);
	return read;
}

// n8n's process has the zone of its server. Each is off UTC by another number of hours or minutes.
const ZONES = ['UTC', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu'];

const TIMES: Array<[string, number | null]> = [
	// Without a zone: in UTC.
	['2026-09-08T10:00:00', TEN],
	['2026-09-08T10:00', TEN],
	['2026-09-08 10:00:00', TEN],
	['2026-09-08 10:00', TEN],
	['2026-09-08T10:00:00.123', TEN + 123],
	['2026-09-08 10:00:00.123', TEN + 123],
	['2026-09-08 10:00:00.123456', TEN + 123],
	[' 2026-09-08T10:00:00 ', TEN],
	['2026-09-08', MIDNIGHT],
	['2026-09', Date.UTC(2026, 8)],
	['2026/09/08 10:00', TEN],
	['2026-9-8', MIDNIGHT],
	['Sep 8, 2026 10:00 AM', TEN],
	['08 Sep 2026 10:00:00', TEN],
	// An hour that Auckland skips, and one that it has twice.
	['2026-09-27T02:30:00', Date.UTC(2026, 8, 27, 2, 30)],
	['2026-04-05T02:30:00', Date.UTC(2026, 3, 5, 2, 30)],
	// In their own zone.
	['2026-09-08T10:00:00Z', TEN],
	['2026-09-08t10:00:00z', TEN],
	['2026-09-08 10:00:00Z', TEN],
	['2026-09-08T10:00:00.123Z', TEN + 123],
	['2026-09-08T12:00:00+02:00', TEN],
	['2026-09-08T12:00:00+0200', TEN],
	['2026-09-08T12:00:00+02', TEN],
	['2026-09-08 12:00:00+02', TEN],
	['2026-09-08 12:00:00 +0200', TEN],
	['2026-09-08T04:30-05:30', TEN],
	['2026-09-08 10:00:00 UTC', TEN],
	['Tue, 08 Sep 2026 10:00:00 GMT', TEN],
	['Tue Sep 08 2026 12:00:00 GMT+0200 (Central European Summer Time)', TEN],
	['Tue Sep 08 2026 05:00:00 EST', TEN],
	// No times.
	['', null],
	[' ', null],
	['hello', null],
	['UTC', null],
	['Z', null],
	['2026-13-08T10:00:00', null],
	['2026-09-08T25:00:00', null],
	['2026-09-08T10:00:00 or so', null],
	['2026-09-08T10:00:00+99:00', null],
];

test.each(ZONES)(
	'a time without a zone is in UTC, any other in its own, where n8n runs in %s',
	(zone) => {
		const read = readIn(
			zone,
			TIMES.map(([text]) => text),
		);
		expect(TIMES.map(([text], at) => [text, read[at]])).toEqual(TIMES);
	},
);

test.each(ZONES)('any time without its Z is the same time, where n8n runs in %s', (zone) => {
	const dates = fc.sample(fc.date({ noInvalidDate: true }), 1000);
	const expected = dates.flatMap((date) => [date.getTime(), date.getTime(), date.getTime()]);
	const texts = dates.flatMap((date) => {
		const text = date.toISOString();
		const bare = text.slice(0, -1);
		return [text, bare, bare.replace('T', ' ')];
	});
	expect(readIn(zone, texts)).toEqual(expected);
});

test('what was no date is none', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			fc.pre(Number.isNaN(Date.parse(text)) && Number.isNaN(Number(text)));
			expect(readMillis(text)).toBeNull();
		}),
	);
});

test.each([null, undefined, true, {}, ['2026-09-08'], NaN])('%j is no time', (value) => {
	expect(readMillis(value)).toBeNull();
});

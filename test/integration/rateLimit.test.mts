/** How long the action node waits where 100Hires says so: by the clock of the answer, never by that of n8n, and within bounds. */
import { startHiresSandbox, type Fault, type HiresSandbox } from '../sandbox/hires/index.mts';
import { actionAt } from './helpers/actionSetup.mts';

/** What was waited for, milliseconds, and how far that has moved the time. */
const mockWaits: number[] = [];

jest.mock('../../nodes/HundredHires/transport/retry.ts', () => ({
	...jest.requireActual<object>('../../nodes/HundredHires/transport/retry.ts'),
	pause: async (_context: unknown, ms: number) => void mockWaits.push(ms),
}));

const waited = (): number => mockWaits.reduce((sum, ms) => sum + Math.max(0, ms), 0);

let sandbox: HiresSandbox;
beforeEach(async () => {
	mockWaits.length = 0;
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + waited());
	sandbox = await startHiresSandbox();
});
afterEach(async () => await sandbox.close());

const HOUR = 3600;

/** Longest wait, seconds. */
const LONGEST = 12 * 60;

/** Seconds by the clock of an answer, and its `Date`, given how far that is ahead of n8n's. */
function clockAt(aheadSeconds: number) {
	const now = Math.floor(Date.now() / 1000) + aheadSeconds;
	return { now, date: new Date(now * 1000).toUTCString() };
}

const httpDate = (seconds: number) => new Date(seconds * 1000).toUTCString();

/** From and until how many seconds the wait may take. */
type Bounds = [from: number, until: number];

/** A second more or less for dates without fractions, two for the margin. */
const about = (seconds: number): Bounds => [seconds - 1, seconds + 2];

type Row = [name: string, status: number, makeFault: () => Omit<Fault, 'status'>, Bounds];

/** A 429 with a reset, made of the answer's own time. */
const reset = (
	name: string,
	aheadSeconds: number,
	value: (now: number) => number | string,
	bounds: Bounds,
): Row => [
	`a reset ${name}`,
	429,
	() => {
		const { now, date } = clockAt(aheadSeconds);
		return { date, headers: { 'x-ratelimit-reset': String(value(now)) } };
	},
	bounds,
];

const SKEWS: Array<[name: string, seconds: number]> = [
	['the same time', 0],
	['5 s ahead', 5],
	['5 s behind', -5],
	['6 h ahead', 6 * HOUR],
	['6 h behind', -6 * HOUR],
];

const retryAfter = ([name, ahead]: (typeof SKEWS)[number]): Row[] =>
	[429, 503].flatMap((status): Row[] => [
		[
			`Retry-After in seconds, ${name}`,
			status,
			() => ({ date: clockAt(ahead).date, headers: { 'retry-after': '30' } }),
			about(30),
		],
		[
			`Retry-After as a date, ${name}`,
			status,
			() => {
				const { now, date } = clockAt(ahead);
				return { date, headers: { 'retry-after': httpDate(now + 30) } };
			},
			about(30),
		],
	]);

const ANY: Bounds = [0, LONGEST + 1];

const ROWS: Row[] = [
	...SKEWS.map(([name, ahead]) =>
		reset(`in a minute, ${name}`, ahead, (now) => now + 60, about(60)),
	),
	...SKEWS.map(([name, ahead]) => reset(`that is over, ${name}`, ahead, (now) => now - 60, [0, 2])),
	reset('in six hours', 0, (now) => now + 6 * HOUR, [LONGEST - 1, LONGEST + 1]),
	reset('in milliseconds', 0, (now) => (now + 60) * 1000, [59, LONGEST + 1]),
	reset('in the year 58656', 0, () => 1_788_856_230_000, ANY),
	reset('after the end of all dates', 0, () => '99999999999999999999', ANY),
	reset('before the beginning of all dates', 0, () => '-99999999999999999999', [0, 2]),
	reset('as text', 0, () => 'soon', ANY),
	reset('as an empty text', 0, () => '', ANY),
	[
		'a reset without a date',
		429,
		() => ({ date: null, headers: { 'x-ratelimit-reset': String(clockAt(0).now + 60) } }),
		about(60),
	],
	[
		'a reset beside a date that is none',
		429,
		() => ({ date: 'today', headers: { 'x-ratelimit-reset': String(clockAt(0).now + 60) } }),
		about(60),
	],
	...SKEWS.flatMap(retryAfter),
	[
		'Retry-After a day',
		429,
		() => ({ headers: { 'retry-after': '86400' } }),
		[LONGEST - 1, LONGEST + 1],
	],
	['Retry-After in the past', 429, () => ({ headers: { 'retry-after': '-5' } }), [0, 2]],
	['Retry-After as text', 429, () => ({ headers: { 'retry-after': 'soon' } }), ANY],
];

test.each(ROWS)('%s, status %i: waits as long', async (_name, status, makeFault, [from, until]) => {
	sandbox.faults.next(1, { ...makeFault(), status });
	const options = { rateLimitWait: 20 };
	expect(await actionAt(sandbox)('user', 'getAll', { options })).not.toEqual([]);
	expect(sandbox.requests.all().map((request) => request.status)).toEqual([status, 200]);
	expect(waited() / 1000).toBeGreaterThanOrEqual(from);
	expect(waited() / 1000).toBeLessThanOrEqual(until);
});

const REFUSALS = ROWS.filter(([, status]) => status === 429);

test.each(REFUSALS)(
	'%s, status %i: is told where it may not wait',
	async (_name, _status, makeFault) => {
		sandbox.faults.always({ ...makeFault(), status: 429 });
		const running = actionAt(sandbox)('user', 'getAll', { options: { rateLimitWait: 0 } });
		await expect(running).rejects.toThrow(/^Could not list the users \(HTTP 429\)/);
		expect(waited()).toBeLessThanOrEqual(2000);
	},
);

test.each(REFUSALS)(
	'%s, status %i: is told after the last try',
	async (_name, _status, makeFault) => {
		sandbox.faults.always({ ...makeFault(), status: 429 });
		const running = actionAt(sandbox)('user', 'getAll', { options: { rateLimitWait: 60 } });
		await expect(running).rejects.toThrow(/^Could not list the users \(HTTP 429\)/);
	},
);

test('what the last answer within the limit says of the reset goes by its clock, too', async () => {
	const { now, date } = clockAt(6 * HOUR);
	const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 60) };
	sandbox.faults.next(1, { date, headers });
	const run = actionAt(sandbox);
	await run('user', 'getAll');
	expect(waited()).toBe(0);
	await run('user', 'getAll', { options: { rateLimitWait: 20 } });
	expect(waited() / 1000).toBeGreaterThanOrEqual(59);
	expect(waited() / 1000).toBeLessThanOrEqual(62);
});

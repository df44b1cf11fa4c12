/** An answer that never ends, or that breaks off: every caller of the API comes to an end, and takes neither for a success. */
import type { Fault } from '../sandbox/hires/index.mts';
import { CALLERS, type Caller } from './helpers/callers.mts';
import { actUnder, findRepeatedWrite, judgeRefusal, Places } from './helpers/misbehave.mts';

/** Short where an answer is wrong, and long where nothing is: a busy computer is no server that does not answer. */
const PATIENT_MS = 60_000;
const SHORT_MS = 300;
const mockDeadline = { ms: PATIENT_MS };

jest.mock('../../nodes/HundredHires/transport/retry.ts', () => ({
	...jest.requireActual<object>('../../nodes/HundredHires/transport/retry.ts'),
	get TIMEOUT_MS() {
		return mockDeadline.ms;
	},
	get FLOW_TIMEOUT_MS() {
		return mockDeadline.ms;
	},
	get POLL_TIMEOUT_MS() {
		return mockDeadline.ms;
	},
	get FILE_DEADLINE_MS() {
		return mockDeadline.ms;
	},
	RETRY_PAUSES_MS: [1, 1, 1],
}));

const FAULTS: Array<[name: string, fault: Fault]> = [
	['never ends', { drip: { everyMs: 50 } }],
	['breaks off', { cut: true }],
];

/** Callers that act at the same time, as each of them waits most of it. */
const AT_A_TIME = 25;

/** Much longer than four tries at each of several places take, milliseconds. */
const FOREVER_MS = 60_000;

/** What is wrong, by the names of caller and fault; `null` where nothing is. */
const complaints = new Map<string, string | null>();

/** Each has a stand-in of its own, as the others act in theirs at the same time. */
async function tryOut(callers: readonly Caller[]): Promise<void> {
	const opened = await Promise.all(
		callers.map(async (caller) => {
			const places = new Places();
			return { caller, places, place: await places.for(caller) };
		}),
	);
	for (const [name, fault] of FAULTS) {
		const prepared = await Promise.all(
			opened.map(async (one) => ({ ...one, act: await one.caller.prepare(one.place) })),
		);
		mockDeadline.ms = SHORT_MS;
		await Promise.all(
			prepared.map(async ({ caller, place, act }) => {
				const outcome = await actUnder(place, caller, act, fault, null, FOREVER_MS);
				const found = judgeRefusal(outcome) ?? findRepeatedWrite(place.sandbox);
				complaints.set(`${caller.name}: ${name}`, found);
			}),
		);
		mockDeadline.ms = PATIENT_MS;
	}
	await Promise.all(opened.map(async ({ places }) => await places.close()));
}

beforeAll(async () => {
	for (let from = 0; from < CALLERS.length; from += AT_A_TIME)
		await tryOut(CALLERS.slice(from, from + AT_A_TIME));
}, 600_000);

describe.each(FAULTS)('an answer that %s', (name) => {
	test.each(CALLERS.map((caller) => [caller.name]))('%s', (caller) => {
		expect(complaints.get(`${caller}: ${name}`)).toBeNull();
	});
});

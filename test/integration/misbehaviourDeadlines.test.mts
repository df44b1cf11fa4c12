/** An answer that never ends, or that breaks off: every caller of the API comes to an end, and takes neither for a success. */
import type { Fault } from '../sandbox/hires/index.mts';
import { CALLERS, type Caller } from './helpers/callers.mts';
import { actUnder, findRepeatedWrite, judgeRefusal, Places } from './helpers/misbehave.mts';

jest.mock('../../nodes/HundredHires/transport/retry.ts', () => ({
	...jest.requireActual<object>('../../nodes/HundredHires/transport/retry.ts'),
	TIMEOUT_MS: 300,
	FLOW_TIMEOUT_MS: 300,
	POLL_TIMEOUT_MS: 300,
	FILE_DEADLINE_MS: 300,
	RETRY_PAUSES_MS: [1, 1, 1],
}));

const FAULTS: Array<[name: string, fault: Fault]> = [
	['never ends', { drip: { everyMs: 50 } }],
	['breaks off', { cut: true }],
];

/** Callers that act at the same time, as each of them waits most of it. */
const AT_A_TIME = 25;

/** Longer than four tries at each of several places take, milliseconds. */
const FOREVER_MS = 8_000;

/** What is wrong, by the names of caller and fault; `null` where nothing is. */
const complaints = new Map<string, string | null>();

async function tryOut(caller: Caller): Promise<void> {
	// A stand-in of its own, as the others act in theirs at the same time.
	const places = new Places();
	const place = await places.for(caller);
	try {
		for (const [name, fault] of FAULTS) {
			const prepared = await caller.prepare(place);
			const outcome = await actUnder(place, caller, prepared, fault, null, FOREVER_MS);
			const found = judgeRefusal(outcome) ?? findRepeatedWrite(place.sandbox);
			complaints.set(`${caller.name}: ${name}`, found);
		}
	} finally {
		await places.close();
	}
}

beforeAll(async () => {
	for (let from = 0; from < CALLERS.length; from += AT_A_TIME)
		await Promise.all(CALLERS.slice(from, from + AT_A_TIME).map(tryOut));
}, 300_000);

describe.each(FAULTS)('an answer that %s', (name) => {
	test.each(CALLERS.map((caller) => [caller.name]))('%s', (caller) => {
		expect(complaints.get(`${caller}: ${name}`)).toBeNull();
	});
});

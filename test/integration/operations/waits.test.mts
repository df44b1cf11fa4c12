/** Waits that people see, and that end when they stop the execution. */
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { until } from '../../harness/until.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
});
afterEach(async () => await sandbox.close());

function stopLater(more: { hints?: string[] } = {}) {
	const [{ id }] = applyTo(sandbox, 1);
	const stop = new AbortController();
	const parameters = { applicationId: byId(id) };
	const running = actionAt(sandbox)('application', 'get', parameters, {
		signal: stop.signal,
		...more,
	});
	return { stop, refused: expect(running).rejects.toThrow('the execution was stopped') };
}

const sent = () => sandbox.requests.all().length;

test('a wait for the rate limit leaves a hint, and ends when the execution is stopped', async () => {
	sandbox.faults.always({ status: 429, headers: { 'retry-after': '600' } });
	const hints: string[] = [];
	const { stop, refused } = stopLater({ hints });
	await until('the hint', () => hints.length > 0 || undefined, 10_000);
	expect(hints).toEqual([expect.stringContaining('waited up to 11 minutes for the rate limit')]);
	stop.abort();
	await refused;
	expect(sent()).toBe(1);
});

test('a pause before another try ends when the execution is stopped', async () => {
	sandbox.faults.always({ status: 503, headers: { 'retry-after': '600' } });
	const hints: string[] = [];
	const { stop, refused } = stopLater({ hints });
	await until('the hint', () => hints.length > 0 || undefined, 10_000);
	stop.abort();
	await refused;
	expect(sent()).toBe(1);
});

test('an answer that does not end is let go when the execution is stopped', async () => {
	sandbox.faults.always({ drip: { everyMs: 20 } });
	const { stop, refused } = stopLater();
	await until('the request', () => sent() === 1 || undefined, 10_000);
	stop.abort();
	await refused;
	expect(sent()).toBe(1);
});

test('a short wait leaves no hint', async () => {
	sandbox.faults.next(1, { status: 429, headers: { 'retry-after': '0' } });
	const [{ id }] = applyTo(sandbox, 1);
	const hints: string[] = [];
	const parameters = { applicationId: byId(id) };
	expect(await actionAt(sandbox)('application', 'get', parameters, { hints })).toHaveLength(1);
	expect(hints).toEqual([]);
});

test('a write under way when the execution is stopped may have been done, which is said', async () => {
	sandbox.faults.next(1, { delayMs: 300 });
	const stop = new AbortController();
	const parameters = { additionalFields: { email: 'ada@example.test' } };
	const running = actionAt(sandbox)('candidate', 'create', parameters, { signal: stop.signal });
	const refused = expect(running).rejects.toThrow(
		'the execution was stopped. It may have been done: look in 100Hires',
	);
	await until('the request', () => sent() === 1 || undefined, 10_000);
	stop.abort();
	await refused;
});

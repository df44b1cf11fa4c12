import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { recordLog } from '../harness/contexts.mts';
import type { Fault } from '../sandbox/hires/index.mts';
import { FALSE_SUCCESSES } from '../sandbox/misbehaving.mts';
import { setUpPolling, type PolledAccount } from './helpers/pollingSetup.mts';
import { ACTION, perform, visible, type Action } from './helpers/pollingHistory.mts';

/** Histories to go through; `POLLING_RUNS=2000` for the proof in docs/polling.md. */
const RUNS = Number(process.env.POLLING_RUNS ?? 60);

jest.setTimeout(60_000 + RUNS * 1000);

/** Answers that are not what was asked for; a lost place is a page that is taken for an empty one. */
const WRONG_ANSWERS: Array<readonly [string, Fault]> = [
	...FALSE_SUCCESSES,
	['a redirect', { redirectTo: 'https://elsewhere.example.test/v2' }],
	['a cut answer', { cut: true }],
	['not found', { status: 404 }],
	['the first page', { ignorePage: true }],
];

const STEP = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant('act' as const), action: ACTION }) },
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('wait' as const),
			// Often less than the overlap, sometimes long.
			seconds: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 91, max: 5000 })),
		}),
	},
	{ weight: 5, arbitrary: fc.record({ kind: fc.constant('poll' as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('poll while things happen' as const),
			actions: fc.array(fc.record({ request: fc.nat(6), action: ACTION }), { maxLength: 5 }),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('poll in vain' as const),
			request: fc.nat(5),
			status: fc.constantFrom(500, 429, 403, 0),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('poll, and the answer is another' as const),
			request: fc.nat(5),
			// Whether only one request of the poll meets it, or all from then on.
			isOnce: fc.boolean(),
			fault: fc.constantFrom(...WRONG_ANSWERS).map(([name, fault]) => ({
				fault,
				[fc.toStringMethod]: () => name,
			})),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('restart' as const), isCrash: fc.boolean() }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('bulk' as const),
			actions: fc.array(ACTION, { minLength: 20, maxLength: 60 }),
		}),
	},
);

type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

/** A node under test, and what it must and may have given. */
class Model {
	readonly emitted: string[] = [];

	/** Seen by a look that nothing disturbed. */
	readonly required = new Set<string>();

	/** Seen by any look. */
	readonly allowed = new Set<string>();

	private before = new Set<string>();

	private saved: IDataObject = {};

	private readonly setting: PolledAccount;

	private readonly jobId: number | null;

	constructor(setting: PolledAccount, jobId: number | null) {
		this.setting = setting;
		this.jobId = jobId;
	}

	private show(): Set<string> {
		const all = visible(this.setting.sandbox, this.jobId);
		return new Set([...all].filter((id) => !this.before.has(id)));
	}

	private allow(): Set<string> {
		const shown = this.show();
		for (const id of shown) this.allowed.add(id);
		return shown;
	}

	act(action: Action): void {
		perform(this.setting.sandbox, action, this.jobId !== null);
	}

	private isSweeping(): boolean {
		const [own] = Object.values(this.setting.node.staticData()) as IDataObject[];
		const { sources = {} } = (own?.polling ?? {}) as { sources?: Record<string, IDataObject> };
		return Object.values(sources).some(({ sweep }) => sweep !== undefined);
	}

	/**
	 * @param isInVain Whether something is refused in it
	 * @returns Whether it found nothing and has nothing left to read
	 */
	async poll(isInVain = false): Promise<boolean> {
		const wasSweeping = this.isSweeping();
		const shown = this.allow();
		const { events } = await this.setting.poll();
		const still = this.allow();
		if (!isInVain && !wasSweeping && !this.isSweeping())
			for (const id of shown) if (still.has(id)) this.required.add(id);
		const times = events.map(({ occurredAt }) => String(occurredAt));
		expect(times).toEqual([...times].sort());
		this.emitted.push(...events.map(({ eventId }) => String(eventId)));
		// n8n saves with the execution that it starts, and not without one.
		if (events.length > 0) this.saved = this.setting.node.staticData();
		return events.length === 0 && !this.isSweeping();
	}

	async activate(): Promise<void> {
		this.before = visible(this.setting.sandbox, this.jobId);
		expect((await this.setting.poll()).events).toEqual([]);
		this.saved = this.setting.node.staticData();
	}

	async take(step: Step): Promise<void> {
		const { sandbox, clock } = this.setting;
		switch (step.kind) {
			case 'act':
				return this.act(step.action);
			case 'bulk':
				return step.actions.forEach((action) => this.act(action));
			case 'wait':
				return clock.advance(step.seconds);
			case 'poll':
				return void (await this.poll());
			case 'poll while things happen': {
				let count = 0;
				sandbox.faults.next(1, {}, () => {
					for (const { request, action } of step.actions)
						if (request === count) {
							this.act(action);
							this.allow();
						}
					count++;
					return false;
				});
				await this.poll();
				return sandbox.faults.clear();
			}
			case 'poll, and the answer is another': {
				let count = 0;
				const { request, isOnce } = step;
				sandbox.faults.next(isOnce ? 1 : Infinity, step.fault.fault, () => count++ >= request);
				await this.poll(true).catch((error: Error) => {
					if (!/^Could not /.test(error.message)) throw error;
				});
				return sandbox.faults.clear();
			}
			case 'poll in vain': {
				let count = 0;
				const { status } = step;
				const fault =
					status === 0 ? { dropConnection: true } : { status, headers: { 'retry-after': '0' } };
				sandbox.faults.next(1, fault, () => count++ === step.request);
				await this.poll(true).catch((error: Error) => {
					if (!/^Could not /.test(error.message)) throw error;
				});
				sandbox.faults.clear();
				n8nIsLater(2000);
				return;
			}
			case 'restart':
				this.setting.restart(undefined, step.isCrash ? this.saved : undefined);
		}
	}
}

let laterMs = 0;
const realNow = Date.now.bind(Date);
/** A 429 is heeded for a second at least; the clock of n8n moves on instead of the test waiting. */
const n8nIsLater = (ms: number) => (laterMs += ms);
beforeEach(() => {
	laterMs = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + laterMs);
});

async function tell(steps: readonly Step[], isByJob: boolean, existing: number): Promise<void> {
	const setting = await setUpPolling();
	const { sandbox, clock } = setting;
	try {
		const [jobId] = sandbox.world.jobs.keys();
		for (let n = 0; n < existing; n++) perform(sandbox, { act: 'apply', a: n, b: n % 3 }, isByJob);
		// What happened within two minutes before is seen by the first look, and not told; that many would be too many for it.
		if (existing > 1000) clock.advance(3600);
		if (isByJob)
			setting.restart({ scope: 'job', jobId: { __rl: true, mode: 'id', value: String(jobId) } });
		const model = new Model(setting, isByJob ? jobId : null);
		await model.activate();
		for (const step of steps) await model.take(step);
		for (let polls = 0, quiet = 0; quiet < 2; polls++) {
			expect(polls).toBeLessThan(100);
			clock.advance(60);
			quiet = (await model.poll()) ? quiet + 1 : 0;
		}
		expect(model.emitted.filter((id, index) => model.emitted.indexOf(id) < index)).toEqual([]);
		const emitted = new Set(model.emitted);
		expect([...model.required].filter((id) => !emitted.has(id))).toEqual([]);
		expect(model.emitted.filter((id) => !model.allowed.has(id))).toEqual([]);
	} finally {
		await sandbox.close();
	}
}

test(`${RUNS} random histories: what the looks can show comes, each once`, async () => {
	recordLog();
	await fc.assert(
		fc.asyncProperty(
			fc.array(STEP, { minLength: 5, maxLength: 40, size: 'max' }),
			fc.boolean(),
			fc.nat(20),
			tell,
		),
		{ numRuns: RUNS, endOnFailure: true },
	);
});

test('histories of a company with thousands of applications', async () => {
	recordLog();
	await fc.assert(
		fc.asyncProperty(
			fc.array(STEP, { minLength: 5, maxLength: 20, size: 'max' }),
			fc.boolean(),
			fc.integer({ min: 2000, max: 4000 }),
			tell,
		),
		{ numRuns: Math.ceil(RUNS / 40), endOnFailure: true },
	);
});

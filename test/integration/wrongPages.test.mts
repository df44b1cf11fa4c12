/** One page of a list is wrong: nothing is lost by it, whoever reads. */
import type { Fault, HiresSandbox } from '../sandbox/hires/index.mts';
import { startHiresSandbox } from '../sandbox/hires/index.mts';
import { actionAt, applyTo } from './helpers/actionSetup.mts';
import { apply, setUpPolling } from './helpers/pollingSetup.mts';

jest.mock('../../nodes/HundredHires/transport/retry.ts', () => ({
	...jest.requireActual<object>('../../nodes/HundredHires/transport/retry.ts'),
	RETRY_PAUSES_MS: [1, 1, 1],
}));

type Page = Record<string, unknown> & {
	applications: unknown[];
	pagination: Record<string, unknown>;
};

const change = (changed: (page: Page) => object): Fault => ({
	rewrite: (body) => ({ ...(body as Page), ...changed(body as Page) }),
});

/** What comes in place of the second page, and whether a poll notices at once, or makes it good by itself. */
const WRONG: Array<[name: string, fault: Fault]> = [
	['not found', { status: 404 }],
	['an empty page', change(() => ({ applications: [] }))],
	['an empty page without pagination', { rewrite: () => ({ applications: [] }) }],
	[
		'a page of a list without pages',
		change(({ pagination }) => ({ pagination: { ...pagination, page_count: 0 } })),
	],
	['half a page', change(({ applications }) => ({ applications: applications.slice(0, 50) }))],
	['the first page again', { ignorePage: true }],
];

/** The second request for applications goes wrong, that many times. */
function spoil(sandbox: Pick<HiresSandbox, 'faults'>, fault: Fault, times: number): void {
	let count = 0;
	sandbox.faults.next(
		times,
		fault,
		({ path }: { path: string }) => path === '/applications' && ++count >= 2,
	);
}

test.each(WRONG)(
	'%s once: Return All has them all, or says that it has not',
	async (_name, fault) => {
		const sandbox = await startHiresSandbox();
		try {
			const ids = applyTo(sandbox, 250).map(({ id }) => id);
			spoil(sandbox, fault, 1);
			const reading = actionAt(sandbox)('application', 'getAll', { returnAll: true });
			const found = await reading.catch((error: Error) => error.message);
			if (typeof found === 'string') expect(found).toMatch(/^Could not list the applications/);
			else expect(found.map(({ json }) => Number(json.id)).sort()).toEqual([...ids].sort());
		} finally {
			await sandbox.close();
		}
	},
);

test.each(WRONG)('%s once: polling misses nothing and repeats nothing', async (_name, fault) => {
	const setting = await setUpPolling({ events: ['application.created'] });
	const { sandbox, clock } = setting;
	try {
		await setting.poll();
		clock.advance(60);
		const ids = Array.from({ length: 250 }, (_, n) => apply(sandbox, `ada${n}@example.test`).id);
		spoil(sandbox, fault, 1);
		const found: unknown[] = [];
		for (let poll = 0; poll < 4; poll++) {
			const events = await setting.node.poll().catch((error: Error) => {
				expect(error.message).toMatch(/^Could not list/);
				return [];
			});
			found.push(...events.map(({ applicationId }) => applicationId));
			clock.advance(60);
		}
		expect([...found].sort()).toEqual([...ids].sort());
	} finally {
		await sandbox.close();
	}
});

test('a list that ends in the middle for ever is said, and polls keep their place', async () => {
	const setting = await setUpPolling({ events: ['application.created'] });
	const { sandbox, clock } = setting;
	try {
		await setting.poll();
		const kept = JSON.stringify(setting.node.staticData());
		clock.advance(60);
		const ids = Array.from({ length: 150 }, (_, n) => apply(sandbox, `ada${n}@example.test`).id);
		const isSecond = (page: Page) => page.applications.length < 100;
		const truncate: Fault = {
			rewrite: (body) => (isSecond(body as Page) ? { applications: [] } : body),
		};
		sandbox.faults.always(truncate, ({ path }) => path === '/applications');
		const said = /^Could not list .*: 100Hires sends the same rows, or none/;
		const reading = actionAt(sandbox)('application', 'getAll', { returnAll: true });
		await expect(reading).rejects.toThrow(said);
		await expect(setting.node.poll()).rejects.toThrow(said);
		expect(JSON.stringify(setting.node.staticData())).toBe(kept);
		sandbox.faults.clear();
		const found = (await setting.node.poll()).map(({ applicationId }) => applicationId);
		expect([...found].sort()).toEqual([...ids].sort());
	} finally {
		await sandbox.close();
	}
});

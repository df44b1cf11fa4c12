/** Lists that change while they are read, and lists that never end. */
import * as fc from 'fast-check';
import { startHiresSandbox, type Fault, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
beforeEach(async () => {
	// Some lists come in pages without a word of it in the document, which the contract would refuse.
	sandbox = await startHiresSandbox({ enforceUnknownFields: false });
});
afterEach(async () => await sandbox.close());

type Body = Record<string, unknown> & { pagination?: Record<string, unknown> };

const run = async (...call: Parameters<ReturnType<typeof actionAt>>) =>
	(await actionAt(sandbox)(...call)).map(({ json }) => json);
const listAll = async (more = {}) =>
	(await run('application', 'getAll', { returnAll: true, ...more })).map(({ id }) => Number(id));

/** Something happens after the request of this number was answered. */
function afterRequest(number: number, act: () => void): void {
	let count = 0;
	const rewrite = (body: unknown) => {
		if (++count === number) act();
		return body;
	};
	sandbox.faults.always({ rewrite });
}

test('50 that are removed after the first page hide no others', async () => {
	const ids = applyTo(sandbox, 250).map(({ id }) => id);
	const newest = [...ids].reverse();
	afterRequest(1, () => newest.slice(0, 50).forEach((id) => sandbox.world.removeApplication(id)));
	const found = await listAll();
	expect(new Set(found).size).toBe(found.length);
	expect(found).toEqual(expect.arrayContaining(newest.slice(50)));
});

test('70 that join after the first page bring none twice', async () => {
	const ids = applyTo(sandbox, 250).map(({ id }) => id);
	afterRequest(1, () => applyMore(70));
	const found = await listAll();
	expect(new Set(found).size).toBe(found.length);
	expect(found).toEqual(expect.arrayContaining(ids));
});

test('Limit over 100 gives as many, each once', async () => {
	const ids = applyTo(sandbox, 250).map(({ id }) => id);
	afterRequest(1, () => applyMore(30));
	const found = await listAll({ returnAll: false, limit: 180 });
	expect([found.length, new Set(found).size]).toEqual([180, 180]);
	expect(found.filter((id) => !ids.includes(id))).toEqual([]);
});

let more = 0;
function applyMore(count: number): void {
	const [jobId] = sandbox.world.jobs.keys();
	for (let n = 0; n < count; n++)
		sandbox.world.apply({
			jobId,
			firstName: 'B',
			lastName: 'C',
			email: `more${more++}@example.com`,
		});
}

test('whatever joins or leaves between the requests: what was there all the time comes, once', async () => {
	applyTo(sandbox, 230);
	const changes = fc.array(
		fc.record({ joins: fc.nat(40), leaves: fc.array(fc.nat(), { maxLength: 40 }) }),
	);
	await fc.assert(
		fc.asyncProperty(changes, async (steps) => {
			const { world } = sandbox;
			while (world.applications.size < 230) applyMore(1);
			const gone = new Set<number>();
			const before = [...world.applications.keys()];
			let count = 0;
			sandbox.faults.always({
				rewrite: (body) => {
					const { joins = 0, leaves = [] } = steps[count++] ?? {};
					// One or the other: where as many join as leave, the API shows no difference.
					if (leaves.length === 0) applyMore(joins);
					for (const n of leaves) {
						const ids = [...world.applications.keys()];
						const id = ids[n % ids.length];
						gone.add(id);
						world.removeApplication(id);
					}
					return body;
				},
			});
			const found = await listAll();
			sandbox.faults.clear();
			expect(new Set(found).size).toBe(found.length);
			const stayed = before.filter((id) => !gone.has(id));
			expect(stayed.filter((id) => !found.includes(id))).toEqual([]);
		}),
		{ numRuns: 40 },
	);
});

/** An API that knows no page but the first, and tells of thousands. */
const endless: Fault = {
	ignorePage: true,
	rewrite: (body) => {
		const { pagination, ...rest } = body as Body;
		return { ...rest, pagination: { ...pagination, page_count: 9999, total_count: 999_900 } };
	},
};

test.each([
	['Return All', 'application', 'getAll', { returnAll: true }],
	['Return All of rows without IDs', 'candidate', 'getActivities', { returnAll: true }],
	['a list that comes whole', 'workflow', 'getAll', {}],
	['a list of texts', 'tag', 'getAll', {}],
	['Get Recent', 'event', 'getRecent', { since: '2020-01-01T00:00:00Z' }],
])(
	'%s ends with an error where every page is the same',
	async (_name, resource, operation, parameters) => {
		const [{ candidateId }] = applyTo(sandbox, 3);
		sandbox.world.tag(candidateId, ['Senior']);
		sandbox.faults.always(endless);
		const person = { __rl: true, mode: 'id', value: String(candidateId) };
		await expect(run(resource, operation, { candidateId: person, ...parameters })).rejects.toThrow(
			/^Could not .*(sends the same rows|not what the API promises)/,
		);
		expect(sandbox.requests.all().length).toBeLessThan(120);
	},
);

test.each([
	['tag', 'tags', ['Senior'], ['Junior']],
	['workflow', 'workflows', [{ id: 1, name: 'A' }], [{ id: 2, name: 'B' }]],
])(
	'a list of %ss that comes in pages all the same comes whole',
	async (resource, key, ...pages) => {
		let page = 0;
		const rewrite = () => ({ [key]: pages[page++], pagination: { page_count: 2 } });
		sandbox.faults.always({ rewrite });
		expect(await run(resource, 'getAll')).toHaveLength(2);
		expect(sandbox.requests.all().map(({ query }) => query.page ?? null)).toEqual([null, '2']);
	},
);

test('a list that says it has pages, and comes whole all the same, is taken as it is', async () => {
	const tags = Array.from({ length: 30 }, (_, n) => `Tag ${n}`);
	const pagination = { page: 1, page_size: 25, page_count: 2, total_count: 30 };
	sandbox.faults.always({ rewrite: () => ({ tags, pagination }) });
	expect(await run('tag', 'getAll')).toHaveLength(30);
});

import * as fc from 'fast-check';
import { ResumablePaginator } from '../../../nodes/HundredHires/transport/paginator.ts';
import type { Expectation } from '../../../nodes/HundredHires/transport/types.ts';

type Row = { id: number };

/** A list that something happens to between two requests. */
function listOf(rows: Row[], change: (rows: Row[], request: number) => void = () => undefined) {
	let requests = 0;
	const get = async ({ qs }: { qs?: Record<string, unknown> }) => {
		change(rows, requests++);
		const [page, size] = [Number(qs?.page), Number(qs?.size)];
		return {
			status: 200,
			headers: {},
			body: {
				rows: rows.slice((page - 1) * size, page * size),
				pagination: { page_count: Math.ceil(rows.length / size), total_count: rows.length },
			},
		};
	};
	const expect: Expectation = { kind: 'list', key: 'rows' };
	return { get, list: { key: 'rows', request: { path: '/rows', task: 'list rows', expect } } };
}

const numbers = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));

async function readAll(paginator: ResumablePaginator, most = Infinity): Promise<number[]> {
	const seen: number[] = [];
	while (!paginator.isDone) {
		const rows = (await paginator.next()) ?? [];
		for (const row of rows) {
			if (seen.length >= most) return seen;
			seen.push(Number(row.id));
			paginator.pass(row);
		}
	}
	return seen;
}

test('every row once, a hundred at a time', async () => {
	const { get, list } = listOf(numbers(250));
	const paginator = new ResumablePaginator(get, list);
	expect(await readAll(paginator)).toEqual(numbers(250).map(({ id }) => id));
	expect(paginator.pages).toBe(3);
});

test('an empty list takes one request', async () => {
	const { get, list } = listOf([]);
	const paginator = new ResumablePaginator(get, list);
	expect([await readAll(paginator), paginator.pages]).toEqual([[], 1]);
});

test('goes on where another one stopped, though rows came and went before that place', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 450 }),
			fc.integer({ min: 0, max: 250 }),
			fc.integer({ min: 0, max: 90 }),
			fc.nat(),
			async (most, joining, leaving, where) => {
				const rows = numbers(500);
				const first = new ResumablePaginator(listOf(rows).get, listOf(rows).list);
				const seen = await readAll(first, most);
				const position = JSON.parse(JSON.stringify(first.position())) as ReturnType<
					typeof first.position
				>;
				// Of the rows before the place some go, and others join there.
				const removed = rows.splice(where % most, Math.min(leaving, most - (where % most)));
				const joined = Array.from({ length: joining }, (_, n) => ({ id: 1000 + n }));
				rows.splice(where % Math.max(1, most - removed.length), 0, ...joined);
				const { get, list } = listOf(rows);
				const rest = await readAll(new ResumablePaginator(get, list, position));
				const old = rest.filter((id) => id < 1000);
				// Where all the rows read last are gone, some may come twice; none is left out.
				const expected = numbers(500).slice(most);
				expect(old.slice(-expected.length)).toEqual(expected.map(({ id }) => id));
				if (leaving < Math.min(100, most)) expect(old).toHaveLength(expected.length);
				expect(seen).toHaveLength(most);
			},
		),
		{ numRuns: 300 },
	);
});

test('a row that is removed between two requests draws no other one out of sight', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.record({ request: fc.nat(6), index: fc.nat(499) }), { maxLength: 30 }),
			async (removals) => {
				const rows = numbers(500);
				const removed = new Set<number>();
				const { get, list } = listOf(rows, (now, request) => {
					for (const removal of removals)
						if (removal.request === request)
							for (const row of now.splice(removal.index % now.length, 1)) removed.add(row.id);
				});
				const seen = await readAll(new ResumablePaginator(get, list));
				const missing = numbers(500).filter(({ id }) => !removed.has(id) && !seen.includes(id));
				expect(missing).toEqual([]);
				expect(new Set(seen).size).toBe(seen.length);
			},
		),
		{ numRuns: 300 },
	);
});

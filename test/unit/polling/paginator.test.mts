import * as fc from 'fast-check';
import { Walk } from '../../../nodes/HundredHires/polling/paginator.ts';

type Row = { id: number };

/** A list that something happens to between two requests. */
function listOf(rows: Row[], change: (rows: Row[], request: number) => void = () => undefined) {
	let requests = 0;
	const ask = async ({ qs }: { qs?: Record<string, unknown> }) => {
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
	return { ask, list: { key: 'rows', question: { path: '/rows', task: 'list rows' } } };
}

const numbers = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));

async function walkAll(walk: Walk, most = Infinity): Promise<number[]> {
	const seen: number[] = [];
	while (!walk.isDone) {
		const rows = (await walk.next()) ?? [];
		for (const row of rows) {
			if (seen.length >= most) return seen;
			seen.push(Number(row.id));
			walk.pass(row);
		}
	}
	return seen;
}

test('every row once, a hundred at a time', async () => {
	const { ask, list } = listOf(numbers(250));
	const walk = new Walk(ask, list);
	expect(await walkAll(walk)).toEqual(numbers(250).map(({ id }) => id));
	expect(walk.pages).toBe(3);
});

test('an empty list takes one request', async () => {
	const { ask, list } = listOf([]);
	const walk = new Walk(ask, list);
	expect([await walkAll(walk), walk.pages]).toEqual([[], 1]);
});

test('goes on where another walk stopped, though rows came and went before that place', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 450 }),
			fc.integer({ min: 0, max: 250 }),
			fc.integer({ min: 0, max: 90 }),
			fc.nat(),
			async (most, joining, leaving, where) => {
				const rows = numbers(500);
				const first = new Walk(listOf(rows).ask, listOf(rows).list);
				const seen = await walkAll(first, most);
				const position = JSON.parse(JSON.stringify(first.position())) as ReturnType<
					typeof first.position
				>;
				// Of the rows before the place some go, and others join there.
				const removed = rows.splice(where % most, Math.min(leaving, most - (where % most)));
				const joined = Array.from({ length: joining }, (_, n) => ({ id: 1000 + n }));
				rows.splice(where % Math.max(1, most - removed.length), 0, ...joined);
				const { ask, list } = listOf(rows);
				const rest = await walkAll(new Walk(ask, list, position));
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
				const { ask, list } = listOf(rows, (now, request) => {
					for (const removal of removals)
						if (removal.request === request)
							for (const row of now.splice(removal.index % now.length, 1)) removed.add(row.id);
				});
				const seen = await walkAll(new Walk(ask, list));
				const missing = numbers(500).filter(({ id }) => !removed.has(id) && !seen.includes(id));
				expect(missing).toEqual([]);
				expect(new Set(seen).size).toBe(seen.length);
			},
		),
		{ numRuns: 300 },
	);
});

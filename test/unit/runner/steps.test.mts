import fc from 'fast-check';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import type { Batch } from '../../../nodes/HundredHires/resources/types.ts';
import type { Prepared } from '../../../nodes/HundredHires/runner/parameters.ts';
import { planSteps, type Step } from '../../../nodes/HundredHires/runner/steps.ts';

const BATCHES = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations.flatMap(({ value, batch }) =>
		batch ? [[`${resource} ${value}`, batch] as const] : [],
	),
);

const MOST = 100;

/** What one item asks for: an alias cannot be in a batch, nor can a field that only the single request knows. */
interface Wish {
	id: number | string;
	value: string;
	isAlone: boolean;
}

function prepare(batch: Batch, wishes: readonly Wish[]): Prepared[] {
	const only = batch.by === 'ids' ? batch.unless?.[0] : undefined;
	return wishes.map(({ id, value, isAlone }, item) => ({
		item,
		values: {
			path: { [batch.id]: id },
			query: {},
			body: { value, ...(isAlone && only !== undefined && { [only]: true }) },
			header: {},
		},
	}));
}

const listItems = (step: Step) => ('group' in step ? step.group : [step.alone]);
const idOf = (batch: Batch, { values }: Prepared) => values.path[batch.id];

const aWish = (mostIds: number) =>
	fc.record({
		id: fc.oneof(
			{ weight: 20, arbitrary: fc.integer({ min: 1, max: mostIds }) },
			{ weight: 1, arbitrary: fc.constant('ada') },
		),
		value: fc.constantFrom('11', '12'),
		isAlone: fc.constantFrom(...Array<boolean>(19).fill(false), true),
	});

/** Few candidates who are asked for again and again, or many, so that groups fill up. */
const someWishes = fc.oneof(
	fc.array(aWish(4), { maxLength: 30 }),
	fc.array(aWish(100_000), { minLength: 90, maxLength: 350, size: 'max' }),
);

test.each(BATCHES)('%s: what is asked for one ID is done in its order', (_name, batch) => {
	fc.assert(
		fc.property(someWishes, (wishes) => {
			const prepared = prepare(batch, wishes);
			const steps = planSteps(batch, prepared);
			const inOrder = steps.flatMap(listItems);
			// Each item once, and nothing else.
			expect(inOrder.map(({ item }) => item).sort((a, b) => a - b)).toEqual(
				prepared.map(({ item }) => item),
			);
			for (const id of new Set(wishes.map((wish) => wish.id))) {
				const valuesOf = (list: readonly Prepared[]) =>
					list.filter((each) => idOf(batch, each) === id).map(({ values }) => values.body);
				expect(valuesOf(inOrder)).toEqual(valuesOf(prepared));
			}
			let before = 0;
			for (const step of steps) {
				const items = listItems(step).map(({ item }) => item);
				// All that stood before an item that goes alone is done before it, and nothing else.
				if ('alone' in step && prepared.length > 1) expect(items).toEqual([before]);
				before += items.length;
				if (!('group' in step)) continue;
				expect(step.group.length).toBeLessThanOrEqual(MOST);
				for (const each of step.group) expect(typeof idOf(batch, each)).toBe('number');
				if (batch.by === 'ids')
					expect(new Set(step.group.map(({ values }) => values.body.value)).size).toBe(1);
			}
		}),
	);
});

const shapeOf = (batch: Batch, wishes: Wish[]) =>
	planSteps(batch, prepare(batch, wishes)).map((step) =>
		'group' in step ? step.group.map(({ item }) => item) : step.alone.item,
	);
const wish = (id: number | string, value: string, isAlone = false): Wish => ({
	id,
	value,
	isAlone,
});

const IDS = BATCHES.filter(([, batch]) => batch.by === 'ids');

test.each(IDS)('%s: groups stay open as long as that changes nothing', (_name, batch) => {
	expect(shapeOf(batch, [wish(1, '11'), wish(2, '12'), wish(3, '11'), wish(4, '12')])).toEqual([
		[0, 2],
		[1, 3],
	]);
	expect(shapeOf(batch, [wish(1, '11'), wish(1, '12'), wish(1, '11')])).toEqual([[0], [1], [2]]);
	expect(shapeOf(batch, [wish(1, '11'), wish(1, '11'), wish(2, '11')])).toEqual([[0, 1, 2]]);
	expect(shapeOf(batch, [wish(1, '11'), wish('ada', '11'), wish(2, '11')])).toEqual([[0], 1, [2]]);
});

test.each(BATCHES)('%s: 250 items are three requests, and one is what suits it', (_name, batch) => {
	const many = Array.from({ length: 250 }, (_, index) => wish(index, '11'));
	expect(planSteps(batch, prepare(batch, many)).map((step) => listItems(step).length)).toEqual([
		100, 100, 50,
	]);
	const isAlways = batch.by === 'ids' && batch.always === true;
	expect(shapeOf(batch, [wish(1, '11')])).toEqual(isAlways ? [[0]] : [0]);
	expect(planSteps(batch, [])).toEqual([]);
});

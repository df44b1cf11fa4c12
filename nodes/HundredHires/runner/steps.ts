import type { Batch } from '../resources/types';
import type { Prepared, Values } from './parameters';

/** Most that the API takes at once (100Hires OpenAPI 2.0.0). */
const BATCH_SIZE = 100;

/** Items that go in one request, or an item by itself. */
export type Step = { group: Prepared[] } | { alone: Prepared };

/**
 * Whether an item can go with others: batches take numbers only, not the aliases that single
 * requests take, and know fewer fields.
 */
function fitsBatch(batch: Batch, { path, query, body }: Values): boolean {
	const alone = batch.by === 'ids' ? (batch.unless ?? []) : [];
	return typeof path[batch.id] === 'number' && !alone.some((name) => name in body || name in query);
}

/** What has to be the same in all items of a request. */
function describeShared(batch: Batch, { path, query, body }: Values): string {
	return batch.by === 'bodies'
		? JSON.stringify(query)
		: JSON.stringify([{ ...path, [batch.id]: null }, query, body]);
}

/**
 * Plans few requests that have the same effect as one for each item, in the order of the items.
 * Items of other values may overtake each other as long as they are about other records. An item
 * that goes alone may be about any record, by an alias, so that nothing overtakes it.
 */
export function planSteps(batch: Batch, prepared: readonly Prepared[]): Step[] {
	const isAlways = batch.by === 'ids' && batch.always === true;
	if (prepared.length === 1 && !isAlways) return [{ alone: prepared[0] }];
	const steps: Step[] = [];
	const open = new Map<string, Prepared[]>();
	/** In which of the open groups an ID is. */
	const places = new Map<unknown, string>();
	const close = (shared: string) => {
		const group = open.get(shared) ?? [];
		open.delete(shared);
		for (const { values } of group) places.delete(values.path[batch.id]);
		steps.push({ group });
	};
	const closeAll = () => [...open.keys()].forEach(close);
	for (const each of prepared) {
		if (!fitsBatch(batch, each.values)) {
			closeAll();
			steps.push({ alone: each });
			continue;
		}
		const id = each.values.path[batch.id];
		const shared = describeShared(batch, each.values);
		if ((places.get(id) ?? shared) !== shared) closeAll();
		const group = open.get(shared) ?? [];
		group.push(each);
		open.set(shared, group);
		places.set(id, shared);
		if (group.length >= BATCH_SIZE) close(shared);
	}
	closeAll();
	return steps;
}

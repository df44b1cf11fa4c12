/**
 * n8n's Retry On Fail. As n8n-core 2.41.1 does it (`workflow-execute.js`, the loop over `tryIndex`):
 * it calls `execute()` again on all items, after it threw, and also where it returned and the first
 * item that came out has `json.error`, as with On Error = Continue. Each try gets the same
 * `runExecutionData` and the same `runIndex`, which were there before the loop; when a loop in the
 * flow comes to the node again, the run before has been recorded, and the run index is another.
 *
 * So an item that was done in a run is not done again in that run. `getContext('node')` gives an
 * object of `runExecutionData`, the same one in all tries, which is only the key here: nothing is
 * written into it, as n8n would save it. All is forgotten with the execution, or as soon as the run
 * has succeeded.
 */
import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Operation, Row } from '../resources/types';
import type { Prepared } from './parameters';

interface DoneBefore {
	/** Of what the item asked for. */
	digest: string;
	rows: Row[];
}

/** What was done in a run of the node, for its next try. */
export interface Tries {
	/** What came of the item in a try before; `undefined` where it was not done so. */
	recall(prepared: Prepared): Row[] | undefined;
	remember(prepared: Prepared, rows: Row[]): void;
	/** To be called when all items are done. */
	forget(): void;
}

/** The last run of each node in each execution: n8n tries none that is further back. */
const runs = new WeakMap<object, { name: string; done: Map<number, DoneBefore> }>();

const NOTHING: Tries = { recall: () => undefined, remember: () => {}, forget: () => {} };

/**
 * The object that stays the same in all tries; `null` in executions that have none, such as those in
 * which n8n's agents run a node by itself (`createEmptyRunExecutionData`), without any retry.
 */
function findKey(context: IExecuteFunctions): object | null {
	try {
		return context.getContext('node');
	} catch {
		return null;
	}
}

/** A digest of what an item asks for, which may hold a file. */
function digestItem({ method, path }: Operation, { values }: Prepared): string {
	return createHash('sha256')
		.update(JSON.stringify([method, path, values]))
		.digest('base64');
}

/** Looks up the tries of this run; nothing is remembered of what only reads. */
export function openTries(context: IExecuteFunctions, operation: Operation): Tries {
	const { method = 'GET' } = operation;
	const key = method === 'GET' ? null : findKey(context);
	if (key === null) return NOTHING;
	const run = context.getWorkflowDataProxy(0).$runIndex;
	const chosen = ['resource', 'operation'].map((each) => context.getNodeParameter(each, 0));
	const name = JSON.stringify([run, ...chosen]);
	const last = runs.get(key);
	const { done } = last?.name === name ? last : { done: new Map<number, DoneBefore>() };
	return {
		recall: (prepared) => {
			const before = done.get(prepared.item);
			const isSame = before !== undefined && before.digest === digestItem(operation, prepared);
			return isSame ? before.rows : undefined;
		},
		remember: (prepared, rows) => {
			done.set(prepared.item, { digest: digestItem(operation, prepared), rows });
			runs.set(key, { name, done });
		},
		forget: () => void runs.delete(key),
	};
}

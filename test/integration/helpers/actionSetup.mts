import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node.ts';
import { runAction, type ActionSetup } from '../../harness/action.mts';
import type { HiresSandbox } from '../../sandbox/hires/index.mts';

const node = new HundredHires();

/** A resource locator in the mode By ID; takes expressions too. */
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });

/** What may be said of a run besides its parameters. */
export type More = Pick<
	ActionSetup,
	'items' | 'continueOnFail' | 'execution' | 'runIndex' | 'signal' | 'hints'
>;

/** The action node at a sandbox: does one operation on all items, and gives the items that come out. */
export const actionAt =
	(sandbox: Pick<HiresSandbox, 'apiKey' | 'baseUrl'>) =>
	async (
		resource: string,
		operation: string,
		parameters: IDataObject = {},
		more: More = {},
	): Promise<INodeExecutionData[]> =>
		await runAction(node, {
			credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl },
			parameters: { resource, operation, ...parameters },
			...more,
		});

/** Items with these IDs, for `={{ $json.id }}`. */
export const itemsWith = (ids: readonly unknown[]): INodeExecutionData[] =>
	ids.map((id) => ({ json: { id } as IDataObject }));

export const ITEM_ID = byId('={{ $json.id }}');

/** So many people who applied for the sandbox's first job. */
export function applyTo({ world }: HiresSandbox, count: number) {
	const [job] = world.jobs.values();
	return Array.from({ length: count }, (_, n) =>
		world.apply({
			jobId: job.id,
			firstName: 'Ada',
			lastName: `Nr ${n}`,
			email: `ada${n}@example.test`,
		}),
	);
}

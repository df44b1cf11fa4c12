/**
 * n8n-core's own `PollContext` around the polling trigger, without a running n8n: static data is kept as n8n keeps it, and HTTP goes
 * out for real.
 */
import type { IDataObject, INode, INodeExecutionData, INodeType } from 'n8n-workflow';
import { core, instanceData, workflows, type TriggerSetup } from './contexts.mts';

export interface PollingSetup {
	credential: TriggerSetup['credential'];
	parameters?: IDataObject;
	/** What n8n would have in its database. */
	staticData?: IDataObject;
	/** Tells nodes apart. */
	nodeId?: string;
	/** How long n8n lets a poll take, milliseconds; its five minutes by default. */
	budgetMs?: number;
}

export const POLLING_TRIGGER = '100Hires Polling Trigger';

/** A workflow with the polling trigger in it, as n8n holds it in memory while it is active. */
export function polling(nodeType: INodeType, setup: PollingSetup) {
	const { PollContext } = core();
	const { Workflow } = workflows();
	const node: INode = {
		id: setup.nodeId ?? 'polling-node',
		name: POLLING_TRIGGER,
		type: 'n8n-nodes-100hires.hundredHiresPollingTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { events: ['*'], ...setup.parameters } as INode['parameters'],
		credentials: { hundredHiresApi: { id: '1', name: '100Hires' } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		name: 'Test',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		staticData: structuredClone(setup.staticData ?? {}),
		settings: { timezone: 'UTC' },
	});
	type Additional = ConstructorParameters<typeof PollContext>[2];
	const extra = instanceData(setup.credential) as unknown as Additional;
	const { budgetMs } = setup;
	const context = (mode: 'trigger' | 'manual') =>
		new PollContext(
			workflow,
			node,
			extra,
			mode,
			mode === 'manual' ? 'manual' : 'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			budgetMs === undefined ? undefined : () => budgetMs,
		);
	const run = async (mode: 'trigger' | 'manual'): Promise<INodeExecutionData[][] | null> =>
		await nodeType.poll!.call(context(mode));
	const eventsIn = (outputs: INodeExecutionData[][] | null) =>
		(outputs ?? []).flat().map(({ json }) => json);
	return {
		/** One poll, as n8n makes one at its time. */
		outputs: async () => await run('trigger'),
		/** The events of one poll, whatever output they are on. */
		poll: async () => eventsIn(await run('trigger')),
		/** What 'Fetch Test Event' shows. */
		fetchTestEvents: async () => eventsIn(await run('manual')),
		fetchTestOutputs: async () => await run('manual'),
		/** What n8n would save: the static data after a round trip through its database. */
		staticData: () => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject,
	};
}

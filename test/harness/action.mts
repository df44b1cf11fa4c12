/**
 * n8n-core's own `ExecuteContext` around the action node, without a running n8n: parameters are read as n8n reads them, resource
 * locators and expressions included, and HTTP goes out for real.
 */
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRunExecutionData,
} from 'n8n-workflow';
import { core, instanceData, workflows, type TriggerSetup } from './contexts.mts';

export interface ActionSetup {
	credential: TriggerSetup['credential'];
	/** `resource`, `operation` and whatever else is filled in. */
	parameters: IDataObject;
	/** What comes into the node; a single empty item by default. */
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	/** Stops the execution, as a user can. */
	signal?: AbortSignal;
	/** Takes the hints that the node leaves in n8n's editor. */
	hints?: string[];
	/** The execution that the node runs in, for more than one try or run in it; default: one of its own. */
	execution?: IRunExecutionData;
	/** How many times the node ran in it before; a try again is no run of its own. */
	runIndex?: number;
}

/** An execution in which a node can run several times. */
export const createExecution = (): IRunExecutionData => workflows().createRunExecutionData();

/** Fills in the defaults that the editor would have saved, as n8n does when it loads a workflow. */
function withDefaults(nodeType: INodeType, node: INode): INode {
	const { NodeHelpers } = workflows();
	const parameters = NodeHelpers.getNodeParameters(
		nodeType.description.properties,
		node.parameters,
		true,
		false,
		node,
		nodeType.description,
	);
	return { ...node, parameters: parameters ?? {} };
}

/**
 * Runs the node once on all items.
 *
 * @returns The items of its output
 * @throws What the node throws
 */
export async function runAction(nodeType: INodeType, setup: ActionSetup) {
	const { ExecuteContext } = core();
	const { Workflow } = workflows();
	const {
		items = [{ json: {} }],
		continueOnFail = false,
		execution = createExecution(),
		runIndex = 0,
	} = setup;
	const node = withDefaults(nodeType, {
		id: 'node-1',
		name: '100Hires',
		type: 'n8n-nodes-100hires.hundredHires',
		typeVersion: 1,
		position: [0, 0],
		parameters: setup.parameters as INode['parameters'],
		credentials: { hundredHiresApi: { id: '1', name: '100Hires' } },
		...(continueOnFail && { onError: 'continueRegularOutput' as const }),
	});
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
		active: false,
		nodeTypes,
		settings: { timezone: 'UTC' },
	});
	type Additional = ConstructorParameters<typeof ExecuteContext>[2];
	const input = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		instanceData(setup.credential) as unknown as Additional,
		'manual',
		execution,
		runIndex,
		items,
		input,
		{ node, data: input, source: null },
		[],
		setup.signal,
	);
	context.addExecutionHints = (...hints) =>
		void setup.hints?.push(...hints.map(({ message }) => message));
	const [output] = (await nodeType.execute!.call(context)) as INodeExecutionData[][];
	return output;
}

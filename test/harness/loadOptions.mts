/** n8n-core's own `LoadOptionsContext` around a node, as the editor makes one for its pick-lists. HTTP goes out for real. */
import type { IDataObject, ILoadOptionsFunctions, INode, INodeType } from 'n8n-workflow';
import { core, instanceData, workflows, type TriggerSetup } from './contexts.mts';

/** The context in which the editor loads a list for the parameter at `path`, with what is filled in so far. */
export function loadOptionsContext(
	nodeType: INodeType,
	credential: TriggerSetup['credential'],
	path = 'list',
	parameters: IDataObject = {},
): ILoadOptionsFunctions {
	const { LoadOptionsContext } = core();
	const { Workflow } = workflows();
	const node: INode = {
		id: 'node-1',
		name: '100Hires',
		type: 'n8n-nodes-100hires.hundredHires',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { hundredHiresApi: { id: '1', name: '100Hires' } },
	};
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const data = { ...instanceData(credential), currentNodeParameters: parameters } as unknown;
	const context = new LoadOptionsContext(workflow, node, data as never, path);
	return context as unknown as ILoadOptionsFunctions;
}

import type { IDataObject } from 'n8n-workflow';
import { HundredHiresPollingTrigger } from '../../../nodes/HundredHires/HundredHiresPollingTrigger.node.ts';
import { polling, type PollingSetup } from '../../harness/polling.mts';
import {
	ManualClock,
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../sandbox/hires/index.mts';

/** Long before the computer's own time, as n8n's clock may be ahead of 100Hires' but is taken at its word when it is behind. */
const START = 1_700_000_000;

let nodes = 0;

const reloaded = () =>
	(
		require('../../../nodes/HundredHires/HundredHiresPollingTrigger.node.ts') as typeof import('../../../nodes/HundredHires/HundredHiresPollingTrigger.node.ts')
	).HundredHiresPollingTrigger;

/** A stand-in of 100Hires and a polling trigger that looks at it. */
export class PolledAccount {
	readonly nodeId = `polling-node-${nodes++}`;

	private staticData: IDataObject = {};

	/** What n8n holds in memory while the workflow is active. */
	node: ReturnType<typeof polling>;

	readonly sandbox: HiresSandbox;

	readonly clock: ManualClock;

	private parameters: IDataObject;

	private readonly more: Partial<PollingSetup>;

	constructor(
		sandbox: HiresSandbox,
		clock: ManualClock,
		parameters: IDataObject,
		more: Partial<PollingSetup>,
	) {
		this.sandbox = sandbox;
		this.clock = clock;
		this.parameters = parameters;
		this.more = more;
		this.node = this.restart();
	}

	/**
	 * n8n starts anew.
	 *
	 * @param parameters Those of a new version
	 * @param saved What it has in its database; by default all that the node kept
	 * @param isNewProcess Loads the node's code anew; within `jest.isolateModules`
	 */
	restart(parameters?: IDataObject, saved?: IDataObject, isNewProcess = false) {
		this.parameters = parameters ?? this.parameters;
		this.staticData = saved ?? this.node?.staticData() ?? {};
		const { apiKey, baseUrl } = this.sandbox;
		const NodeType = isNewProcess ? reloaded() : HundredHiresPollingTrigger;
		this.node = polling(new NodeType(), {
			credential: { apiKey, baseUrl },
			parameters: this.parameters,
			staticData: this.staticData,
			nodeId: this.nodeId,
			...this.more,
		});
		return this.node;
	}

	/** The events of one poll, and how many requests it took. */
	async poll() {
		this.sandbox.requests.clear();
		const events = await this.node.poll();
		return { events, requests: this.sandbox.requests.all().length };
	}

	/** Names of the events of one poll. */
	async names() {
		return (await this.poll()).events.map(({ event }) => event);
	}
}

export async function setUpPolling(
	parameters: IDataObject = {},
	options: HiresSandboxOptions = {},
	more: Partial<PollingSetup> = {},
): Promise<PolledAccount> {
	const clock = new ManualClock(START);
	const sandbox = await startHiresSandbox({ clock, ...options });
	return new PolledAccount(sandbox, clock, parameters, more);
}

/** Someone applies for the first job. */
export function apply({ world }: HiresSandbox, email: string, jobIndex = 0) {
	const jobId = [...world.jobs.keys()][jobIndex];
	return world.apply({ jobId, firstName: 'Ada', lastName: 'Byron', email, phone: '+15550100' });
}

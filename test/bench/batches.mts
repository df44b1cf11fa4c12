import { flow, runFlow } from '../harness/webhookFlow.mts';
import { startN8n } from '../harness/n8n.mts';
import { populate, startHiresSandbox } from '../sandbox/hires/index.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { table } from '../../scripts/generated/pages.mjs';

const ITEMS = 1000;

const ITEM_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

async function run({ tell, atEnd }: Settings): Promise<string> {
	const sandbox = await startHiresSandbox();
	atEnd(sandbox.close);
	const n8n = await startN8n();
	atEnd(n8n.remove);
	const id = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: sandbox.baseUrl,
	});
	const credentials = { hundredHiresApi: { id, name: '100Hires' } };
	const applications = populate(sandbox.world, {
		count: ITEMS,
		jobId: [...sandbox.world.jobs.keys()][0],
	});
	const [, stage] = sandbox.world.stagesOf(applications[0].jobId);

	/** How many requests it takes to do something with every item, and whether each item got its result. */
	const count = async (node: Record<string, unknown>, ids: readonly number[]) => {
		const items = {
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		};
		const act = { name: 'Act', ...node, credentials };
		sandbox.requests.clear();
		const body = { items: ids.map((each) => ({ id: each })) };
		const { answer, execution } = await runFlow(n8n, flow([items, act]), body);
		if (execution.error) throw new Error(execution.error);
		const results = Array.isArray(answer) ? answer.length : 0;
		return { requests: sandbox.requests.all().length, results };
	};
	const hires = (parameters: Record<string, unknown>) => ({
		type: 'n8n-nodes-100hires.hundredHires',
		parameters,
	});
	const post = (path: string, body: string) => ({
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url: `=${sandbox.baseUrl}${path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'hundredHiresApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: body,
			options: {},
		},
	});
	const applicationIds = applications.map((each) => each.id);
	const candidateIds = applications.map((each) => each.candidateId);
	const cases = [
		{
			name: 'Add tags to candidates',
			ids: candidateIds,
			ours: { resource: 'tag', operation: 'add', candidateId: ITEM_ID, tags: ['bench'] },
			theirs: post('/candidates/{{ $json.id }}/tags', '{ "tags": ["bench"] }'),
		},
		{
			name: 'Move applications',
			ids: applicationIds,
			ours: {
				resource: 'application',
				operation: 'move',
				applicationId: ITEM_ID,
				stageId: { __rl: true, mode: 'id', value: String(stage.id) },
			},
			theirs: post('/applications/{{ $json.id }}/move', `{ "stage_id": ${stage.id} }`),
		},
		{
			name: 'Reject applications',
			ids: applicationIds,
			ours: { resource: 'application', operation: 'reject', applicationId: ITEM_ID },
			theirs: post('/applications/{{ $json.id }}/reject', '{}'),
		},
	];
	const rows: string[][] = [];
	for (const { name, ids, ours, theirs } of cases) {
		tell(`batches: ${name}`);
		const own = await count(hires(ours), ids);
		const other = await count(theirs, ids);
		if (own.results < ITEMS && name !== 'Add tags to candidates')
			throw new Error(`${name}: ${own.results} results for ${ITEMS} items.`);
		const fewer = `${(other.requests / own.requests).toFixed(0)} times fewer`;
		rows.push([name, String(own.requests), String(other.requests), fewer]);
	}
	return table(['1,000 items', '100Hires node, requests', 'HTTP Request node, requests', ''], rows);
}

/** How many requests of the API it takes to do the same with 1,000 items. */
export const batches: Benchmark = { name: 'batches', run };

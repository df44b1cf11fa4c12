import { readFileSync, writeFileSync } from 'node:fs';
import { flow, openFlow, type OpenFlow } from '../harness/webhookFlow.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { populate, startHiresSandbox, type HiresSandbox } from '../sandbox/hires/index.mts';
import type { Benchmark, Settings } from './benchmark.mts';
import { table } from '../../scripts/generated/pages.mjs';
import { orderOf, rounds } from './rounds.mts';
import { ratio, show, spread } from './statistics.mts';

const CANDIDATES = 10_000;

/** /proc counts in KiB. */
const KIB_PER_MIB = 1024;

interface Figures {
	/** From the call of the flow to its answer, milliseconds. */
	time: number;
	/** By how much n8n's memory rose at most, MiB. */
	memory: number;
	/** Requests that reached the API. */
	requests: number;
}

interface Peer {
	name: string;
	flow: OpenFlow;
}

/** Memory of a process that is resident now, and at most since the peak was reset, MiB (Linux, proc(5)). */
function memoryOf(pid: number) {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const read = (name: string) =>
		Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / KIB_PER_MIB;
	return { now: read('VmRSS'), peak: read('VmHWM') };
}

const resetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

const FIRST = { name: 'First', type: 'n8n-nodes-base.limit', parameters: { maxItems: 1 } };

/** n8n's own way to read a list: the HTTP Request node with its pagination, and Split Out for the rows. */
const httpRequest = (sandbox: HiresSandbox, credentials: object) => [
	{
		name: 'List',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: `${sandbox.baseUrl}/candidates`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'hundredHiresApi',
			sendQuery: true,
			queryParameters: { parameters: [{ name: 'size', value: '100' }] },
			options: {
				pagination: {
					pagination: {
						parameters: {
							parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
						},
						paginationCompleteWhen: 'other',
						completeExpression:
							'={{ $response.body.pagination.page >= $response.body.pagination.page_count }}',
					},
				},
			},
		},
		credentials,
	},
	{
		name: 'Rows',
		type: 'n8n-nodes-base.splitOut',
		parameters: { fieldToSplitOut: 'candidates', options: {} },
	},
];

const hires = (simplify: boolean, credentials: object) => [
	{
		name: 'List',
		type: 'n8n-nodes-100hires.hundredHires',
		parameters: { resource: 'candidate', operation: 'getAll', returnAll: true, simplify },
		credentials,
	},
];

async function measure(n8n: N8n, sandbox: HiresSandbox, { name, flow: own }: Peer) {
	sandbox.requests.clear();
	resetPeak(n8n.pid);
	const before = memoryOf(n8n.pid).now;
	const begin = performance.now();
	const { status, answer } = await own.call();
	const time = performance.now() - begin;
	if (status !== 200 || typeof (answer as Array<{ id?: unknown }>)[0]?.id !== 'number')
		throw new Error(`${name} answered ${status}: ${JSON.stringify(answer).slice(0, 300)}`);
	const memory = memoryOf(n8n.pid).peak - before;
	return { time, memory, requests: sandbox.requests.all().length };
}

async function run({ rounds: count, tell, atEnd }: Settings): Promise<string> {
	const sandbox = await startHiresSandbox();
	atEnd(sandbox.close);
	populate(sandbox.world, { count: CANDIDATES });
	const n8n = await startN8n();
	atEnd(n8n.remove);
	const id = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: sandbox.baseUrl,
	});
	const credentials = { hundredHiresApi: { id, name: '100Hires' } };
	// What is saved of an execution is the same for all, and no part of the reading.
	const settings = { saveDataSuccessExecution: 'none' };
	const open = async (name: string, nodes: Parameters<typeof flow>[0]): Promise<Peer> => ({
		name,
		flow: await openFlow(n8n, flow([...nodes, FIRST]), settings),
	});
	const peers = [
		await open('HTTP Request, then Split Out', httpRequest(sandbox, credentials)),
		await open('100Hires, Simplify off', hires(false, credentials)),
		await open('100Hires, Simplify on', hires(true, credentials)),
	];
	const found = await rounds(count, async (round) => {
		tell(`listing: round ${round || 'to warm up'} begins`);
		const figures = new Map<string, Figures>();
		for (const peer of orderOf(peers, round))
			figures.set(peer.name, await measure(n8n, sandbox, peer));
		return figures;
	});
	const series = (name: string, figure: keyof Figures) =>
		found.map((round) => round.get(name)?.[figure] ?? NaN);
	const [theirs] = peers;
	return table(
		['10,000 candidates by', 'time, ratio', 'time, ms', 'rise of memory, ratio', 'requests'],
		peers.map(({ name }) => [
			name,
			show(ratio(series(name, 'time'), series(theirs.name, 'time'))),
			show(spread(series(name, 'time')), 0),
			show(ratio(series(name, 'memory'), series(theirs.name, 'memory'))),
			show(spread(series(name, 'requests')), 0),
		]),
	);
}

/** Reading a long list with Return All, against n8n's own HTTP Request node in the same n8n on the same sandbox. */
export const listing: Benchmark = { name: 'listing', run };

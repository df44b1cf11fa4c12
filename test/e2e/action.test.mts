import { flow, runFlow } from '../harness/webhookFlow.mts';
import { startGateway } from '../harness/gateway.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { startHiresSandbox, type HiresSandbox } from '../sandbox/hires/index.mts';
import { startModel } from '../sandbox/model/index.mts';

jest.setTimeout(300_000);

const NODE = 'n8n-nodes-100hires.hundredHires';

let n8n: N8n;
let sandbox: HiresSandbox;
let credentials: Record<string, unknown>;
beforeAll(async () => {
	n8n = await startN8n();
});
afterAll(async () => await n8n.remove());
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	const id = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: sandbox.baseUrl,
	});
	credentials = { hundredHiresApi: { id, name: '100Hires' } };
});
afterEach(async () => await sandbox.close());

/** A resource locator that takes its ID from the item of an earlier node. */
const from = (node: string, field = 'id') => ({
	__rl: true,
	mode: 'id',
	value: `={{ $('${node}').first().json.${field} }}`,
});

const hires = (name: string, resource: string, operation: string, parameters = {}) => ({
	name,
	type: NODE,
	parameters: { resource, operation, ...parameters },
	credentials,
});

test('a flow takes somebody from the posting of the job to the hire, and reads it all back', async () => {
	const chain = flow([
		hires('Job', 'job', 'create', {
			title: 'Night Watch',
			status: 'published',
			description: '<p>Watching at night</p>',
			locationCity: 'Oslo',
			locationCountry: 'Norway',
		}),
		hires('Candidate', 'candidate', 'create', {
			firstName: 'Ada',
			lastName: 'Byron',
			email: 'ada@example.test',
		}),
		hires('Application', 'application', 'create', {
			candidateId: from('Candidate'),
			jobId: from('Job'),
		}),
		hires('Stages', 'stage', 'getAll', { filters: { jobId: from('Job') } }),
		{
			name: 'Second Stage',
			type: 'n8n-nodes-base.limit',
			parameters: { maxItems: 2 },
		},
		{
			name: 'Only It',
			type: 'n8n-nodes-base.limit',
			parameters: { maxItems: 1, keep: 'lastItems' },
		},
		hires('Move', 'application', 'move', {
			applicationId: from('Application'),
			stageId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		}),
		hires('Tag', 'tag', 'add', { candidateId: from('Candidate'), tags: ['night, owl', 'C/C++'] }),
		hires('Note', 'note', 'create', { candidateId: from('Candidate'), body: 'Never sleeps' }),
		{ name: 'One', type: 'n8n-nodes-base.limit', parameters: { maxItems: 1 } },
		hires('Interview', 'interview', 'schedule', {
			applicationId: from('Application'),
			startTime: '2027-01-05T10:00:00',
			endTime: '2027-01-05T11:00:00',
			interviewerIds: `={{ [${[...sandbox.world.users.keys()][0]}] }}`,
		}),
		hires('Hire', 'application', 'hire', { applicationId: from('Application') }),
		hires('Again', 'candidate', 'upsert', { email: 'ADA@example.test', firstName: 'Augusta' }),
		hires('Read', 'candidate', 'get', {
			candidateId: from('Candidate'),
			additionalFields: { include: ['applications'] },
		}),
		hires('History', 'application', 'getStageHistory', { applicationId: from('Application') }),
	]);
	const { answer, execution } = await runFlow(n8n, chain);
	expect(execution.error).toBeUndefined();
	const [application] = sandbox.world.applications.values();
	expect(application.status).toBe('hired');
	expect([...sandbox.world.interviews.values()]).toHaveLength(1);
	const stages = sandbox.world.stagesOf(application.jobId);
	// The last node lists the moves: applied, moved, hired.
	expect(answer).toMatchObject([
		{ from_stage_id: null, to_stage_id: stages[0].id },
		{ to_stage_id: stages[1].id },
		{ to_stage_id: stages.at(-1)?.id },
	]);
	const read = execution.runData.Read[0][0][0];
	expect(read).toMatchObject({
		id: application.candidateId,
		first_name: 'Augusta',
		applications: [{ id: application.id }],
	});
	const again = execution.runData.Again[0][0][0];
	expect(again).toMatchObject({ id: application.candidateId, is_new: false });
});

test.each([
	['that stops the flow', 1, 'stopWorkflow'],
	// n8n tries again where the first item that comes out is an error. (1.94 does too, but goes on with what came of the first try.)
	['that becomes an error', 0, 'continueRegularOutput'],
])(
	'Retry On Fail, an item %s: the items that are done are sent once',
	async (_name, refused, onError) => {
		const { world } = sandbox;
		const ids = ['Ada', 'Grace', 'Edsger'].map((firstName) => {
			const { candidateId } = world.apply({
				jobId: [...world.jobs.keys()][0],
				firstName,
				lastName: 'Byron',
				email: `${firstName}@example.test`,
			});
			return candidateId;
		});
		ids.forEach((id, index) => index !== refused && world.tag(id, ['New']));
		const { origin, pathname } = new URL(sandbox.baseUrl);
		// Who has no such tag gets it before n8n tries again.
		const gateway = await startGateway(origin, async () => {
			world.tag(ids[refused], ['New']);
			return await Promise.resolve(undefined);
		});
		try {
			const id = await n8n.createCredential('hundredHiresApi', 'Gateway', {
				apiKey: sandbox.apiKey,
				companyId: '',
				baseUrl: `${gateway.url}${pathname}`,
			});
			const chain = flow([
				{
					name: 'Candidates',
					type: 'n8n-nodes-base.splitOut',
					parameters: { fieldToSplitOut: 'body.candidates', options: {} },
				},
				{
					...hires('Untag', 'tag', 'remove', {
						candidateId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
						tags: ['New'],
					}),
					credentials: { hundredHiresApi: { id, name: 'Gateway' } },
					retryOnFail: true,
					maxTries: 2,
					waitBetweenTries: 1,
					onError,
				},
			]);
			const candidates = ids.map((each) => ({ id: each }));
			const { answer, execution } = await runFlow(n8n, chain, { candidates });
			expect(execution.error).toBeUndefined();
			expect(sandbox.requests.all().map(({ path, body }) => [path, body])).toEqual([
				['/candidates/batch/tags', { ids, tags: ['New'] }],
				['/candidates/batch/tags', { ids: [ids[refused]], tags: ['New'] }],
			]);
			expect(answer).toEqual(ids.map(() => ({ deleted: true })));
		} finally {
			await gateway.close();
		}
	},
);

test('an AI agent looks for a candidate with the node as its tool', async () => {
	const { candidateId } = sandbox.world.apply({
		jobId: [...sandbox.world.jobs.keys()][0],
		firstName: 'Grace',
		lastName: 'Hopper',
		email: 'grace@example.test',
	});
	const model = await startModel((tools, answers) =>
		answers.length === 0
			? { tool: tools[0].name, arguments: { email: 'grace@example.test' } }
			: { say: `I found ${answers[0]}` },
	);
	try {
		const openAi = await n8n.createCredential('openAiApi', 'Model', {
			apiKey: 'none',
			url: model.baseUrl,
			header: false,
		});
		const agent = {
			name: 'Agent',
			type: '@n8n/n8n-nodes-langchain.agent',
			// The newest that n8n 1.94 has.
			typeVersion: 2,
			parameters: {
				promptType: 'define',
				text: 'Who is Grace?',
				options: {},
			},
		};
		const chat = {
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
			credentials: { openAiApi: { id: openAi, name: 'Model' } },
		};
		const tool = {
			...hires('Get many candidates in 100Hires', 'candidate', 'getAll', {
				filters: { email: "={{ $fromAI('email', 'Email address of the candidate', 'string') }}" },
			}),
			type: `${NODE}Tool`,
		};
		const chain = flow([agent]);
		chain.nodes.push(chat, tool);
		Object.assign(chain.connections, {
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			[tool.name]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		});
		const { answer, execution } = await runFlow(n8n, chain);
		expect(execution.error).toBeUndefined();
		expect(model.tools()).toMatchObject([
			{
				name: 'Get_many_candidates_in_100Hires',
				description: expect.stringMatching(/Get many candidates in 100Hires/) as string,
				parameters: { properties: { email: { type: 'string' } } },
			},
		]);
		expect(JSON.stringify(answer)).toContain(`\\"id\\":${candidateId}`);
	} finally {
		await model.close();
	}
});

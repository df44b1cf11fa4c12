import { randomUUID } from 'node:crypto';
import { hiresCredential, importExample, type Credential } from '../../harness/example.mts';
import { tryPinned } from '../../harness/manual.mts';
import { startN8n, type N8n } from '../../harness/n8n.mts';
import { isBody, type Body } from '../../harness/rest.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { startModel, type ModelStandIn, type Move } from '../../sandbox/model/index.mts';

jest.setTimeout(300_000);

const CHAT = 'Chat with a recruiter';

let n8n: N8n;
let hires: HiresSandbox;
let model: ModelStandIn;
let workflowId: string;
let chatId: string;
/** What the model does one step after the other; each gets what the last tool answered. */
type Script = ReadonlyArray<(answer: string) => Move>;
let steps: Script = [];
let step = 0;

/** A published chat needs to be public: the editor's own chat talks to n8n by another way. */
const madePublic = (node: Body): Body =>
	node.name === CHAT
		? { ...node, parameters: { ...(node.parameters as Body), public: true, mode: 'webhook' } }
		: node;

beforeAll(async () => {
	hires = await startHiresSandbox();
	model = await startModel((_tools, answers) => {
		const next = steps[step++];
		if (!next) throw new Error('The model was asked more often than the script has steps.');
		return next(answers.at(-1) ?? '');
	});
	n8n = await startN8n();
	const openAi = { apiKey: 'none', url: model.baseUrl, header: false };
	const openAiApi: Credential = {
		name: 'Model',
		id: await n8n.createCredential('openAiApi', 'Model', openAi),
	};
	const credentials = { hundredHiresApi: await hiresCredential(n8n, hires), openAiApi };
	workflowId = await importExample(n8n, 'recruiting-assistant.json', credentials, madePublic);
	await n8n.activate(workflowId);
	const { nodes } = await n8n.workflow(workflowId);
	const trigger = (nodes as Body[]).find(({ name }) => name === CHAT);
	chatId = String(trigger?.webhookId);
});
afterAll(async () => {
	await n8n?.remove();
	await model?.close();
	await hires?.close();
});

/** Says something in a chat, and gives the assistant's answer. */
async function say(sessionId: string, chatInput: string, script: Script): Promise<string> {
	[steps, step] = [script, 0];
	const response = await fetch(n8n.webhookUrl(`${chatId}/chat`), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput }),
	});
	const answer: unknown = await response.json();
	if (!isBody(answer) || typeof answer.output !== 'string') {
		throw new Error(`The chat answered ${response.status}: ${JSON.stringify(answer)}`);
	}
	return answer.output;
}
const application = (firstName: string) => {
	const [jobId] = hires.world.jobs.keys();
	const email = `${firstName.toLowerCase()}@example.com`;
	return hires.world.apply({ jobId, firstName, lastName: 'Byron', email });
};

const use = (tool: string, args: Body) => (): Move => ({ tool, arguments: args });

test('a question is answered with what the tools found', async () => {
	const { id, candidateId } = application('Ada');
	hires.world.score(id, 87);
	const heard: string[] = [];
	const hear = (move: () => Move) => (answer: string) => {
		heard.push(answer);
		return move();
	};
	const answer = await say(randomUUID(), 'How good is Ada?', [
		use('Find_candidates', { search: 'ada' }),
		hear(use('Read_a_candidate', { candidateId: String(candidateId) })),
		hear(use('Read_the_AI_score_of_an_application', { applicationId: String(id) })),
		(score) => ({ say: `Her score: ${score}` }),
	]);
	expect(heard[0]).toContain('ada@example.com');
	expect(heard[1]).toContain(`"id":${id}`);
	expect(answer).toContain('"total_score":87');
	expect(hires.requests.all().every(({ method }) => method === 'GET')).toBe(true);
});

test('the model is told what each tool is for, and which ones change something', async () => {
	await say(randomUUID(), 'Hello', [() => ({ say: 'Hello' })]);
	const tools = model.tools();
	expect(tools).toHaveLength(10);
	const writing = tools.filter(({ description }) => description.startsWith('CHANGES 100Hires'));
	expect(writing.map(({ name }) => name).sort()).toEqual([
		'Move_an_application_to_a_stage',
		'Write_a_note_about_a_candidate',
	]);
	expect(writing.map(({ parameters }) => parameters.required)).toEqual(
		expect.arrayContaining([
			['applicationId', 'stageId'],
			['candidateId', 'text'],
		]),
	);
});

test('in one chat it asks, moves the application after the yes, and writes a note', async () => {
	const { id, jobId, candidateId } = application('Grace');
	const { id: stageId } = hires.world.stagesOf(jobId)[2];
	const session = randomUUID();
	const asked = await say(session, 'Move Grace to the interview', [
		use('List_stages_of_a_job', { jobId: String(jobId) }),
		() => ({ say: 'Shall I move Grace Byron to Interview?' }),
	]);
	expect(asked).toContain('Shall I');
	expect(hires.world.application(id).stageId).not.toBe(stageId);

	await say(session, 'Yes, and note that she is quick', [
		use('Move_an_application_to_a_stage', { applicationId: String(id), stageId: String(stageId) }),
		use('Write_a_note_about_a_candidate', { candidateId: String(candidateId), text: 'Is quick' }),
		() => ({ say: 'Done' }),
	]);
	expect(hires.world.application(id).stageId).toBe(stageId);
	const notes = hires.world.reviews.notes.all().filter((note) => note.candidateId === candidateId);
	expect(notes).toMatchObject([{ body: 'Is quick' }]);
	// What was said before is told again with each question of the same chat.
	expect(JSON.stringify(model.messages())).toContain('Shall I move Grace Byron to Interview?');
});

test('what 100Hires refuses, the model is told in words, and the chat goes on', async () => {
	const { id } = application('Cy');
	const session = randomUUID();
	const elsewhere = [...hires.world.jobs.keys()].map((jobId) => hires.world.stagesOf(jobId)).at(-1);
	const stageId = String(elsewhere?.[1].id);
	const refused = await say(session, 'Move Cy to the test task', [
		use('Move_an_application_to_a_stage', { applicationId: String(id), stageId }),
		(reason) => ({ say: reason }),
	]);
	expect(refused).toContain(`Could not move application ${id} (HTTP 400)`);
	expect(refused).toContain("The stage is not in the job's pipeline.");

	const missing = await say(session, 'And application 1?', [
		use('Read_an_application', { applicationId: '1' }),
		(reason) => ({ say: reason }),
	]);
	expect(missing).toContain('(HTTP 404)');
	expect(missing).toContain('Check that it still exists');
	expect(await say(session, 'Thanks', [() => ({ say: 'You are welcome' })])).toBe(
		'You are welcome',
	);
});

test('the sample question can be tried', async () => {
	[steps, step] = [[use('List_jobs', { search: '' }), (jobs) => ({ say: jobs })], 0];
	const execution = await tryPinned(n8n, workflowId, CHAT);
	expect(execution.error).toBeUndefined();
	expect(JSON.stringify(execution.runData.Assistant)).toContain('Backend Developer');
});

import { hiresCredential, importExample } from '../../harness/example.mts';
import { fillInForm } from '../../harness/forms.mts';
import { tryPinned } from '../../harness/manual.mts';
import { startN8n, type N8n } from '../../harness/n8n.mts';
import type { Body } from '../../harness/rest.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';

jest.setTimeout(300_000);

let n8n: N8n;
let hires: HiresSandbox;
let workflowId: string;
beforeAll(async () => {
	hires = await startHiresSandbox();
	n8n = await startN8n();
	const credentials = { hundredHiresApi: await hiresCredential(n8n, hires) };
	workflowId = await importExample(n8n, 'resume-intake.json', credentials, (node) => {
		const parameters = node.parameters as Body;
		if (!('companySlug' in parameters)) return node;
		return { ...node, parameters: { ...parameters, companySlug: hires.world.company.slug } };
	});
	await n8n.activate(workflowId);
});
afterAll(async () => {
	await n8n?.remove();
	await hires?.close();
});

const pdf = (name: string, text = name) =>
	new File([`%PDF-1.4 ${text}`], name, { type: 'application/pdf' });
const ada = ['Ada', 'Byron', 'ada@example.com', '+1 555 010 0199'];
const send = async (about: string[], job: string, file: File) =>
	await fillInForm(n8n, 'apply', [about, [job, file]]);
const developer = () => {
	const [{ id, title }] = hires.world.jobs.values();
	return `${title} (${id})`;
};
const ended = async (count: number) => {
	const executions = await n8n.waitForExecutions(workflowId, count);
	return executions[count - 1];
};

test('the form makes a candidate, an application and a resume, with three requests', async () => {
	const { pages, ending } = await send(ada, developer(), pdf('ada-1.pdf'));
	for (const { title, id } of hires.world.jobs.values())
		expect(pages[0]).toContain(`${title} (${id})`);
	expect(ending).toContain('Thank you');
	expect(ending).toContain('ada@example.com');
	expect((await ended(1)).status).toBe('success');

	const [candidate] = hires.world.candidates.values();
	expect(candidate).toMatchObject({ firstName: 'Ada', lastName: 'Byron', phones: [ada[3]] });
	expect(hires.world.applicationsOf(candidate)).toMatchObject([
		{ jobId: [...hires.world.jobs.keys()][0], cv: { fileName: 'ada-1.pdf' } },
	]);
	expect(hires.requests.all()).toHaveLength(3);
});

test('sent twice, it is one candidate and one application, with the newest file', async () => {
	const again = [ada[0], ada[1], 'ADA@example.com', ada[3]];
	const { ending } = await send(again, developer(), pdf('ada-2.pdf'));
	expect(ending).toContain('Thank you');
	const candidates = [...hires.world.candidates.values()];
	expect(candidates).toMatchObject([{ resume: { fileName: 'ada-2.pdf' } }]);
	expect(hires.world.applicationsOf(candidates[0])).toHaveLength(1);
});

test('without a job, it is a candidate alone', async () => {
	await send(['Grace', 'Hopper', 'grace@example.com', ''], 'No particular job', pdf('grace.pdf'));
	const grace = hires.world.candidateByEmail('grace@example.com');
	expect(grace).toMatchObject({ applicationIds: new Set(), resume: { fileName: 'grace.pdf' } });
});

test.each([
	['of another kind', () => new File(['MZ'], 'resume.exe'), 'yours is called resume.exe'],
	['without anything in it', () => new File([], 'resume.pdf'), 'nothing in it'],
	['too large', () => pdf('resume.pdf', 'x'.repeat(26 * 1024 * 1024)), '26.0 MB'],
])('a file %s is not sent on, and the last page says why', async (_what, file, why) => {
	const before = hires.world.candidates.size;
	const { ending } = await send(['Cy', 'Young', 'cy@example.com', ''], developer(), file());
	expect(ending).toContain('Another file, please');
	expect(ending).toContain(why);
	expect(hires.world.candidates.size).toBe(before);
});

test('when 100Hires refuses, the sender is told so and the recruiters why', async () => {
	const before = (await n8n.executionSummaries(workflowId)).length;
	const { ending } = await send(['Cy', 'Young', 'cy at example', ''], developer(), pdf('cy.pdf'));
	expect(ending).toContain('We could not take your application');
	expect(ending).not.toContain('100Hires');
	const execution = await ended(before + 1);
	expect(execution.status).toBe('error');
	expect(execution.error).toMatch(/^Could not .* \(HTTP 400\)/);
});

test('the samples can be tried before anybody has sent the form', async () => {
	const execution = await tryPinned(n8n, workflowId, 'About you');
	expect(execution.status).toBe('waiting');
	expect(hires.world.candidateByEmail('ada.byron@example.com')).toMatchObject({
		applicationIds: new Set(),
		resume: { fileName: 'ada-byron.txt' },
	});
});

import type { Page } from 'playwright-core';
import { newWorkflow, nodeOf, openNode, publish } from '../helpers/editor/canvas.mts';
import { closeDialog, dialog, edit, fillIn, save } from '../helpers/editor/credentialDialog.mts';
import { dragOnto, entry, openNodeBrowser, search } from '../helpers/editor/nodeBrowser.mts';
import {
	choose,
	closePanel,
	execute,
	mapField,
	panel,
	pick,
	valueOf,
} from '../helpers/editor/nodePanel.mts';
import { picture } from '../helpers/editor/pictures.mts';
import {
	ADA,
	API_KEY,
	hire,
	setUpEditor,
	whereThereIsABrowser,
	type EditorSetup,
} from '../helpers/editor/setup.mts';

jest.setTimeout(600_000);

const TRIGGER = '100Hires Trigger';
const JOB = 'Account Executive';

/** Each step goes on where the one before it ended, as a newcomer does. */
whereThereIsABrowser()('the first ten minutes with 100Hires in n8n', () => {
	let setup: EditorSetup;
	let page: Page;
	beforeAll(async () => {
		setup = await setUpEditor();
		({ page } = setup);
	});
	afterEach(() => expect(setup.errors()).toEqual([]));
	afterAll(async () => await setup?.close());
	const shown = async (text: string) =>
		await panel(page).getByText(text, { exact: true }).first().waitFor();

	it('drags the trigger onto the canvas', async () => {
		await newWorkflow(page);
		await openNodeBrowser(page);
		await search(page, '100hires');
		await entry(page, '100Hires').click();
		await dragOnto(page, entry(page, 'On candidate hired'), { x: 500, y: 400 });

		await shown('Candidate Hired');
		expect(await valueOf(page, 'scope')).toBe('Whole Company');
		await panel(page).getByPlaceholder('Add Filter').waitFor();
	});

	it('says what to do about an API key that 100Hires does not accept', async () => {
		await panel(page).getByRole('button', { name: 'Connect to 100Hires' }).click();
		await dialog(page).getByText('In 100Hires: Settings > Integrations').waitFor();
		await fillIn(page, { apiKey: 'wrong-key' });
		await save(page);

		await dialog(page).getByText('Couldn’t connect with these settings').waitFor();
		await dialog(page).getByText('More details').click();
		await dialog(page)
			.getByText('100Hires does not accept this API key (401). Check that it is copied whole.')
			.waitFor();
	});

	it('takes the right one, and shows that it was tested', async () => {
		await fillIn(page, { apiKey: API_KEY });
		await save(page);
		await dialog(page).waitFor({ state: 'hidden' });

		await edit(page);
		await dialog(page).getByText('Connection tested successfully').waitFor();
		await picture(page, 'credential');
		await closeDialog(page);
	});

	it('chooses events, and a job from the list', async () => {
		await choose(page, 'events', 'AI Score Generated');
		await choose(page, 'scope', 'One Job');
		await panel(page).getByPlaceholder('Select a job...').waitFor();
		await pick(page, 'jobId', 'account', `${JOB} (published)`);
		await closePanel(page);

		const trigger = nodeOf(page, TRIGGER);
		await trigger.getByText('2 events', { exact: true }).waitFor();
	});

	it('listens for a test event, says so, and shows the event that comes', async () => {
		await openNode(page, TRIGGER);
		await execute(page);
		await shown('Listening for test event');
		await shown('Go to 100Hires and create an event');
		await closePanel(page);
		await page
			.getByText('Do in 100Hires what should start the workflow, such as moving a candidate')
			.first()
			.waitFor();
		await openNode(page, TRIGGER);

		hire(setup, JOB, ADA);
		await page.getByTestId('output-panel').getByText('1 item', { exact: true }).waitFor();
		await page.getByTestId('output-panel').getByTestId('radio-button-schema').click();
		await shown(ADA.email);
		await shown('2026-06-14');
		await picture(page, 'trigger');
		await closePanel(page);
	});

	it('publishes, and says what happens now', async () => {
		await publish(page);
		const said = page.getByRole('dialog').filter({ hasText: 'Workflow published' });
		await said
			.getByText(
				'The webhook is registered with 100Hires. Your workflow now starts on the events you chose.',
			)
			.waitFor();
		await said.getByRole('button', { name: 'Got it' }).click();
		expect(setup.hires.webhooks.all()).toHaveLength(1);
	});

	it('shows the execution that a real event starts', async () => {
		hire(setup, JOB, { firstName: 'Bob', lastName: 'Byron', email: 'bob@example.com' });
		await page.getByTestId('radio-button-executions').click();
		const runs = page.getByTestId('current-executions-list').getByText(/^Succeeded/);
		// The other is the test event.
		await runs.nth(1).waitFor();
		await nodeOf(page, TRIGGER).waitFor();
		await page.getByTestId('radio-button-workflow').click();
	});

	it('adds an action, with fields dragged from the event into it', async () => {
		await nodeOf(page, TRIGGER).getByTestId('canvas-handle-plus').click();
		await search(page, '100hires');
		await entry(page, '100Hires').click();
		await entry(page, 'Create note').click();
		await panel(page).getByPlaceholder('Select a candidate...').waitFor();

		await mapField(page, 'candidateId', page.getByTestId('resource-locator-candidateId'));
		await mapField(page, 'jobTitle', page.getByTestId('parameter-input-body'));
		await shown('{{ $json.candidateId }}');
		await shown('{{ $json.jobTitle }}');
		const [ada] = setup.hires.world.candidates.values();
		await page.getByTestId('node-parameters').getByText(String(ada.id), { exact: true }).waitFor();
		await page.getByTestId('node-parameters').getByText(JOB, { exact: true }).first().waitFor();
		await picture(page, 'action');

		await execute(page);
		await page.getByTestId('output-panel').getByText('1 item', { exact: true }).waitFor();
		expect(setup.hires.world.reviews.notes.all()).toEqual([
			expect.objectContaining({ candidateId: ada.id, body: JOB }),
		]);
		await closePanel(page);
		// Its name and, below, what it does.
		await nodeOf(page, 'Create note').getByText('Create note', { exact: true }).nth(1).waitFor();
	});
});

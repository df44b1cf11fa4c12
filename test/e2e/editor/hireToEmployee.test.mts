import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { NODES } from '../../harness/example.mts';
import { root } from '../../harness/paths.mts';
import { until } from '../../harness/until.mts';
import { importFromFile, newWorkflow, openNode, publish } from '../helpers/editor/canvas.mts';
import { dialog, fillIn, save } from '../helpers/editor/credentialDialog.mts';
import { closePanel, panel } from '../helpers/editor/nodePanel.mts';
import {
	API_KEY,
	hire,
	setUpEditor,
	whereThereIsABrowser,
	type EditorSetup,
} from '../helpers/editor/setup.mts';

jest.setTimeout(600_000);

const BOB = {
	firstName: 'Bob',
	lastName: 'Byron',
	email: 'bob.byron@example.com',
	phone: '+15550111',
};

/** Makes the credential that a node lacks. n8n gives it to the other nodes that need one of its type. */
async function connect(page: Page, node: string, service: string, fields: Record<string, string>) {
	await openNode(page, node);
	await panel(page)
		.getByRole('button', { name: `Connect to ${service}` })
		.click();
	await fillIn(page, fields);
	await save(page);
	await dialog(page).waitFor({ state: 'hidden' });
	await closePanel(page);
}

/** README, "First flow", step by step. */
whereThereIsABrowser()('from nothing to a hire in BambooHR, in the browser', () => {
	let setup: EditorSetup;
	beforeAll(async () => {
		setup = await setUpEditor();
	});
	afterEach(() => expect(setup.errors()).toEqual([]));
	afterAll(async () => await setup?.close());

	/** Those who came after Grace, without their numbers. */
	const added = () =>
		setup.bamboo
			.employees()
			.slice(1)
			.map(({ id, ...rest }) => rest);
	const employees = async (count: number) =>
		await until(`${count} employees`, () => (added().length === count ? true : undefined), 120_000);

	it('imports the flow and connects it to both services', async () => {
		const { bamboo, page } = setup;
		await newWorkflow(page);
		await importFromFile(page, join(root, 'examples', 'hired-to-bamboohr.json'));
		await connect(page, NODES.trigger, '100Hires', { apiKey: API_KEY });
		const { company, apiKey } = bamboo;
		await connect(page, NODES.lookUp, 'BambooHR', { subdomain: company, apiKey });
		await openNode(page, NODES.create);
		await panel(page).getByTestId('node-credentials-select').waitFor();
		await closePanel(page);
	});

	it('tries it with the sample hire', async () => {
		await setup.page.getByTestId('execute-workflow-button').click();
		await employees(1);
		expect(added()).toEqual([expect.objectContaining({ firstName: 'Ada', lastName: 'Byron' })]);
	});

	it('publishes it, and a hire becomes an employee', async () => {
		const { hires, page } = setup;
		await publish(page);
		await page.getByText('Workflow published', { exact: true }).waitFor();
		expect(hires.webhooks.all()).toHaveLength(1);

		hire(setup, 'Backend Developer', BOB);
		await employees(2);
		expect(added()[1]).toEqual({
			firstName: 'Bob',
			lastName: 'Byron',
			workEmail: BOB.email,
			mobilePhone: BOB.phone,
			department: 'Engineering',
			hireDate: '2026-06-14',
		});
	});
});

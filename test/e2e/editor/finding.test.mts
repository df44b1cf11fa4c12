import type { Locator, Page } from 'playwright-core';
import { until } from '../../harness/until.mts';
import { newWorkflow, nodeOf, openWorkflow } from '../helpers/editor/canvas.mts';
import { entries, entry, openNodeBrowser, search } from '../helpers/editor/nodeBrowser.mts';
import { closePanel, panel } from '../helpers/editor/nodePanel.mts';
import { picture } from '../helpers/editor/pictures.mts';
import { setUpEditor, whereThereIsABrowser, type EditorSetup } from '../helpers/editor/setup.mts';

jest.setTimeout(600_000);

/** What stands beside a name in the node browser: a picture that was loaded and has a size. */
async function iconOf(line: Locator): Promise<string | null> {
	const icon = line.locator('img').first();
	await until(
		'the icon to be loaded',
		async () =>
			(await icon.evaluate((image: { naturalWidth: number }) => image.naturalWidth)) || undefined,
		30_000,
	);
	return await icon.getAttribute('src');
}

whereThereIsABrowser()('finding the nodes in the editor', () => {
	let setup: EditorSetup;
	let page: Page;
	beforeAll(async () => {
		setup = await setUpEditor();
		({ page } = setup);
	});
	afterEach(() => expect(setup.errors()).toEqual([]));
	afterAll(async () => await setup?.close());

	it.each([
		['dark', '/icons/100hires.dark.svg'],
		['light', '/icons/100hires.svg'],
	] as const)('by what people type, with icons for the %s theme', async (theme, icon) => {
		await page.emulateMedia({ colorScheme: theme });
		await newWorkflow(page);
		await openNodeBrowser(page);
		for (const words of ['ATS', 'hiring', 'applicant', '100hires']) {
			await search(page, words);
			// n8n takes the word "Trigger" off the names of triggers.
			for (const name of ['100Hires', '100Hires Polling']) {
				const line = entry(page, name);
				await line.waitFor();
				expect(await iconOf(line)).toMatch(new RegExp(`${icon.replaceAll('.', '\\.')}$`));
			}
		}
		expect((await entries(page)).map((name) => name.trim())).toEqual([
			'100Hires',
			'100Hires Polling',
		]);
		if (theme === 'light') await picture(page, 'node-browser');
	});

	it('offers each event as a trigger, in the words of the list of events', async () => {
		await newWorkflow(page);
		await openNodeBrowser(page);
		await search(page, '100hires');
		await entry(page, '100Hires').click();
		await entry(page, 'On candidate hired').waitFor();
		// The list before stays for as long as it slides away.
		await entry(page, '100Hires Polling').waitFor({ state: 'hidden' });
		expect(await entries(page)).toEqual([
			'On all events',
			'On AI score generated',
			'On application stage changed',
			'On candidate created',
			'On candidate disqualified',
			'On candidate hired',
			'On candidate updated',
			'On interview scheduled',
			'On new application submitted',
		]);
		await picture(page, 'events');
	});

	it('offers itself to AI agents as a tool', async () => {
		const id = await setup.n8n.createWorkflow({
			name: 'Ask about candidates',
			nodes: [
				{ name: 'Chat', type: '@n8n/n8n-nodes-langchain.chatTrigger', typeVersion: 1.1 },
				{ name: 'AI Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 3 },
			],
			connections: { Chat: { main: [[{ node: 'AI Agent', type: 'main', index: 0 }]] } },
		});
		await openWorkflow(page, id);
		await page
			.locator('[data-handleid="inputs/ai_tool/0"]')
			.getByTestId('canvas-handle-plus')
			.click();
		// The list of all AI nodes stays for as long as it slides away, and takes what is typed with it.
		await entry(page, 'HTTP Request Tool').waitFor();
		await entry(page, 'Document Loaders').waitFor({ state: 'hidden' });
		await search(page, '100hires');
		await entry(page, '100Hires Tool').waitFor();
		expect(await entries(page)).toEqual(['100Hires Tool']);
		await picture(page, 'ai-tool');

		await entry(page, '100Hires Tool').click();
		await panel(page).getByText('Tool Description').waitFor();
		await closePanel(page);
		const tool = nodeOf(page, 'Get many applications in 100Hires');
		await tool.getByText('Get many applications', { exact: true }).waitFor();
	});
});

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkflowInput } from '../../harness/n8n.mts';
import { root } from '../../harness/paths.mts';
import { fit, nodeOf, openWorkflow } from '../helpers/editor/canvas.mts';
import { pictureOfFlow } from '../helpers/editor/pictures.mts';
import { setUpEditor, whereThereIsABrowser, type EditorSetup } from '../helpers/editor/setup.mts';

jest.setTimeout(600_000);

const folder = join(root, 'examples');
const examples = readdirSync(folder).filter((file) => file.endsWith('.json'));

whereThereIsABrowser()('the examples in the editor', () => {
	let setup: EditorSetup;
	beforeAll(async () => {
		setup = await setUpEditor();
	});
	afterEach(() => expect(setup.errors()).toEqual([]));
	afterAll(async () => await setup?.close());

	it.each(examples)('%s is drawn whole, with every node known', async (file) => {
		const example: WorkflowInput = JSON.parse(readFileSync(join(folder, file), 'utf8'));
		const { n8n, page } = setup;
		await openWorkflow(page, await n8n.createWorkflow(example));
		await fit(page);
		for (const { name, type } of example.nodes) {
			if (type === 'n8n-nodes-base.stickyNote') continue;
			await nodeOf(page, String(name)).waitFor();
		}
		const drawn = page.getByTestId('canvas-node').or(page.getByTestId('sticky'));
		expect(await drawn.count()).toBe(example.nodes.length);
		// n8n writes a question mark where it does not know the type of a node.
		expect(await page.getByTestId('canvas-node').getByText('?', { exact: true }).count()).toBe(0);
		await pictureOfFlow(page, basename(file, '.json'));
	});
});

import type { Locator, Page } from 'playwright-core';

/** A new workflow, with nothing on its canvas. */
export async function newWorkflow(page: Page): Promise<void> {
	await page.goto('/workflow/new', { waitUntil: 'domcontentloaded' });
	await page.getByTestId('canvas-add-button').waitFor();
}

/** A stored workflow, once its nodes are drawn. */
export async function openWorkflow(page: Page, id: string): Promise<void> {
	await page.goto(`/workflow/${id}`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId('canvas-node').first().waitFor();
}

/** A workflow from a file, by the menu: … > Import > From file. */
export async function importFromFile(page: Page, path: string): Promise<void> {
	await page.getByTestId('workflow-menu').click();
	await page.getByRole('menuitem', { name: 'Import' }).hover();
	const chosen = page.waitForEvent('filechooser');
	await page.getByRole('menuitem', { name: 'From file' }).click();
	await (await chosen).setFiles(path);
	await page.getByTestId('canvas-node').first().waitFor();
}

/** A node on the canvas, by its name. */
export function nodeOf(page: Page, name: string): Locator {
	return page.getByTestId('canvas-node').filter({ has: page.getByText(name, { exact: true }) });
}

/** Opens what n8n calls the node details view; `panel.mts` works in it. */
export async function openNode(page: Page, name: string): Promise<void> {
	await nodeOf(page, name).dblclick();
	await page.getByTestId('ndv').waitFor();
}

/** Makes everything visible, as large as it goes; by its key, so that nothing is pointed at. */
export async function fit(page: Page): Promise<void> {
	await page.mouse.move(1, 1);
	await page.keyboard.press('1');
}

/** Presses Publish, and again in the dialog that asks for the version's name. What comes of it is for the caller to wait for. */
export async function publish(page: Page): Promise<void> {
	await page.getByTestId('workflow-open-publish-modal-button').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
}

/** The message in the corner that has this title, whole. */
export function toast(page: Page, title: string): Locator {
	return page.getByRole('alert').filter({ hasText: title });
}

import type { Locator, Page } from 'playwright-core';

/** Opens n8n's node browser by its key. */
export async function openNodeBrowser(page: Page): Promise<void> {
	await page.keyboard.press('n');
	await page.getByTestId('node-creator-search-bar').waitFor();
}

/** Types into the search bar. What n8n found for other words, which it shows for a moment longer, is gone afterwards. */
export async function search(page: Page, words: string): Promise<void> {
	const bar = page.getByTestId('node-creator-search-bar');
	await bar.fill('qqqq');
	const ours = page.getByTestId('node-creator-item-name').filter({ hasText: '100Hires' });
	await ours.first().waitFor({ state: 'hidden' });
	await bar.fill(words);
}

/** The line with exactly this text: a node, or one of the triggers and actions that a node offers. */
export function entry(page: Page, name: string): Locator {
	const named = page
		.getByTestId('node-creator-item-name')
		.and(page.getByText(name, { exact: true }));
	return page.getByTestId('item-iterator-item').filter({ has: named });
}

/** The names of all lines that are shown. */
export async function entries(page: Page): Promise<string[]> {
	return await page.getByTestId('node-creator-item-name').allInnerTexts();
}

/** Drags a line onto the canvas with the mouse, as people do: pressed, moved in steps, released. */
export async function dragOnto(
	page: Page,
	from: Locator,
	to: { x: number; y: number },
): Promise<void> {
	await from.hover();
	await page.mouse.down();
	await page.mouse.move(to.x, to.y, { steps: 15 });
	await page.mouse.up();
}

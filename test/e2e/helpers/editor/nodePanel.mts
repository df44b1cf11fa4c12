import type { Locator, Page } from 'playwright-core';

/** The node details view: input, parameters, output. */
export function panel(page: Page): Locator {
	return page.getByTestId('ndv');
}

export async function closePanel(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await panel(page).waitFor({ state: 'hidden' });
}

/** The list under a drop-down that is open; n8n keeps it outside the panel. */
const openList = (page: Page): Locator => page.locator('.el-select-dropdown:visible').last();

/** Chooses in a drop-down by the option's name. */
export async function choose(page: Page, parameter: string, option: string): Promise<void> {
	await page.getByTestId(`parameter-input-${parameter}`).click();
	await openList(page).getByText(option, { exact: true }).click();
	// A list of which several may be chosen stays open, over what is below.
	await page.getByTestId('tab-params').click();
	await openList(page).waitFor({ state: 'hidden' });
}

/** What a drop-down or a field shows as its value. */
export async function valueOf(page: Page, parameter: string): Promise<string> {
	return await page.getByTestId(`parameter-input-${parameter}`).locator('input').inputValue();
}

/** Picks in a parameter that has a list to search: types, and takes the only thing that is left. */
export async function pick(
	page: Page,
	parameter: string,
	typed: string,
	found: string,
): Promise<void> {
	await page.getByTestId(`resource-locator-${parameter}`).getByTestId('rlc-input').click();
	await page.getByTestId('rlc-search').fill(typed);
	await page.getByTestId('rlc-item').filter({ hasText: found }).click();
}

/** How often a field is dragged, and how long n8n may take to show that it arrived, milliseconds. */
const MOST_DRAGS = 5;
const ARRIVAL_MS = 10_000;

async function drag(page: Page, field: string, to: Locator): Promise<void> {
	await page.getByTestId('ndv-input-panel').locator(`[data-name="${field}"]`).hover();
	await page.mouse.down();
	// Measured again on the way: n8n moves the parameters when a preview appears above them.
	for (const steps of [15, 5]) {
		const box = await to.boundingBox();
		if (!box) throw new Error(`Nothing to drop ${field} on.`);
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps });
	}
	await page.mouse.up();
}

/**
 * Drags a field of the input into a parameter, and again where n8n moved the parameter away meanwhile.
 * @throws Error when the parameter does not show the field's expression in the end
 */
export async function mapField(page: Page, field: string, to: Locator): Promise<void> {
	const expression = to.getByText(`{{ $json.${field} }}`, { exact: true }).first();
	for (let drags = 1; drags <= MOST_DRAGS; drags++) {
		await drag(page, field, to);
		const arrived = expression.waitFor({ timeout: ARRIVAL_MS });
		if (
			await arrived.then(
				() => true,
				() => false,
			)
		)
			return;
	}
	throw new Error(`${field} did not arrive where it was dropped, ${MOST_DRAGS} times.`);
}

/** Presses the panel's button that runs the node, or has a trigger wait for a test event. */
export async function execute(page: Page): Promise<void> {
	await page.getByTestId('node-execute-button').first().click();
}

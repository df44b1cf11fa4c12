import type { Locator, Page } from 'playwright-core';

/** The dialog in which a credential is made. */
export function dialog(page: Page): Locator {
	return page.getByTestId('editCredential-modal');
}

/** Fills in fields of the dialog, by their names such as `apiKey`. */
export async function fillIn(page: Page, fields: Record<string, string>): Promise<void> {
	for (const [name, value] of Object.entries(fields)) {
		await dialog(page).getByTestId(`parameter-input-${name}`).locator('input').fill(value);
	}
}

/** Saves, upon which n8n tests. A credential that works has the dialog close by itself. */
export async function save(page: Page): Promise<void> {
	await dialog(page).getByTestId('credential-save-button').click();
}

/** Opens the dialog anew for the credential that a node uses, which shows the outcome of its test. */
export async function edit(page: Page): Promise<void> {
	await page.getByTestId('ndv').getByTestId('credential-edit-button').click();
	await dialog(page).waitFor();
}

export async function closeDialog(page: Page): Promise<void> {
	await dialog(page).getByRole('button', { name: 'Close this dialog' }).click();
	await dialog(page).waitFor({ state: 'hidden' });
}

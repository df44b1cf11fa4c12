import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import type { N8n } from './n8n.mts';

/** Where Debian, other Linux distributions and macOS have Chromium or Chrome. */
const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to start: what TEST_CHROMIUM names, whether it is there or not, else the first that is there. */
function program(): string | undefined {
	return process.env.TEST_CHROMIUM || PLACES.find((path) => existsSync(path));
}

/** Says why n8n's editor cannot be tested here, or nothing if it can. */
export function whyNoBrowser(): string | undefined {
	if (program()) return undefined;
	return 'there is no Chromium. Install one (Debian: apt-get install chromium), or name its program in TEST_CHROMIUM.';
}

/** A browser in which the owner of an n8n is signed in. */
export interface Session {
	readonly page: Page;
	/** What n8n's scripts threw so far; empty where all is well. */
	errors(): string[];
	close(): Promise<void>;
}

/** On a busy machine a page of the editor takes its time; a bound on hangs, milliseconds. */
const PATIENCE_MS = 120_000;

const FLAGS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts Chromium without a window, with a fresh profile, and signs in to n8n by its form. The page has a size, a time zone and a
 * language of its own, so that it looks the same on every computer. Elements are found by n8n's own `data-test-id`.
 *
 * @param n8n one that was started with `ui: true`
 */
export async function signIn(n8n: N8n): Promise<Session> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath: program(), args: FLAGS });
	try {
		return await openEditor(browser, n8n);
	} catch (error) {
		await browser.close();
		throw error;
	}
}

async function openEditor(browser: Browser, n8n: N8n): Promise<Session> {
	const context = await browser.newContext({
		baseURL: n8n.url,
		colorScheme: 'light',
		deviceScaleFactor: 1.5,
		locale: 'en-US',
		reducedMotion: 'reduce',
		timezoneId: 'UTC',
		viewport: { width: 1400, height: 800 },
	});
	context.setDefaultTimeout(PATIENCE_MS);
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	// The editor asks before it is left with changes; walks know what they leave.
	page.on('dialog', (dialog) => void dialog.accept());

	await page.goto('/signin', { waitUntil: 'domcontentloaded' });
	await page.locator('input[name="emailOrLdapLoginId"]').fill(n8n.login.email);
	await page.locator('input[name="password"]').fill(n8n.login.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((url) => url.pathname !== '/signin', { waitUntil: 'domcontentloaded' });
	return { page, errors: () => [...errors], close: async () => await browser.close() };
}

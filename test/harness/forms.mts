import { localize, type N8n } from './n8n.mts';
import { isBody } from './rest.mts';
import { until } from './until.mts';

/** What is filled into one page of a form, in the order of its fields. */
export type Entries = ReadonlyArray<string | File>;

const MANY_MINUTES_MS = 240_000;

/** Each request has a connection of its own: n8n closes idle ones while the workflow is at work, just when the next is sent. */
const ALONE = { headers: { connection: 'close' } };

/** The page without markup, scripts and styles: what its reader sees. */
function textOf(html: string): string {
	return html
		.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/&quot;/g, '"')
		.replace(/&#x27;|&#39;/g, "'")
		.replace(/\s+/g, ' ')
		.trim();
}

async function post(url: string, entries: Entries): Promise<unknown> {
	const form = new FormData();
	entries.forEach((entry, index) => form.append(`field-${index}`, entry));
	const response = await fetch(url, { ...ALONE, method: 'POST', body: form });
	if (response.status !== 200) throw new Error(`The form was answered with ${response.status}.`);
	const text = await response.text();
	return text.startsWith('{') ? JSON.parse(text) : text;
}

/** Waits until the workflow shows its next page, as the script in n8n's page does. */
async function nextPage(address: string): Promise<string> {
	const status = new URL(address);
	status.pathname += '/n8n-execution-status';
	await until(
		'the next page of the form',
		async () => {
			const text = (await (await fetch(status, ALONE)).text()).trim();
			if (['error', 'canceled', 'crashed'].includes(text)) throw new Error(`The form: ${text}.`);
			return text === 'form-waiting' || text === 'success' ? text : undefined;
		},
		MANY_MINUTES_MS,
	);
	return await (await fetch(address, ALONE)).text();
}

/**
 * Fills in a form of n8n page by page over HTTP, as a browser does, and closes its last page (which lets the workflow go on).
 *
 * @param path the form's path
 * @param pages what goes into each page
 * @returns the pages that came after the first, as HTML, and the text of the last one
 */
export async function fillInForm(n8n: N8n, path: string, pages: readonly Entries[]) {
	const [first, ...others] = pages;
	const begun = await post(`${n8n.url}/form/${path}`, first);
	if (!isBody(begun) || typeof begun.formWaitingUrl !== 'string') {
		throw new Error(`The form did not go on: ${JSON.stringify(begun)}`);
	}
	const address = localize(n8n)(begun.formWaitingUrl);
	const seen = [await nextPage(address)];
	for (const entries of others) {
		await post(address, entries);
		seen.push(await nextPage(address));
	}
	const ending = textOf(seen[seen.length - 1]);
	await fetch(address, { ...ALONE, method: 'POST' });
	return { pages: seen, ending };
}

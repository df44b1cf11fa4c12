import type { Page } from 'playwright-core';
import { signIn, whyNoBrowser, type Session } from '../../../harness/browser.mts';
import { localize, startN8n, type N8n } from '../../../harness/n8n.mts';
import { startBambooHr, type BambooHr } from '../../../sandbox/bamboohr/index.mts';
import { hiresHost } from '../../../sandbox/hires/host.mts';
import {
	ManualClock,
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../../sandbox/hires/index.mts';

/** `describe`, or, with a word on standard error, `describe.skip` where there is no browser. */
export function whereThereIsABrowser(): jest.Describe {
	const reason = whyNoBrowser();
	if (!reason) return describe;
	process.stderr.write(`editor: skipped, because ${reason}\n`);
	return describe.skip;
}

/** A browser in n8n's editor, and the services that flows end in, as a newcomer meets them: each at its real address. */
export interface EditorSetup {
	n8n: N8n;
	hires: HiresSandbox;
	bamboo: BambooHr;
	clock: ManualClock;
	page: Page;
	/** What n8n's scripts threw so far; empty where all is well. */
	errors: Session['errors'];
	close(): Promise<void>;
}

/** Someone who works there already. */
const GRACE = { firstName: 'Grace', lastName: 'Hopper', department: 'Engineering' };

/** What the sandbox takes for a key; the length of a real one. */
export const API_KEY = 'key-of-rita-recruiter-0123456789';

export async function setUpEditor(
	options: { webhookUrl?: string; hires?: HiresSandboxOptions } = {},
): Promise<EditorSetup> {
	const clock = new ManualClock();
	const bamboo = await startBambooHr({ employees: [GRACE], beside: [hiresHost(() => hires)] });
	const n8n = await startN8n({ ui: true, env: bamboo.env, webhookUrl: options.webhookUrl });
	const hires = await startHiresSandbox({
		dialect: 'article',
		apiKey: API_KEY,
		clock,
		// IDs that are made from what happened are the same in each picture.
		vendorEventIds: false,
		rewriteUrl: localize(n8n),
		...options.hires,
	});
	const session = await signIn(n8n);
	return {
		n8n,
		hires,
		bamboo,
		clock,
		page: session.page,
		errors: session.errors,
		close: async () => {
			await session.close();
			await hires.close();
			await n8n.remove();
			await bamboo.close();
		},
	};
}

/** Somebody applies for a job and is hired for it. */
export function hire(
	{ hires: { world } }: Pick<EditorSetup, 'hires'>,
	jobTitle: string,
	person: { firstName: string; lastName: string; email: string; phone?: string },
): void {
	const job = [...world.jobs.values()].find(({ title }) => title === jobTitle);
	if (!job) throw new Error(`There is no job ${jobTitle}.`);
	world.hire(world.apply({ jobId: job.id, ...person }).id);
}

export const ADA = {
	firstName: 'Ada',
	lastName: 'Byron',
	email: 'ada.byron@example.com',
	phone: '+15550100',
};

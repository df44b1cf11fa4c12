import {
	EVENT_NAMES,
	ManualClock,
	startHiresSandbox,
	type HiresSandbox,
	type HiresSandboxOptions,
} from '../../sandbox/hires/index.mts';
import { person, startReceiver } from './sandboxSetup.mts';

export const SIGNATURE = 'x-hires-signature-v2';

/** The sandbox of the test that is running. */
export let sandbox: HiresSandbox;

/** Where its webhook leads to. */
export let receiver: Awaited<ReturnType<typeof startReceiver>>;

export let clock: ManualClock;

/** A sandbox with a company webhook that leads to a receiver. */
export async function start(
	options: HiresSandboxOptions = {},
	statusFor?: (before: number) => number | undefined,
): Promise<number> {
	clock = new ManualClock();
	receiver = await startReceiver(statusFor);
	sandbox = await startHiresSandbox({ clock, ...options });
	const events = options.dialect === 'article' ? [...EVENT_NAMES] : null;
	return sandbox.webhooks.add({ url: receiver.url, events }).id;
}

export async function stop(): Promise<void> {
	await sandbox.close();
	await receiver.close();
}

export const jobs = () => [...sandbox.world.jobs.values()];

export const apply = (email = 'ada@example.com', jobId = jobs()[0].id) =>
	sandbox.world.apply({ jobId, ...person(email), phone: '+15550100', resumeText: 'Ten years' });

export const namesSent = () => sandbox.deliveries.all().map(({ eventName }) => eventName);

/** Waits for the n-th attempt; its retry is on the clock by then. */
export const attempt = async (count: number) =>
	await sandbox.deliveries.waitFor((_attempt, upToIt) => upToIt.length === count);

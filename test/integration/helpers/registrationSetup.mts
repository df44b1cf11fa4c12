import type { IDataObject } from 'n8n-workflow';
import { HundredHiresTrigger } from '../../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { trigger, type TriggerSetup } from '../../harness/contexts.mts';
import { startHiresSandbox, type Dialect, type HiresSandbox } from '../../sandbox/hires/index.mts';

export const STATIC = 'node:100Hires Trigger';

/** The stand-in of the test that is running. */
export let sandbox: HiresSandbox;

/** Starts the test's stand-in; it ends with the test. */
export async function start(
	dialect: Dialect,
	options: Parameters<typeof startHiresSandbox>[0] = {},
): Promise<void> {
	sandbox = await startHiresSandbox({ dialect, ...options });
}

/** The trigger in a workflow, with the stand-in's credential. */
export function node(parameters: IDataObject = {}, more: Partial<TriggerSetup> = {}) {
	const credential = { apiKey: sandbox.apiKey, baseUrl: sandbox.baseUrl };
	return trigger(new HundredHiresTrigger(), { credential, parameters, ...more });
}

export const jobs = (): number[] => [...sandbox.world.jobs.keys()];
export const atJob = (jobId: number | string, mode = 'id'): IDataObject => ({
	scope: 'job',
	jobId: { __rl: true, mode, value: jobId },
});
export const own = (url: string) => sandbox.webhooks.all().filter((webhook) => webhook.url === url);
export const secretsHeld = (trigger: ReturnType<typeof node>): string[] => {
	const data = trigger.staticData()[STATIC] as { registration?: { secrets: string[] } } | undefined;
	return data?.registration?.secrets ?? [];
};
export const calls = (): string[] =>
	sandbox.requests.all().map(({ method, path }) => `${method} ${path}`);

/** Whatever was before: one webhook with our URL, in the right place, whose secret we hold; and the neighbour's is untouched. */
export function expectOne(
	trigger: ReturnType<typeof node>,
	place: { scope: string; jobId?: number | null },
): void {
	const webhooks = own(trigger.url);
	expect(webhooks).toHaveLength(1);
	expect(webhooks[0]).toMatchObject(place);
	expect(secretsHeld(trigger)).toContain(webhooks[0].secrets[0]);
}

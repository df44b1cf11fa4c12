/** The same history seen by both triggers: the same events, with the same IDs and the same typed fields. */
import * as fc from 'fast-check';
import { readEvent } from '../../nodes/HundredHires/events/read.ts';
import { EVENT_NAMES, type Dialect, type HiresSandbox } from '../sandbox/hires/index.mts';
import { apply, setUpPolling, type PolledAccount } from './helpers/pollingSetup.mts';
import { ACTION, perform } from './helpers/pollingHistory.mts';

type Event = Record<string, unknown> & { eventId: string; event: string };

let setting: PolledAccount;
afterEach(async () => await setting.sandbox.close());

/** A company whose events are also delivered, in vain, so that their bodies can be read. */
async function withWebhook(dialect: Dialect): Promise<PolledAccount> {
	setting = await setUpPolling(
		{},
		{
			dialect,
			pushedEvents: 'all',
			vendorEventIds: false,
			rewriteUrl: () => 'http://127.0.0.1:9/',
		},
	);
	setting.sandbox.webhooks.add({
		url: 'https://n8n.example.com/webhook',
		events: [...EVENT_NAMES],
	});
	return setting;
}

function delivered({ deliveries }: HiresSandbox): Event[] {
	return deliveries.all().map(({ body }) => {
		const reading = readEvent(JSON.parse(body) as Record<string, unknown>);
		if (reading.kind !== 'event') throw new Error(`Not an event: ${body}`);
		return reading.event as unknown as Event;
	});
}

const byId = (events: readonly Event[]) =>
	new Map(events.map((event) => [event.eventId, event] as const));

/** Paths at which two values differ. */
function differences(a: unknown, b: unknown, path = ''): string[] {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
		return Object.is(a, b) ? [] : [path];
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].flatMap((key) =>
		differences(
			(a as Record<string, unknown>)[key],
			(b as Record<string, unknown>)[key],
			path ? `${path}.${key}` : key,
		),
	);
}

/** What the API does not tell whoever looks; the table in docs/polling.md. */
const UNAVOIDABLE: Record<string, string[]> = {
	'ai_score.generated': ['actor', 'score.uuid'],
	'application.created': ['actor'],
	'application.stage_changed': ['actor', 'actor.name'],
	'candidate.created': ['actor'],
	'candidate.disqualified': ['actor'],
	'candidate.hired': ['actor'],
	'candidate.updated': ['actor'],
	'interview.scheduled': ['actor', 'application.resume.text'],
};

test('200 steps, looked at one by one: every delivered event, with the same ID and the same fields', async () => {
	let steps = 0;
	const kinds = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(ACTION, { minLength: 20, maxLength: 20 }), async (actions) => {
			const { sandbox, clock } = await withWebhook('article');
			await setting.poll();
			apply(sandbox, 'first@example.com');
			const polled = (await setting.poll()).events as Event[];
			for (const action of actions) {
				clock.advance(5);
				perform(sandbox, action);
				clock.advance(5);
				polled.push(...((await setting.poll()).events as Event[]));
				steps++;
			}
			const pushed = byId(delivered(sandbox));
			// One webhook, so that nothing is there twice but what bears the same ID.
			expect(polled).toHaveLength(byId(polled).size);
			expect([...byId(polled).keys()].sort()).toEqual([...pushed.keys()].sort());
			for (const event of polled) {
				kinds.add(event.event);
				const found = differences(pushed.get(event.eventId), event);
				expect([
					event.event,
					found.filter((path) => !UNAVOIDABLE[event.event].includes(path)),
				]).toEqual([event.event, []]);
			}
			await sandbox.close();
		}),
		{ numRuns: 10, endOnFailure: true },
	);
	expect(steps).toBeGreaterThanOrEqual(200);
	expect(kinds).toEqual(new Set(EVENT_NAMES));
});

test('the flat bodies of the other dialect give the same IDs', async () => {
	const { sandbox, clock } = await withWebhook('openapi');
	const { world } = sandbox;
	await setting.poll();
	const next = (action: () => unknown) => {
		// A flat body tells its event by its times, which have to differ.
		clock.advance(3600);
		action();
	};
	const application = apply(sandbox, 'ada@example.com');
	const other = apply(sandbox, 'bob@example.com');
	const [, stage] = world.stagesOf(application.jobId);
	next(() => world.score(application.id, 70));
	next(() => world.move(application.id, stage.id));
	next(() =>
		world.scheduleInterview(application.id, { start: clock.now() + 60, end: clock.now() + 120 }),
	);
	next(() => world.hire(application.id));
	next(() => world.disqualify(other.id));
	next(() => world.updateCandidate(application.candidateId, { phone: '+15550111' }));
	const polled = (await setting.poll()).events as Event[];
	const pushed = byId(delivered(sandbox));
	const ids = polled.map(({ eventId }) => eventId);
	// The move into the stage of the hired is told twice in the flat dialect, both times as the hire.
	const hiredStage = ids.filter((id) => !pushed.has(id));
	expect(hiredStage).toEqual([expect.stringMatching(/^application\.stage_changed:/)]);
	expect([...pushed.keys()].filter((id) => !ids.includes(id))).toEqual([]);
	expect(new Set(polled.map(({ event }) => event))).toEqual(new Set(EVENT_NAMES));
});

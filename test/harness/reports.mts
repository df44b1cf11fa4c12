import { listen } from './loopback.mts';
import type { Loopback } from './loopback.mts';
import { isBody } from './rest.mts';

/** Where the flow behind the trigger tells what reached it: counts what ran even where n8n was killed before it could save that. */
export interface Reports extends Loopback {
	/** How often each application reached the flow, by ID. */
	applications(): Map<number, number>;
	/** How often each event reached the flow, by `eventId`. */
	events(): Map<string, number>;
	/** Lets the flow wait for its answer from now on. */
	hold(): void;
	/** Answers all that wait, and whatever comes. */
	release(): void;
}

const add = <K,>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

export async function startReports(): Promise<Reports> {
	const applications = new Map<number, number>();
	const events = new Map<string, number>();
	let held: Promise<void> | undefined;
	let open = () => {};
	const server = await listen(async (_request, body) => {
		const report: unknown = JSON.parse(body.toString());
		if (!isBody(report)) throw new Error('A report has to be an object.');
		add(applications, Number(report.application));
		add(events, String(report.event));
		await held;
		return { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
	});
	return {
		...server,
		applications: () => new Map(applications),
		events: () => new Map(events),
		hold: () => {
			held = new Promise((resolve) => (open = resolve));
		},
		release: () => {
			open();
			held = undefined;
		},
	};
}

/** The node `Flow`, which reports each item that it gets to `url`. */
export function reportingNode(url: string) {
	return {
		name: 'Flow',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			method: 'POST',
			url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify({ application: $json.applicationId, event: $json.eventId }) }}',
			// None of its own: a flow that waits has to be ended by the test.
			options: { timeout: 600_000 },
		},
	};
}

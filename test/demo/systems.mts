import { localize, startN8n, type N8n } from '../harness/n8n.mts';
import { startBambooHr, type BambooHr } from '../sandbox/bamboohr/index.mts';
import { startHiresSandbox, type HiresSandbox } from '../sandbox/hires/index.mts';
import type { SeenRequest } from '../sandbox/internet/index.mts';
import { fields, type Tell } from './narrator.mts';

/** Someone who works there already: the flow uses a department only if a colleague has it. */
const COLLEAGUE = {
	firstName: 'Grace',
	lastName: 'Hopper',
	workEmail: 'grace.hopper@example.com',
	department: 'Engineering',
};

export interface Systems {
	hires: HiresSandbox;
	bamboo: BambooHr;
	n8n: N8n;
	/** Has something done first of all when the systems are ended. */
	atEnd(ending: () => Promise<unknown>): void;
}

/** Starts the three systems, and ends those that were started, whatever happened in between. */
export function systems(tell: Tell) {
	const endings: Array<() => Promise<unknown>> = [];
	let starting: Promise<Systems> | undefined;

	async function startAll(): Promise<Systems> {
		const bamboo = await startBambooHr({
			employees: [COLLEAGUE],
			onRequest: (request) => tell('BambooHR', answered(request, bamboo)),
		});
		endings.unshift(bamboo.close);
		tell('BambooHR', 'the stand-in is up; one employee so far: Grace Hopper, Engineering');

		tell('n8n', 'starting a real one with this package installed, about 10 seconds ...');
		const n8n = await startN8n({ ui: true, env: bamboo.env });
		endings.unshift(n8n.remove);
		tell('n8n', `is up at ${n8n.url}`);

		const hires = await startHiresSandbox({ dialect: 'article', rewriteUrl: localize(n8n) });
		endings.unshift(async () => await hires.close());
		tell('100Hires', `the stand-in is up at ${hires.pageUrl}`);
		return { hires, bamboo, n8n, atEnd: (ending) => void endings.unshift(ending) };
	}

	return {
		start: async (): Promise<Systems> => await (starting ??= startAll()),
		/** Waits for what is just being started, because only what is up can be ended properly. */
		end: async (): Promise<void> => {
			await starting?.catch(() => undefined);
			for (const ending of endings.splice(0)) await ending();
		},
	};
}

function answered({ method, url, body, status }: SeenRequest, bamboo: BambooHr): string {
	const path = new URL(url).pathname.replace(/^.*\/v1\//, '');
	if (method === 'GET' && path === 'employees/directory') {
		return `was asked who is there, and named ${bamboo.employees().length}`;
	}
	const employee = bamboo.employees().at(-1);
	if (method === 'POST' && path === 'employees' && status === 201 && employee) {
		const { id, ...filled } = employee;
		return `created employee ${id}: ${fields(filled)}`;
	}
	return `answered ${method} ${path} with ${status}${body && status >= 400 ? `: ${body}` : ''}`;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { itemsOf, type Execution } from '../harness/n8n.mts';
import type { WorldEvent } from '../sandbox/hires/world/records.mts';
import { NODES } from '../harness/example.mts';
import type { Systems } from './systems.mts';
import type { Tell } from './narrator.mts';

const PAUSE_MS = 200;
const UNFINISHED = ['new', 'running', 'waiting'];

export interface Watch {
	/** Tells at once what was not told yet. */
	catchUp(): Promise<void>;
	stop(): Promise<void>;
}

/** Tells of everything that happens from now on, whoever causes it: the demo itself or somebody who plays with the page. */
export function watch({ hires, n8n }: Systems, workflowId: string, tell: Tell): Watch {
	const closing = new AbortController();
	const told = new Set<string>();
	let attempts = 0;

	const stopListening = hires.world.onEvent((event) => tell('100Hires', happened(event)));

	function tellOfDeliveries(): void {
		const all = hires.deliveries.attempts();
		for (const { eventName, status, error, answer, attempt, body } of all.slice(attempts)) {
			const copy = attempt > 1 ? `, sent for the ${ordinal(attempt)} time` : '';
			const outcome =
				status === null ? `got no answer: ${error}` : `answered ${status}${said(answer)}`;
			tell('webhook', `${eventName}${copy} (${body.length} bytes, signed): n8n ${outcome}`);
		}
		attempts = all.length;
	}

	async function tellOfExecutions(): Promise<void> {
		const ended = (await n8n.executionSummaries(workflowId)).filter(
			({ id, status }) => !UNFINISHED.includes(status) && !told.has(id),
		);
		if (ended.length === 0) return;
		for (const execution of await n8n.executions(workflowId)) {
			if (told.has(execution.id) || UNFINISHED.includes(execution.status)) continue;
			told.add(execution.id);
			tell('n8n', `execution ${execution.id}: ${outcomeOf(execution)}`);
		}
	}

	/** One look at a time, so that nothing is told twice. */
	let look = Promise.resolve();
	const catchUp = async () => {
		look = look.then(async () => {
			tellOfDeliveries();
			await tellOfExecutions();
		});
		await look;
	};

	async function watchUntilEnd(): Promise<void> {
		while (!closing.signal.aborted) {
			await catchUp();
			await sleep(PAUSE_MS, undefined, { signal: closing.signal });
		}
	}
	const looking = watchUntilEnd().catch((error: unknown) => {
		if (!closing.signal.aborted) tell('demo', `can watch no longer: ${String(error)}`);
	});

	return {
		catchUp,
		stop: async () => {
			stopListening();
			closing.abort();
			await looking;
		},
	};
}

function outcomeOf(execution: Execution): string {
	if (execution.error) return `ended with "${execution.error}"`;
	const [created] = itemsOf(execution, NODES.create);
	if (created) return `the flow ran and created employee ${String(created.id)}`;
	const [there] = itemsOf(execution, NODES.alreadyThere);
	if (there) return `the flow ran and found employee ${String(there.id)}, so it created nobody`;
	if (itemsOf(execution, NODES.trigger).length === 0) {
		return 'the trigger had seen this event before, so the flow did not run';
	}
	return `ended as ${execution.status}`;
}

function happened(event: WorldEvent): string {
	const { candidate, job, fromStage, toStage, interview, score } = event;
	const who = candidate ? `${candidate.firstName} ${candidate.lastName}` : 'somebody';
	switch (event.name) {
		case 'application.created':
			return `${who} applied for ${job?.title}`;
		case 'application.stage_changed':
			return `${who} was moved from ${fromStage?.name} to ${toStage?.name}`;
		case 'candidate.hired':
			return `${who} was hired as ${job?.title}`;
		case 'candidate.disqualified':
			return `${who} was disqualified for ${job?.title}`;
		case 'interview.scheduled':
			return `${who} has an interview${interview?.location ? `: ${interview.location}` : ''}`;
		case 'ai_score.generated':
			return `${who} got an AI score of ${score?.total}`;
		case 'candidate.created':
			return `${who} is a new candidate`;
		case 'candidate.updated':
			return `the details of ${who} were changed`;
	}
}

/** What an answer says, where it says it as 100Hires' trigger does: `{"message": …}`. */
function said(answer: string): string {
	const message = /"message":"([^"]+)"/.exec(answer)?.[1];
	return message ? ` "${message}"` : '';
}

function ordinal(count: number): string {
	return ['', 'first', 'second', 'third'][count] ?? `${count}th`;
}

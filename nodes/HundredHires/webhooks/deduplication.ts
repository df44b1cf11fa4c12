import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import { quote } from '../shared/quote';

/**
 * How many events are recorded, the oldest leaving first: more than a day of an account with hundreds of applications an hour,
 * while 100Hires' last retry comes 14 h 36 min after the event (help article on webhooks, 2026-06-15).
 */
export const MOST_EVENTS = 11_000;

/**
 * How many of its latest IDs a process repeats with each write. n8n's store reads, changes and writes one row without a lock, so that
 * two workers can undo each other's writes; what was lost that way comes back with the next one.
 */
const REPEATED = 500;

/**
 * How long after the last write it is checked that it is still there, in milliseconds: longer than another process takes from reading the row to
 * writing it. Without this check, an event whose write was undone just before a quiet hour would be forgotten during that hour.
 */
const CHECK_AFTER_MS = 1000;

/** One event that waits to be recorded. */
interface Waiting {
	id: string;
	context: IExecuteFunctions;
	/** Called with whether the event is new. */
	settle(isNew: boolean): void;
}

/** What this process knows of one trigger's events. */
interface Ledger {
	/** Events that n8n's store holds for certain, the oldest first. */
	recorded: Set<string>;
	waiting: Waiting[];
	writing: boolean;
	/** How often events were recorded. */
	writes: number;
}

/** By workflow and node. Lost with the process, which is no harm: n8n's store is what counts. */
const ledgers = new Map<string, Ledger>();

const buildKey = (workflowId: string | undefined, nodeId: string): string =>
	`${workflowId ?? ''}/${nodeId}`;

function findLedger(key: string): Ledger {
	let ledger = ledgers.get(key);
	if (!ledger) {
		ledger = { recorded: new Set(), waiting: [], writing: false, writes: 0 };
		ledgers.set(key, ledger);
	}
	return ledger;
}

function addRecorded(ledger: Ledger, id: string): void {
	// Set anew, so that the order of the set is that of the latest delivery.
	ledger.recorded.delete(id);
	ledger.recorded.add(id);
	if (ledger.recorded.size > MOST_EVENTS) {
		const [oldest] = ledger.recorded;
		ledger.recorded.delete(oldest);
	}
}

/**
 * Reads which IDs the store has and records the others, in one go.
 *
 * @returns Those that the store did not have
 * @throws whatever n8n's store throws
 */
async function record(
	context: IExecuteFunctions,
	ids: string[],
	ledger: Ledger,
): Promise<Set<string>> {
	const latest = [...ledger.recorded].slice(-REPEATED);
	const items = [...new Set([...latest, ...ids])];
	const options = { mode: 'entries' as const, maxEntries: MOST_EVENTS };
	const check = async () => await context.helpers.checkProcessedAndRecord(items, 'node', options);
	// Where two processes make a node's first entry at once, one of them is refused; the second try finds the row.
	const found = await check().catch(check);
	return new Set(found.new.map(String));
}

/** Empties the queue, all that wait in one write, until nothing waits. Never throws. */
async function drain(ledger: Ledger): Promise<void> {
	while (ledger.waiting.length > 0) {
		const batch = ledger.waiting.splice(0);
		const [{ context }] = batch;
		let fresh: Set<string>;
		try {
			fresh = await record(
				context,
				batch.map(({ id }) => id),
				ledger,
			);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			context.logger.warn(
				`100Hires Trigger ${quote(context.getNode().name)} could not look up whether an event was here before (${quote(reason)}) and lets it through`,
				{ workflowId: context.getWorkflow().id },
			);
			for (const { settle } of batch) settle(true);
			continue;
		}
		ledger.writes += 1;
		for (const { id, settle } of batch) {
			// What this process recorded counts even where another's write has undone it; so do earlier copies in this batch.
			const isNew = !ledger.recorded.has(id) && fresh.has(id);
			addRecorded(ledger, id);
			settle(isNew);
		}
	}
	// In the same step as the check of the queue: whoever joins it from now on finds nobody at work.
	ledger.writing = false;
}

/**
 * Once nothing came for a while: writes the latest IDs again until none of them was missing. Whichever of two processes was undone
 * finds that out here, and only the one that was goes on. Never throws; without the store there is nothing to repair.
 */
async function repair(ledger: Ledger, context: IExecuteFunctions): Promise<void> {
	for (;;) {
		const { writes } = ledger;
		await sleep(CHECK_AFTER_MS);
		// Whoever wrote since then has repeated the latest IDs, and checks on them.
		if (ledger.writing || ledger.writes !== writes) return;
		ledger.writing = true;
		const missing = await record(context, [], ledger).catch(() => new Set());
		await drain(ledger);
		if (missing.size === 0 && ledger.writes === writes) return;
	}
}

async function drainAndRepair(ledger: Ledger, context: IExecuteFunctions): Promise<void> {
	await drain(ledger);
	if (ledger.recorded.size > 0) await repair(ledger, context);
}

/**
 * Claims an event for this execution: whether it is here for the first time, and from then on it is not. Calls for one trigger wait for each other within the
 * process, since n8n's store is not made for simultaneous ones: 33 of 40 repeats came through it without (measured, n8n 2.41.1).
 *
 * If the store fails the event counts as new: twice is better than never.
 *
 * @param context Of the execution that the event started; only there does n8n offer its store
 * @param id The event's ID
 */
export async function claim(context: IExecuteFunctions, id: string): Promise<boolean> {
	const ledger = findLedger(buildKey(context.getWorkflow().id, context.getNode().id));
	const verdict = new Promise<boolean>((settle) => ledger.waiting.push({ id, context, settle }));
	if (!ledger.writing) {
		ledger.writing = true;
		void drainAndRepair(ledger, context);
	}
	return await verdict;
}

/**
 * Whether this process has recorded the event, so that a repeat needs no execution to be recognised. An event that is only being
 * recorded is not counted: it could still fail.
 */
export function isRecorded(workflowId: string | undefined, nodeId: string, id: string): boolean {
	return ledgers.get(buildKey(workflowId, nodeId))?.recorded.has(id) ?? false;
}

/** Lets callers act while the stand-in of 100Hires misbehaves, and says what is wrong with what they make of it. */
import type { Fault, HiresSandbox } from '../../sandbox/hires/index.mts';
import { openPlace, type Caller, type Place, type Prepared, type World } from './callers.mts';

/** Longer than anything takes that ends, milliseconds. */
const FOREVER_MS = 40_000;

/** Method and path of a request, with a star for whatever is another one in each stand-in. */
export function shapeOf({ method, path }: { method: string; path: string }): string {
	const shape = path
		.replace(/(?<=\/candidates\/)(?!batch\b)[^/]+/, '*')
		.replace(/(?<=\/)[^/]*\d[^/]*/g, '*');
	return `${method} ${shape}`;
}

/** Whether a request is one for a file, whose answer is its bytes. */
export const isForFile = (shape: string): boolean =>
	/^GET \/(files\/|attachments\/\w+\/\*)/.test(shape);

/** What became of an act. */
export type Outcome = { result: unknown } | { message: string } | { hangs: true };

/** Acts, and gives up waiting for what never ends. */
async function attempt(act: Prepared['act'], foreverMs: number): Promise<Outcome> {
	let timer: NodeJS.Timeout | undefined;
	const never = new Promise<Outcome>((resolve) => {
		timer = setTimeout(() => resolve({ hangs: true }), foreverMs);
	});
	const done = act().then(
		(result): Outcome => ({ result }),
		(error: unknown): Outcome => ({
			message: error instanceof Error ? error.message : String(error),
		}),
	);
	const outcome = await Promise.race([done, never]);
	clearTimeout(timer);
	return outcome;
}

/** What is wrong with what became of an act that cannot have succeeded; `null` where nothing is. */
export function judgeRefusal(outcome: Outcome, ...wanted: Array<string | RegExp>): string | null {
	if ('hangs' in outcome) return 'never ends';
	if ('result' in outcome)
		return `taken for a success: ${String(JSON.stringify(outcome.result)).slice(0, 160)}`;
	const { message } = outcome;
	const lacks = wanted.filter((each) =>
		typeof each === 'string' ? !message.includes(each) : !each.test(message),
	);
	const isWrong =
		!/^(Could not |100Hires did not say whether it could )/.test(message) ||
		message.includes('[object Object]') ||
		lacks.length > 0;
	if (!isWrong) return null;
	const missing = lacks.length > 0 ? ` (lacks ${lacks.join(', ')})` : '';
	return `says: ${message.slice(0, 160)}${missing}`;
}

/** A write that was sent more than once, if there is one. */
export function findRepeatedWrite({ requests }: Pick<HiresSandbox, 'requests'>): string | null {
	const writes = requests
		.all()
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);
	const repeated = writes.find((write, index) => writes.indexOf(write) < index);
	return repeated === undefined ? null : `sends ${repeated} more than once`;
}

/** Whether a write was dealt with, under a fault that the requests of a target met. */
export function hasWritten(
	{ requests }: Pick<HiresSandbox, 'requests'>,
	fault: Fault,
	target: string | null,
): boolean {
	const isDealtWith = fault.rewrite !== undefined || fault.cut === true;
	return requests
		.all()
		.filter(({ method }) => method !== 'GET')
		.some((write) => isDealtWith || (target !== null && shapeOf(write) !== target));
}

/** Lets a caller act under a fault, from its second request on where it has a fault for the first already. */
export async function actUnder(
	{ sandbox }: Place,
	{ first }: Caller,
	prepared: Prepared,
	fault: Fault,
	target: string | null,
	foreverMs = FOREVER_MS,
): Promise<Outcome> {
	sandbox.requests.clear();
	sandbox.faults.clear();
	if (first) sandbox.faults.next(1, first);
	sandbox.faults.always(fault, (request) => target === null || shapeOf(request) === target);
	try {
		return await attempt(prepared.act, foreverMs);
	} finally {
		sandbox.faults.clear();
	}
}

/** An answer of 100Hires to a caller. */
interface Answer {
	/** Of the request. */
	shape: string;
	body: unknown;
}

/** What a caller does as long as nothing is wrong. */
export interface Explored {
	/** The JSON answers that it gets; with a fault for the first request, from the second on. */
	answers: Answer[];
	/** `null` for all requests at once, then each kind of request by itself, where there are several. */
	targets: Array<string | null>;
	/** Shapes of all that it requests. */
	shapes: string[];
}

/** Stand-ins for callers: a new one takes a tenth of a second, so that those in which nothing was changed are used again. */
export class Places {
	/** For callers that change nothing. */
	private readonly shared = new Map<World, Place>();

	/** For one caller at a time. */
	private readonly unchanged: Place[] = [];

	private readonly opened = new Set<Place>();

	private async open(world: World): Promise<Place> {
		const place = await openPlace(world);
		this.opened.add(place);
		return place;
	}

	async for({ world, isRead, kind }: Caller): Promise<Place> {
		if (!isRead)
			return (
				(kind === 'registration' ? undefined : this.unchanged.pop()) ?? (await this.open(world))
			);
		const shared = this.shared.get(world) ?? (await this.open(world));
		this.shared.set(world, shared);
		return shared;
	}

	/** Takes back one in which nothing was changed; what is registered in preparation is a change. */
	giveBack({ isRead, kind }: Caller, place: Place): void {
		if (!isRead && kind !== 'registration') this.unchanged.push(place);
	}

	/** Ends those that nobody will use again. */
	async closeUsed(): Promise<void> {
		const kept = [...this.shared.values(), ...this.unchanged];
		const used = [...this.opened].filter((place) => !kept.includes(place));
		for (const place of used) this.opened.delete(place);
		await Promise.all(used.map(async ({ sandbox }) => await sandbox.close()));
	}

	async close(): Promise<void> {
		this.shared.clear();
		this.unchanged.length = 0;
		await this.closeUsed();
	}
}

/**
 * Lets a caller act while nothing is wrong.
 *
 * @throws What it throws: then the table is wrong, or the caller
 */
export async function explore(places: Places, caller: Caller): Promise<Explored> {
	const place = await places.for(caller);
	const { sandbox } = place;
	const prepared = await caller.prepare(place);
	const answers: Answer[] = [];
	let shape = '';
	sandbox.requests.clear();
	if (caller.first) sandbox.faults.next(1, caller.first);
	sandbox.faults.always(
		{
			rewrite: (body) => {
				answers.push({ shape, body });
				return body;
			},
		},
		(request) => {
			shape = shapeOf(request);
			return true;
		},
	);
	try {
		await prepared.act();
	} finally {
		sandbox.faults.clear();
	}
	const shapes = [...new Set(sandbox.requests.all().map(shapeOf))];
	if (shapes.length === 0) throw new Error(`${caller.name} makes no request.`);
	return { answers, shapes, targets: shapes.length > 1 ? [null, ...shapes] : [null] };
}

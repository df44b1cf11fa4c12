/** What goes wrong with a request of the API. */
export interface Fault {
	/** Answers with that status and the API's error body; with `body` or `redirectTo`, with those. */
	status?: number;
	/** Headers of that answer. */
	headers?: Record<string, string>;
	/** Breaks the connection off before anything was done. */
	dropConnection?: boolean;
	/** Waits first. */
	delayMs?: number;
	/** Does what was asked and then breaks the connection off: the answer is lost. */
	dropAfterHandling?: boolean;
	/** Answers exactly this text, with status 200 unless another is given; nothing is done. */
	body?: string;
	/** What that text is labelled as; default JSON. */
	contentType?: string;
	/** Does what was asked first, and then answers with `body` all the same. */
	afterHandling?: boolean;
	/** Does what was asked and sends the JSON of the answer changed. What is no JSON, such as a file, is sent as it is. */
	rewrite?: (body: unknown) => unknown;
	/** Sends the client to this address; the status is 302 unless another is given. */
	redirectTo?: string;
	/** Begins an answer that never ends: a blank every so many milliseconds, until the client hangs up. */
	drip?: { everyMs: number };
	/** Does what was asked and breaks off in the middle of the answer, whose length was announced in full. */
	cut?: boolean;
	/** Sends the first page whatever page is asked for. */
	ignorePage?: boolean;
	/** Another `Date` header than the stand-in's own; `null` for none. */
	date?: string | null;
}

export interface FaultyRequest {
	method: string;
	/** Under /v2, without the query. */
	path: string;
}

type Matcher = (request: FaultyRequest) => boolean;

interface Plan {
	remaining: number;
	fault: Fault;
	matcher: Matcher;
}

const matchesAll: Matcher = () => true;

/** Makes the API misbehave. */
export class Faults {
	private plans: Plan[] = [];

	private standing: Plan[] = [];

	/**
	 * Lets the next requests go wrong.
	 *
	 * @param n How many
	 * @param matcher Which requests; default all
	 */
	next(n: number, fault: Fault, matcher: Matcher = matchesAll): void {
		this.plans.push({ remaining: n, fault, matcher });
	}

	/**
	 * Lets requests go wrong until `clear()`, after those that `next` names.
	 *
	 * @param matcher Which requests; default all
	 */
	always(fault: Fault, matcher: Matcher = matchesAll): void {
		this.standing.push({ remaining: Infinity, fault, matcher });
	}

	/** Calls off what has not happened yet. */
	clear(): void {
		this.plans = [];
		this.standing = [];
	}

	/** What is to go wrong with this request; counts as happened. */
	take(request: FaultyRequest): Fault | undefined {
		const plan = [...this.plans, ...this.standing].find(
			({ remaining, matcher }) => remaining > 0 && matcher(request),
		);
		if (!plan) return undefined;
		plan.remaining -= 1;
		return plan.fault;
	}
}

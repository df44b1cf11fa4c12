/** What goes wrong with a request of the API. */
export interface Fault {
	/** Answers with that status and the API's error body. */
	status?: number;
	/** Headers of that answer. */
	headers?: Record<string, string>;
	/** Breaks the connection off before anything was done. */
	dropConnection?: boolean;
	/** Waits first. */
	delayMs?: number;
	/** Does what was asked and then breaks the connection off: the answer is lost. */
	dropAfterHandling?: boolean;
}

export interface FaultyRequest {
	method: string;
	/** Under /v2, without the query. */
	path: string;
}

interface Plan {
	remaining: number;
	fault: Fault;
	matcher: (request: FaultyRequest) => boolean;
}

/** Makes the API misbehave. */
export class Faults {
	private plans: Plan[] = [];

	/**
	 * Lets the next requests go wrong.
	 *
	 * @param n How many
	 * @param matcher Which requests; default all
	 */
	next(n: number, fault: Fault, matcher: (request: FaultyRequest) => boolean = () => true): void {
		this.plans.push({ remaining: n, fault, matcher });
	}

	/** Calls off what has not happened yet. */
	clear(): void {
		this.plans = [];
	}

	/** What is to go wrong with this request; counts as happened. */
	take(request: FaultyRequest): Fault | undefined {
		const plan = this.plans.find(({ remaining, matcher }) => remaining > 0 && matcher(request));
		if (!plan) return undefined;
		plan.remaining -= 1;
		return plan.fault;
	}
}

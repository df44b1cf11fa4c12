import type { EventName } from '../events.mts';
import { ConditionWaiters } from './conditionWaiters.mts';

/** One try at sending. */
export interface Attempt {
	/** `null` for what `sendRaw` sent. */
	deliveryId: number | null;
	eventName: EventName | null;
	webhookId: number | null;
	/** The URL as registered, which `rewriteUrl` may send elsewhere. */
	url: string;
	/** 1 for the first; a delivery sent again on request counts on. */
	attempt: number;
	status: number | null;
	error: string | null;
	/** Unix seconds when it was sent. */
	at: number;
	body: string;
	headers: Record<string, string>;
	/** The beginning of the body of the receiver's answer. */
	answer: string;
}

/** The attempts in the order in which they ended, and those who wait for one. */
export class AttemptLog {
	private readonly attempts: Attempt[] = [];

	readonly waiters = new ConditionWaiters();

	all(): readonly Attempt[] {
		return this.attempts;
	}

	/** Whoever waits hears of it at the next `waiters.check()`, for which the sender first settles what comes next. */
	add(attempt: Attempt): void {
		this.attempts.push(attempt);
	}

	clear(): void {
		this.attempts.length = 0;
	}

	/** See `DeliveryLog.waitFor`. */
	async waitFor(
		predicate: (attempt: Attempt, upToIt: readonly Attempt[]) => boolean,
		timeoutMs: number,
	): Promise<Attempt> {
		let found: Attempt | undefined;
		let looked = 0;
		const isMet = () => {
			// Cleared in the meantime: everything there is now is new.
			if (looked > this.attempts.length) looked = 0;
			while (!found && looked < this.attempts.length) {
				looked += 1;
				const attempt = this.attempts[looked - 1];
				if (predicate(attempt, this.attempts.slice(0, looked))) found = attempt;
			}
			return found !== undefined;
		};
		await this.waiters.until(isMet, {
			timeoutMs,
			failure: () => `No such attempt within ${timeoutMs} ms; ${this.summary()}`,
		});
		return found as unknown as Attempt;
	}

	private summary(): string {
		const lines = this.attempts.map(
			({ eventName, url, status, error }) => `${eventName ?? 'raw'} to ${url}: ${status ?? error}`,
		);
		return `attempts so far: ${lines.slice(-10).join('; ') || 'none'}.`;
	}
}

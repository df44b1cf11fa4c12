interface Waiter {
	condition: () => boolean;
	resolve: () => void;
}

/** Those who wait until something holds; `check` has to be called whenever it may have come true. */
export class ConditionWaiters {
	private readonly waiters = new Set<Waiter>();

	/**
	 * Resolves once the condition holds.
	 *
	 * @param limit Gives up after that much real time, with the message that `failure` makes
	 */
	async until(
		condition: () => boolean,
		limit?: { timeoutMs: number; failure: () => string },
	): Promise<void> {
		if (condition()) return;
		await new Promise<void>((resolve, reject) => {
			const waiter = { condition, resolve: () => finish(resolve) };
			const timer =
				limit &&
				setTimeout(() => finish(() => reject(new Error(limit.failure()))), limit.timeoutMs);
			const finish = (settle: () => void) => {
				clearTimeout(timer);
				this.waiters.delete(waiter);
				settle();
			};
			this.waiters.add(waiter);
		});
	}

	check(): void {
		for (const waiter of this.waiters) if (waiter.condition()) waiter.resolve();
	}
}

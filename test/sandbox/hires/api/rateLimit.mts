import type { Clock } from '../clock.mts';

/**
 * Counts requests in fixed windows that begin with the first request: 100 in 10 minutes for a key that is not approved yet
 * (100Hires OpenAPI 3.1, 2.0.0).
 */
export class RateLimit {
	private readonly rule: { limit: number; windowSeconds: number };

	private readonly clock: Clock;

	private count = 0;

	private reset = 0;

	constructor(rule: { limit: number; windowSeconds: number }, clock: Clock) {
		this.rule = rule;
		this.clock = clock;
	}

	/** Counts one request. */
	take(): { isAllowed: boolean; headers: Record<string, string> } {
		const now = this.clock.now();
		if (now >= this.reset) {
			this.count = 0;
			this.reset = now + this.rule.windowSeconds;
		}
		this.count += 1;
		return {
			isAllowed: this.count <= this.rule.limit,
			headers: {
				'x-ratelimit-limit': String(this.rule.limit),
				'x-ratelimit-remaining': String(Math.max(0, this.rule.limit - this.count)),
				'x-ratelimit-reset': String(this.reset),
			},
		};
	}
}

import type { IPollFunctions } from 'n8n-workflow';
import { readNumber } from '../shared/values';
import { createRefusal } from '../transport/errors';
import { pausedUntil, readHttpDate } from '../transport/rateLimit';
import { readAccount, tryRequest } from '../transport/request';
import { POLL_TIMEOUT_MS } from '../transport/retry';
import type { ApiResponse } from '../transport/types';
import type { Clock } from './readStream';
import type { Get, GetRequest } from '../transport/paginator';

/** Most requests of one poll; what is left is for the next. */
const MAX_REQUESTS = 40;

/** Requests that are left to others who use the same key, in its window: new keys have 100 in ten minutes (100Hires OpenAPI 2.0.0). */
const RESERVE = 10;

/** How long n8n lets a poll take where it does not say, milliseconds. */
const DEFAULT_BUDGET_MS = 300_000;

/** Why no more is requested in this poll. */
export type Stop = 'requests' | 'time' | 'rate limit';

/**
 * The requests and the time that one poll may take, and the clock of 100Hires by the headers of its responses. n8n gives up a poll after some minutes, or, where
 * it is set to keep polls in its database, after some seconds.
 */
export class RequestBudget implements Clock {
	/** Set as soon as a request was not sent. */
	stop: Stop | null = null;

	requests = 0;

	private readonly context: IPollFunctions;

	private readonly endsAt: number;

	/** How far n8n's clock is ahead of 100Hires', milliseconds. */
	private aheadMs = 0;

	/** Requests left in the window of the rate limit, where 100Hires says. */
	private remaining: number | null = null;

	private isRefused = false;

	constructor(context: IPollFunctions) {
		this.context = context;
		// Not in every n8n: new in 2026.
		const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS;
		this.endsAt = Date.now() + budgetMs - Math.min(POLL_TIMEOUT_MS, budgetMs / 2);
	}

	now(): number {
		return Math.floor((Date.now() - this.aheadMs) / 1000);
	}

	/**
	 * Sends a request, unless the budget is used up.
	 *
	 * @returns `null` where no more may be sent in this poll
	 * @throws NodeApiError where no answer came, or 100Hires refused for another reason than the rate limit
	 */
	readonly get: Get = async (wanted) => {
		const reason = await this.findStop(wanted);
		if (reason !== null) {
			this.stop = reason;
			return null;
		}
		const { path, qs, task, expect } = wanted;
		this.requests++;
		const request = { method: 'GET' as const, path, qs, task, expect };
		const response = await tryRequest(this.context, request, { timeoutMs: POLL_TIMEOUT_MS });
		this.readHeaders(response);
		if (response.status === 429) {
			this.isRefused = true;
			this.stop = 'rate limit';
			return null;
		}
		const isMissing = response.status === 404 && wanted.mayBeMissing === true;
		if (response.status !== 200 && !isMissing)
			throw createRefusal(this.context.getNode(), response, task);
		return response;
	};

	/** What is needed is sent even when no more than that may be, so that no list waits for another that is long. */
	private async findStop({ isNeeded }: GetRequest): Promise<Stop | null> {
		const { keyDigest } = await readAccount(this.context);
		if (this.isRefused || pausedUntil(keyDigest) !== null) return 'rate limit';
		if (isNeeded) return null;
		if (this.requests >= MAX_REQUESTS) return 'requests';
		if (Date.now() > this.endsAt) return 'time';
		return this.remaining !== null && this.remaining <= RESERVE ? 'rate limit' : null;
	}

	private readHeaders({ headers }: ApiResponse): void {
		this.remaining = readNumber(headers['x-ratelimit-remaining']);
		const serverMs = readHttpDate(headers.date);
		if (serverMs !== null) this.aheadMs = Date.now() - serverMs;
	}
}

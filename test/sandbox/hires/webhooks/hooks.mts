import { randomBytes } from 'node:crypto';

import type { EventName } from '../events.mts';

export interface Hook {
	id: number;
	url: string;
	scope: 'company' | 'job';
	jobId: number | null;
	/** What it subscribed to; `null` in the dialect where the company decides. */
	events: EventName[] | null;
	/** The current secret first; behind it, while the grace window of a rotation is open, the one before. */
	secrets: string[];
}

export interface NewHook {
	url: string;
	/** `null` or absent for a hook of the company. */
	jobId?: number | null;
	events?: EventName[] | null;
	secret?: string;
}

/** The webhooks registered with the account. The same URL may be there more than once. */
export class HookStore {
	private readonly hooks = new Map<number, Hook>();

	private lastId = 8100;

	/** Every hook, the oldest first, as copies. */
	all(): Hook[] {
		return [...this.hooks.values()].map((hook) => structuredClone(hook));
	}

	/** The hooks of one scope. */
	of(jobId: number | null): Hook[] {
		return this.all().filter((hook) => hook.jobId === jobId);
	}

	/** @returns A copy, or `undefined` when there is none of that ID */
	get(id: number): Hook | undefined {
		const hook = this.hooks.get(id);
		return hook && structuredClone(hook);
	}

	/** Registers a hook; tests put hooks of other systems and left-over ones there with it. */
	add({ url, jobId = null, events = null, secret = newSecret() }: NewHook): Hook {
		this.lastId += 1;
		const scope = jobId === null ? ('company' as const) : ('job' as const);
		const hook = { id: this.lastId, url, scope, jobId, events, secrets: [secret] };
		this.hooks.set(hook.id, hook);
		return structuredClone(hook);
	}

	/** @returns Whether it was there */
	remove(id: number): boolean {
		return this.hooks.delete(id);
	}

	/**
	 * Gives the hook a new secret and opens a grace window, in which deliveries are signed with the old one as well. A secret
	 * older than that is no longer used.
	 */
	rotate(id: number): Hook {
		const hook = this.known(id);
		hook.secrets = [newSecret(), hook.secrets[0]];
		return structuredClone(hook);
	}

	/** Closes the grace window of a rotation: from now on only the new secret signs. */
	endGrace(id: number): void {
		const hook = this.known(id);
		hook.secrets = [hook.secrets[0]];
	}

	private known(id: number): Hook {
		const hook = this.hooks.get(id);
		if (!hook) throw new Error(`There is no webhook ${id}.`);
		return hook;
	}
}

/** 64 hexadecimal digits, as in the vendor's example. */
function newSecret(): string {
	return randomBytes(32).toString('hex');
}

import type { ServiceCall } from './index.mts';
import type { Reply } from './reply.mts';

interface Trouble {
	reply: Reply;
	matches: (call: ServiceCall) => boolean;
}

/** Answers that a stand-in gives in place of its own: limits, outages. */
export class Troubles {
	private readonly coming: Trouble[] = [];

	/** The next request that matches gets this answer, and changes nothing. */
	add(reply: Reply, matches: Trouble['matches'] = () => true): void {
		this.coming.push({ reply, matches });
	}

	/** How many have not been met yet. */
	get left(): number {
		return this.coming.length;
	}

	/** @returns the answer in place of the service's own, which is used up by that */
	take(call: ServiceCall): Reply | undefined {
		const index = this.coming.findIndex(({ matches }) => matches(call));
		return index < 0 ? undefined : this.coming.splice(index, 1)[0].reply;
	}
}

export interface LoggedRequest {
	method: string;
	/** Under /v2, without the query. */
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	/** `null` when there was no answer, or not yet. */
	status: number | null;
}

/** Every request under /v2 in the order of arrival. */
export class RequestLog {
	private readonly requests: LoggedRequest[] = [];

	all(): readonly LoggedRequest[] {
		return [...this.requests];
	}

	clear(): void {
		this.requests.length = 0;
	}

	/** @returns The entry, to be filled in as the request goes on */
	add(request: LoggedRequest): LoggedRequest {
		this.requests.push(request);
		return request;
	}
}

/** Something that the world of the sandbox refuses; the API answers it with the same status and words. */
export class WorldError extends Error {
	/** HTTP status of the API's answer. */
	readonly status: 400 | 403 | 404 | 429;

	/** The field at fault, for `validation_errors`. */
	readonly field: string | undefined;

	constructor(status: WorldError['status'], message: string, field?: string) {
		super(message);
		this.name = 'WorldError';
		this.status = status;
		this.field = field;
	}
}

export function notFound(what: string): WorldError {
	return new WorldError(404, `${what} not found`);
}

export function invalid(field: string, message: string): WorldError {
	return new WorldError(400, message, field);
}

import type { FastifyError } from 'fastify';

import { WorldError } from '../world/errors.mts';

const NAMES: Record<number, string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not Found',
	415: 'Unsupported Media Type',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
};

/** Messages of 100Hires for whoever is not let in (100Hires OpenAPI 3.1, 2.0.0, examples). */
export const UNAUTHORIZED = 'Your request was made with invalid credentials.';
export const FORBIDDEN = 'You are not allowed to perform this action.';

export interface ErrorBody {
	error: {
		name: string;
		message: string;
		code: number;
		status: number;
		validation_errors?: Record<string, string>;
	};
}

/** The body of every answer that is an error (100Hires OpenAPI 3.1, 2.0.0). */
export function errorBody(
	status: number,
	message: string,
	validationErrors?: Record<string, string>,
): ErrorBody {
	const name = validationErrors ? 'Validation Error' : (NAMES[status] ?? 'Error');
	return {
		error: {
			name,
			message,
			code: 0,
			status,
			...(validationErrors && { validation_errors: validationErrors }),
		},
	};
}

/** The status and body for something thrown on the way. */
export function errorAnswer(error: FastifyError | WorldError): { status: number; body: ErrorBody } {
	if (error instanceof WorldError) {
		const { status, message, field } = error;
		return {
			status,
			body: field ? errorBody(status, '', { [field]: message }) : errorBody(status, message),
		};
	}
	if (error.validation) {
		const faults = error.validation.map((fault) => {
			const { missingProperty, additionalProperty } = fault.params;
			const named = String(missingProperty ?? additionalProperty ?? '');
			const field = [...fault.instancePath.split('/').slice(1), named].filter(Boolean).join('.');
			if (additionalProperty) return [field, 'Unknown field.'];
			if (missingProperty) return [field, `${field} cannot be blank.`];
			return [field || 'body', `${field || 'The body'} ${fault.message ?? 'is invalid'}.`];
		});
		return { status: 400, body: errorBody(400, '', Object.fromEntries(faults)) };
	}
	const status = error.statusCode ?? 500;
	return { status, body: errorBody(status, error.message) };
}

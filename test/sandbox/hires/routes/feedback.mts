import { route, type AnyRoute } from '../api/route.mts';
import { filled, oneOf } from '../api/schema.mts';
import { invalid, WorldError } from '../world/errors.mts';

const AN_HOUR = 3600;

/** In an hour (100Hires OpenAPI 3.1, 2.0.0). */
const MOST = 5;

const MAX_CONTEXT_BYTES = 4096;

const text = { ...filled, maxLength: 2000 };

export const feedbackRoutes: AnyRoute[] = [
	route<{ description: string; context?: object }>({
		method: 'POST',
		path: '/feedback',
		body: {
			description: text,
			endpoint: filled,
			issue_type: oneOf(
				'missing_filter',
				'pagination',
				'performance',
				'missing_field',
				'bulk_operation',
				'other',
			),
			suggested_improvement: text,
			context: { type: 'object' },
		},
		required: ['description'],
		status: 201,
		handle: ({ context: { world, settings }, body }) => {
			const now = settings.clock.now();
			if (Buffer.byteLength(JSON.stringify(body.context ?? {})) > MAX_CONTEXT_BYTES) {
				throw invalid('context', 'Context has 4 KB at most.');
			}
			if (world.feedback.filter(({ at }) => at > now - AN_HOUR).length >= MOST) {
				throw new WorldError(429, 'Too much feedback in one hour.');
			}
			world.feedback.push({ at: now, description: body.description });
			return { success: true, message: 'Thank you for your feedback.' };
		},
	}),
];

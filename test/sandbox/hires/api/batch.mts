import { WorldError } from '../world/errors.mts';
import { errorAnswer, type ErrorBody } from './errors.mts';
import { id, type Properties, type Schema } from './schema.mts';

/** What became of one part of a batch: the answer, or the same error object that it would have got by itself. */
export type Outcome = { data: unknown } | ErrorBody;

/** Does one part of a batch; the others go on when it is refused (100Hires OpenAPI 3.1, 2.0.0). */
export function outcomeOf(act: () => unknown): Outcome {
	try {
		return { data: act() };
	} catch (error) {
		if (!(error instanceof WorldError)) throw error;
		return errorAnswer(error).body;
	}
}

/** The answer to something done to many records. */
export function batch(ids: readonly number[], act: (recordId: number) => unknown) {
	return { results: ids.map((recordId) => ({ id: recordId, ...outcomeOf(() => act(recordId)) })) };
}

/** Most records in one request (100Hires OpenAPI 3.1, 2.0.0). */
const MOST = 100;

/** A list for a batch, of IDs unless something else is named. */
export const many = (items: Schema = id): Schema => ({
	type: 'array',
	items,
	minItems: 1,
	maxItems: MOST,
});

export const batchIds: Properties = { ids: many() };

import type {
	FieldType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import { readId, readText, readTexts } from '../shared/values';
import type { Json } from '../shared/types';
import { QUESTIONS } from './lists';
import { readAll } from './search';

/** Types of `GET /questions/types` (100Hires OpenAPI 2.0.0) that are not answered with a text; what is not here is. */
const TYPES: { [question: string]: FieldType } = {
	boolean: 'boolean',
	date: 'dateTime',
	number: 'number',
	single_choice: 'options',
};

/** What cannot be filled in as a value. */
const WITHOUT_VALUE = new Set(['file_upload', 'score_card']);

function toFields(question: Json): ResourceMapperField[] {
	const id = readText(readId(question.id));
	const type = readText(question.type) ?? '';
	if (id === null || WITHOUT_VALUE.has(type)) return [];
	const options = readTexts(question.options ?? []).map((text) => ({ name: text, value: text }));
	const known = TYPES[type] ?? 'string';
	const field: ResourceMapperField = {
		id,
		displayName: readText(question.text) ?? id,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: known === 'options' && options.length === 0 ? 'string' : known,
	};
	// n8n has no field for several choices: they are texts, which become a list because they have options.
	const isChoice = type === 'single_choice' || type === 'multiple_choice';
	return [isChoice && options.length > 0 ? { ...field, options } : field];
}

/**
 * The questions of candidate profiles, as fields to fill in. Their IDs are those of the questions, which stay when a text changes.
 *
 * @throws NodeApiError where 100Hires refused; the editor shows the message
 */
export async function getProfileFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const questions = await readAll(this, QUESTIONS);
	return {
		fields: questions.flatMap(toFields),
		emptyFieldsNotice: 'The 100Hires account has no profile questions.',
	};
}

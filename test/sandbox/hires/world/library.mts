import { invalid } from './errors.mts';
import { QUESTIONS } from './lists.mts';
import type { AnswerValue } from './records.mts';
import { Store } from './store.mts';

/** Values of `GET /questions/types` (100Hires OpenAPI 3.1, 2.0.0, example). */
export const QUESTION_TYPES = [
	'short_text',
	'long_text',
	'single_choice',
	'multiple_choice',
	'file_upload',
	'score_card',
	'number',
	'boolean',
	'date',
	'time',
	'email',
	'phone',
];

export interface QuestionRecord {
	id: number;
	text: string;
	type: string;
	options: string[];
}

export const QUESTION_STATUSES = ['required', 'optional', 'hidden'] as const;

export interface FormRecord {
	id: number;
	name: string;
	questions: Array<{ questionId: number; status: (typeof QUESTION_STATUSES)[number] }>;
}

export interface TemplateRecord {
	id: number;
	name: string;
	subject: string;
	body: string;
	createdAt: number;
	updatedAt: number;
}

/** What a company writes once and uses again: questions, forms, e-mail templates. */
export class Library {
	readonly questions = new Store<QuestionRecord>('Question', 100);

	readonly forms = new Store<FormRecord>('Form', 400);

	readonly templates = new Store<TemplateRecord>('Email template', 450);

	constructor() {
		for (const question of QUESTIONS) this.questions.add({ options: [], ...question });
	}

	questionNamed(text: string): QuestionRecord | undefined {
		return this.questions.all().find((question) => question.text === text);
	}

	/** The question of that text, which is added when there is none. */
	ask(text: string): QuestionRecord {
		return (
			this.questionNamed(text) ?? this.questions.add({ text, type: 'short_text', options: [] })
		);
	}

	/**
	 * Answers by the IDs of their questions.
	 *
	 * @param answers By the text of the question or by its ID
	 * @throws WorldError for a question that the company does not ask, and for a yes or no that is not 1 or 0 (100Hires OpenAPI
	 * 3.1, 2.0.0)
	 */
	answered(answers: Record<string, AnswerValue>): Map<number, AnswerValue> {
		return new Map(
			Object.entries(answers).map(([key, value]) => {
				const question =
					(/^\d+$/.test(key) && this.questions.find(Number(key))) || this.questionNamed(key);
				if (!question) throw invalid('profile', `Unknown profile question "${key}".`);
				if (question.type === 'boolean' && value !== 1 && value !== 0) {
					throw invalid('profile', `"${question.text}" takes 1 for yes and 0 for no.`);
				}
				return [question.id, value];
			}),
		);
	}
}

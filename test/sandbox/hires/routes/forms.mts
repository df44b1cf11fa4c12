import { pageOf, route, type AnyRoute, type Paging, type Wanted } from '../api/route.mts';
import { company, filled, ids, listOf, oneOf, paging, view } from '../api/schema.mts';
import { renderForm, renderQuestion } from '../render/library.mts';
import { invalid, notFound } from '../world/errors.mts';
import {
	QUESTION_STATUSES,
	QUESTION_TYPES,
	type FormRecord,
	type Library,
} from '../world/library.mts';

interface FormBody {
	name: string;
	/** IDs. */
	questions?: number[];
}

interface QuestionBody {
	text: string;
	type: string;
	options?: string[];
}

/** Questions of a form; those that were in it keep their status. */
function questionsOf({ questions }: Library, wanted: readonly number[], form?: FormRecord) {
	return wanted.map((questionId) => {
		if (!questions.find(questionId))
			throw invalid('questions', `Question ${questionId} is invalid.`);
		const present = form?.questions.find((question) => question.questionId === questionId);
		return present ?? { questionId, status: 'optional' as const };
	});
}

const FORM = { name: filled, questions: ids };
const QUESTION = { text: filled, type: oneOf(...QUESTION_TYPES), options: listOf(filled) };

const formRoutes: AnyRoute[] = [
	route<never, Paging & Wanted>({
		method: 'GET',
		path: '/forms',
		query: { ...company, ...paging, ...view },
		handle: ({ context, query }) =>
			pageOf('forms', context.world.library.forms.all(), query, (form) =>
				renderForm(form, context.view(), query.view === 'summary'),
			),
	}),
	route<FormBody>({
		method: 'POST',
		path: '/forms',
		body: { ...FORM, ...company },
		required: ['name'],
		handle: ({ context, body: { name, questions = [] } }) => {
			const { library } = context.world;
			const form = library.forms.add({ name, questions: questionsOf(library, questions) });
			return renderForm(form, context.view());
		},
	}),
	route<never>({
		method: 'GET',
		path: '/forms/:id',
		handle: ({ context, params }) =>
			renderForm(context.world.library.forms.get(params.id), context.view()),
	}),
	route<FormBody>({
		method: 'PUT',
		path: '/forms/:id',
		body: FORM,
		required: ['name'],
		handle: ({ context, params, body: { name, questions } }) => {
			const { library } = context.world;
			const form = library.forms.get(params.id);
			if (questions) form.questions = questionsOf(library, questions, form);
			form.name = name;
			return renderForm(form, context.view());
		},
	}),
	route<{ status: 'required' | 'optional' | 'hidden' }>({
		method: 'PUT',
		path: '/forms/:form_id/questions/:question_id',
		body: { status: oneOf(...QUESTION_STATUSES) },
		required: ['status'],
		handle: ({ context, params, body }) => {
			const form = context.world.library.forms.get(params.form_id);
			const question = form.questions.find(
				({ questionId }) => String(questionId) === params.question_id,
			);
			if (!question) throw notFound('Question');
			question.status = body.status;
			return renderForm(form, context.view());
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/forms/:id',
		handle: ({ context, params }) => {
			context.world.library.forms.remove(params.id);
			return { success: true };
		},
	}),
];

const questionRoutes: AnyRoute[] = [
	route<never, Paging>({
		method: 'GET',
		path: '/questions',
		query: { ...company, ...paging },
		handle: ({ context, query }) =>
			pageOf('questions', context.world.library.questions.all(), query, renderQuestion),
	}),
	route<QuestionBody>({
		method: 'POST',
		path: '/questions',
		body: { ...QUESTION, ...company },
		required: ['text', 'type'],
		handle: ({ context, body: { text, type, options = [] } }) =>
			renderQuestion(context.world.library.questions.add({ text, type, options })),
	}),
	route<never>({
		method: 'GET',
		path: '/questions/:id',
		handle: ({ context, params }) => renderQuestion(context.world.library.questions.get(params.id)),
	}),
	route<QuestionBody>({
		method: 'PUT',
		path: '/questions/:id',
		body: QUESTION,
		required: ['text', 'type'],
		handle: ({ context, params, body }) =>
			renderQuestion(Object.assign(context.world.library.questions.get(params.id), body)),
	}),
	route<never>({
		method: 'DELETE',
		path: '/questions/:id',
		handle: ({ context, params }) => {
			context.world.library.questions.remove(params.id);
			return { success: true };
		},
	}),
];

/** Forms, and the questions that forms and profiles are made of. */
export const formAndQuestionRoutes: AnyRoute[] = [...formRoutes, ...questionRoutes];

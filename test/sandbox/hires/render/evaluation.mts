import type { EvaluationRecord } from '../world/reviews.mts';
import { BACK_OFFICE, preview, type View } from './shared.mts';

/**
 * An `Evaluation` (100Hires OpenAPI 3.1, 2.0.0).
 *
 * @param options.answers Adds what was answered to the single questions
 */
export function renderEvaluation(
	evaluation: EvaluationRecord,
	{ world }: View,
	options: { view?: 'full' | 'summary'; answers?: boolean } = {},
) {
	const { id, applicationId, formId, text } = evaluation;
	const application = world.application(applicationId);
	const { alias } = world.candidate(application.candidateId);
	const user = world.user(evaluation.userId);
	const { forms, questions } = world.library;
	return {
		id,
		application_id: applicationId,
		form_id: formId,
		form_name: forms.find(formId)?.name ?? '',
		url_backoffice: `${BACK_OFFICE}/candidate/${alias}/evaluations/${id}`,
		form_url_backoffice: `${BACK_OFFICE}/settings/forms/${formId}`,
		user: { id: user.id, full_name: user.fullName },
		summary_score: evaluation.verdict,
		...(options.view === 'summary'
			? { summary_text_preview: preview(text) }
			: { summary_text: text }),
		...(options.answers && {
			answers: evaluation.answers.map(({ questionId, value }) => ({
				question_id: questionId,
				question_text: questions.find(questionId)?.text ?? '',
				value,
			})),
		}),
		created_at: evaluation.createdAt,
		updated_at: evaluation.updatedAt,
	};
}

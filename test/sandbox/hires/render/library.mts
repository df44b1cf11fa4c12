import type { CampaignRecord } from '../world/campaigns.mts';
import type { FormRecord, QuestionRecord, TemplateRecord } from '../world/library.mts';
import { attachment, BACK_OFFICE, preview, type View } from './shared.mts';

/** A `Question` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderQuestion({ id, text, type, options }: QuestionRecord) {
	return { id, text, type, options };
}

/**
 * A `Form` (100Hires OpenAPI 3.1, 2.0.0).
 *
 * @param isSummary Leaves the questions out
 */
export function renderForm(
	{ id, name, questions }: FormRecord,
	{ world }: View,
	isSummary = false,
) {
	return {
		id,
		name,
		url_backoffice: `${BACK_OFFICE}/settings/forms/${id}`,
		...(!isSummary && {
			questions: questions.flatMap(({ questionId, status }) => {
				const question = world.library.questions.find(questionId);
				return question ? [{ ...renderQuestion(question), status }] : [];
			}),
		}),
	};
}

/** An `EmailTemplate` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderTemplate(template: TemplateRecord, isSummary = false) {
	const { id, name, subject, body } = template;
	return {
		id,
		name,
		subject,
		...(isSummary ? { body_preview: preview(body) } : { body }),
		url_backoffice: `${BACK_OFFICE}/settings/email-templates/${id}`,
		created_at: template.createdAt,
		updated_at: template.updatedAt,
	};
}

function schedule({ delayTime, relativeDays, relativeTime, timezone }: CampaignRecord): string {
	const time = new Date((relativeTime ?? 0) * 1000).toISOString().slice(11, 16);
	return relativeTime === undefined
		? `${delayTime ?? 0} seconds later`
		: `${relativeDays ?? 0} days later at ${time} ${timezone ?? 'UTC'}`;
}

/** A `NurtureCampaign` (100Hires OpenAPI 3.1, 2.0.0). A voicemail comes as an attachment, not as the UUID that was sent. */
export function renderCampaign(campaign: CampaignRecord, view: View) {
	const { id, title, steps } = campaign;
	return {
		id,
		type: 'nurture_campaign',
		title,
		url_backoffice: `${BACK_OFFICE}/settings/nurture-campaigns/${id}`,
		send_to_all: campaign.sendToAll ?? false,
		response_move_to_stage_id: campaign.responseMoveToStageId ?? null,
		schedule: { formatted: schedule(campaign) },
		steps: steps.map(({ attachment_uuid: uuid, ...step }) => {
			const file = view.world.files.get(uuid ?? '');
			return { ...step, campaign_id: id, ...(file && { attachment: attachment(file, view) }) };
		}),
	};
}

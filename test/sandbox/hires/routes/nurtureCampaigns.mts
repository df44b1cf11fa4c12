import { camelKeys, pageOf, route, type AnyRoute, type Paging } from '../api/route.mts';
import {
	company,
	filled,
	flag,
	id,
	ids,
	objectOf,
	oneOf,
	paging,
	seconds,
	text,
	type Properties,
	type Schema,
} from '../api/schema.mts';
import { renderCampaign } from '../render/library.mts';
import type { SentCampaign } from '../world/campaigns.mts';

const count: Schema = { type: 'integer', minimum: 0 };

/** One type of step with the fields of its own. */
function step(type: string, own: Properties, required: string[]): Schema {
	const shared = {
		id,
		delay_days: count,
		send_condition: oneOf('if_no_reply', 'if_no_reply_but_opened'),
		is_deleted: flag,
		type: { const: type },
	};
	const always = ['delay_days', 'send_condition', 'type'];
	return objectOf({ ...shared, ...own }, [...always, ...required], false);
}

const MESSAGE = { template_id: id, schedule_id: id, is_send_by_carousel: flag };

const STEPS = [
	step(
		'email',
		{
			sender: objectOf({ type: filled, id }, ['type', 'id'], false),
			is_new_thread: flag,
			...MESSAGE,
		},
		['sender', 'template_id'],
	),
	step('sms', { sender_user_id: id, ...MESSAGE }, ['sender_user_id', 'template_id']),
	step('voicemail', { attachment_uuid: filled, schedule_id: id }, ['attachment_uuid']),
	step('move_to_next_stage', { stage_id: id }, ['stage_id']),
	step('assign_tag', { tag_id: id }, ['tag_id']),
	step(
		'assign_task',
		{
			task_template_id: id,
			assignees: ids,
			// An ISO 8601 duration, such as P3D.
			due_in_interval: { type: 'string', pattern: '^P(?=.)(\\d+[YMWD])*(T(\\d+[HMS])+)?$' },
			priority: { type: 'integer' },
		},
		['task_template_id', 'assignees'],
	),
];

const CAMPAIGN: Properties = {
	title: filled,
	workflow_id: id,
	stage_id: id,
	delay_time: seconds,
	relative_days: count,
	relative_time: { type: 'integer', minimum: 0, maximum: 86_399 },
	timezone: text,
	send_to_all: flag,
	response_move_to_stage_id: id,
	steps: {
		type: 'array',
		minItems: 1,
		items: {
			type: 'object',
			discriminator: { propertyName: 'type' },
			required: ['type'],
			oneOf: STEPS,
		},
	},
};

const REQUIRED = ['title', 'steps'];

/** The fields of the campaign as the world spells them; steps stay as they were sent. */
function campaignFrom(body: object): SentCampaign {
	const { companyId: _company, ...campaign } = camelKeys<SentCampaign & { companyId?: number }>(
		body,
	);
	return campaign;
}

export const nurtureCampaignRoutes: AnyRoute[] = [
	route<never, Paging>({
		method: 'GET',
		path: '/nurture-campaigns',
		query: { ...company, ...paging },
		handle: ({ context, query }) =>
			pageOf('nurture_campaigns', context.world.campaigns.all(), query, (campaign) =>
				renderCampaign(campaign, context.view()),
			),
	}),
	route<object>({
		method: 'POST',
		path: '/nurture-campaigns',
		body: { ...CAMPAIGN, ...company },
		required: REQUIRED,
		handle: ({ context, body }) =>
			renderCampaign(context.world.campaigns.add(campaignFrom(body)), context.view()),
	}),
	route<never>({
		method: 'GET',
		path: '/nurture-campaigns/:id',
		handle: ({ context, params }) =>
			renderCampaign(context.world.campaigns.get(params.id), context.view()),
	}),
	route<object>({
		method: 'PUT',
		path: '/nurture-campaigns/:id',
		body: CAMPAIGN,
		required: REQUIRED,
		handle: ({ context, params, body }) =>
			renderCampaign(context.world.campaigns.change(params.id, campaignFrom(body)), context.view()),
	}),
	route<never>({
		method: 'DELETE',
		path: '/nurture-campaigns/:id',
		handle: ({ context, params }) => {
			context.world.campaigns.remove(params.id);
			return { success: true };
		},
	}),
];

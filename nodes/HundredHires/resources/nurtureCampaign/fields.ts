import { NURTURE_CAMPAIGN, STAGE } from '../../shared/locators';
import { boolean, described, inBody, inPath, integer, json, locator, text } from '../fields';
import { stage, workflow } from '../fields/common';
import type { SentField } from '../types';

export const campaignPath = inPath(
	'id',
	locator({
		name: 'nurtureCampaignId',
		displayName: 'Nurture Campaign',
		kind: NURTURE_CAMPAIGN,
		required: true,
		description: 'The campaign',
	}),
);

export const title = inBody(
	'title',
	text({
		name: 'title',
		displayName: 'Title',
		required: true,
		placeholder: 'e.g. Silver medalists',
		description: 'What recruiters know the campaign by',
	}),
);

/** 100Hires OpenAPI 2.0.0, `NurtureCampaignStepInput`. */
export const steps = inBody(
	'steps',
	json({
		name: 'steps',
		displayName: 'Steps',
		shape: 'list',
		required: true,
		description: [
			'The steps in their order, such as <code>[{"type": "email", "delay_days": 0, "send_condition": "if_no_reply", "sender": {"type": "user", "id": 5}, "template_id": 401}]</code>.',
			'Each has "type", "delay_days" and "send_condition" (if_no_reply, if_no_reply_but_opened).',
			'By type: email has "sender" and "template_id", sms "sender_user_id" and "template_id", voicemail "attachment_uuid", move_to_next_stage "stage_id", assign_tag "tag_id", assign_task "task_template_id" and "assignees".',
			'Update takes all steps, with their "id", and those to go with "is_deleted": true.',
		].join(' '),
	}),
);

/** When the campaign starts for a candidate, and for whom (100Hires OpenAPI 2.0.0). */
export const settings: SentField[] = [
	inBody(
		'workflow_id',
		described(workflow, { description: 'The pipeline that the campaign belongs to' }),
	),
	inBody(
		'stage_id',
		described(stage, { description: 'The stage that starts the campaign for a candidate' }),
	),
	inBody(
		'response_move_to_stage_id',
		locator({
			name: 'responseStageId',
			displayName: 'Stage After Reply',
			kind: STAGE,
			description: 'The stage that a candidate who replies is moved to',
		}),
	),
	inBody(
		'delay_time',
		integer({
			name: 'delayTime',
			displayName: 'Delay (Seconds)',
			min: 0,
			description:
				'How long after the start the first step comes. 100Hires itself speaks of seconds in one place and of minutes in another: check the schedule that it shows.',
		}),
	),
	inBody(
		'relative_days',
		integer({
			name: 'relativeDays',
			displayName: 'Relative Days',
			min: 0,
			description: 'How many days after the start the first step comes',
		}),
	),
	inBody(
		'relative_time',
		integer({
			name: 'relativeTime',
			displayName: 'Relative Time (Seconds)',
			min: 0,
			max: 86_399,
			description: 'The time of that day, in seconds from midnight, such as 32400 for 9:00',
		}),
	),
	inBody(
		'timezone',
		text({
			name: 'timezone',
			displayName: 'Timezone',
			placeholder: 'e.g. Europe/Lisbon',
			description: 'Where that midnight is, by its IANA name',
		}),
	),
	inBody(
		'send_to_all',
		boolean({
			name: 'sendToAll',
			displayName: 'Send to All',
			otherwise: true,
			description: 'Whether candidates who are in the stage already get it too, not only new ones',
		}),
	),
];

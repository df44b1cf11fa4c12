import type { Entity } from '../types';

/** A series of messages and other steps (100Hires OpenAPI 2.0.0). The fields of a step depend on its type. */
export const NURTURE_CAMPAIGN: Entity = {
	name: 'Nurture Campaign',
	shape: {
		id: 'integer',
		type: 'string',
		title: 'string',
		url_backoffice: 'string',
		send_to_all: 'boolean',
		response_move_to_stage_id: 'integer',
		schedule: { formatted: 'string' },
		steps: [
			{
				id: 'integer',
				type: 'string',
				campaign_id: 'integer',
				delay_days: 'integer',
				send_condition: 'string',
				sender: { type: 'string', id: 'integer' },
				sender_user_id: 'integer',
				template_id: 'integer',
				is_new_thread: 'boolean',
				schedule_id: 'integer',
				attachment: 'any',
				stage_id: 'integer',
				tag_id: 'integer',
				task_template_id: 'integer',
				assignees: ['integer'],
				due_in_interval: 'string',
				priority: 'integer',
			},
		],
	},
	simple: {},
};

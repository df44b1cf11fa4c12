import type { Operation, Resource } from '../types';
import { NURTURE_CAMPAIGN } from './entity';
import { campaignPath, settings, steps, title } from './fields';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create nurture campaign',
	description:
		'Create a series of emails and other steps, which runs for candidates who come into a stage',
	task: 'create the nurture campaign',
	method: 'POST',
	path: '/nurture-campaigns',
	company: 'body',
	fields: [title, steps],
	optional: { collection: 'additionalFields', fields: settings },
	output: { kind: 'one', entity: NURTURE_CAMPAIGN },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete nurture campaign',
	description: 'Remove a nurture campaign with its steps for good; this cannot be undone',
	task: 'delete nurture campaign {id}',
	method: 'DELETE',
	path: '/nurture-campaigns/{id}',
	fields: [campaignPath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get nurture campaign',
	description: 'Get one nurture campaign with its schedule and steps',
	task: 'get nurture campaign {id}',
	method: 'GET',
	path: '/nurture-campaigns/{id}',
	fields: [campaignPath],
	output: { kind: 'one', entity: NURTURE_CAMPAIGN },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many nurture campaigns',
	description: "List the company's nurture campaigns with their schedules and steps",
	task: 'list the nurture campaigns',
	method: 'GET',
	path: '/nurture-campaigns',
	company: 'query',
	output: { kind: 'pages', entity: NURTURE_CAMPAIGN, key: 'nurture_campaigns' },
};

/** 100Hires wants the title and all steps with every change (OpenAPI 2.0.0, `NurtureCampaignUpdateRequest`). */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update nurture campaign',
	description: 'Change a nurture campaign; its title and all of its steps have to be given again',
	task: 'update nurture campaign {id}',
	method: 'PUT',
	path: '/nurture-campaigns/{id}',
	fields: [campaignPath, title, steps],
	optional: { collection: 'updateFields', fields: settings },
	output: { kind: 'one', entity: NURTURE_CAMPAIGN },
};

export const nurtureCampaign: Resource = {
	value: 'nurtureCampaign',
	name: 'Nurture Campaign',
	description: 'A series of emails, texts and other steps for candidates in a stage',
	operations: [create, remove, get, getAll, update],
};

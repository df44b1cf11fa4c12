import './shared/requirements';
import {
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { describeTriggerParameters } from './triggers/parameters';
import { EVENTS_SUBTITLE } from './triggers/subtitle';
import { OUTPUTS_EXPRESSION } from './triggers/outputs';
import { readScope } from './triggers/scope';
import { listSearch } from './listSearch';
import { receiveDelivery } from './webhooks/delivery';
import { emitEvents } from './webhooks/execute';
import { WEBHOOK_OPTIONS, requireWebhookParameters } from './webhooks/parameters';
import { checkRegistration, register, unregister } from './webhooks/registration';

export class HundredHiresTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: '100Hires Trigger',
		name: 'hundredHiresTrigger',
		icon: { light: 'file:../../icons/100hires.svg', dark: 'file:../../icons/100hires.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: EVENTS_SUBTITLE,
		// n8n shows this for the action node too: its node browser makes one entry of both.
		description:
			'Applications, stage changes, hires, interviews and scores in 100Hires, an applicant tracking system (ATS)',
		eventTriggerDescription:
			'Do in 100Hires what should start the workflow, such as moving a candidate to another stage',
		activationMessage:
			'The webhook is registered with 100Hires. Your workflow now starts on the events you chose.',
		defaults: { name: '100Hires Trigger' },
		inputs: [],
		outputs: OUTPUTS_EXPRESSION,
		credentials: [{ name: 'hundredHiresApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode:
					'={{$parameter["options"]["acknowledge"] === "afterWorkflow" ? "lastNode" : "onReceived"}}',
				// What the flow ends with is nothing that 100Hires should get to see.
				responseData: 'noData',
				path: 'webhook',
				ndvHideUrl: true,
				ndvHideMethod: true,
			},
		],
		properties: describeTriggerParameters(WEBHOOK_OPTIONS),
	};

	methods = { listSearch: { searchJobs: listSearch.searchJobs } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkRegistration(this, requireWebhookParameters(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this, requireWebhookParameters(this));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await unregister(this, readScope(this));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return receiveDelivery(this);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await emitEvents(this);
	}
}

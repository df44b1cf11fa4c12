import './shared/requirements';
import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { POLLING_OPTIONS } from './polling/parameters';
import { describeTriggerParameters } from './triggers/parameters';
import { EVENTS_SUBTITLE } from './triggers/subtitle';
import { OUTPUTS_EXPRESSION } from './triggers/outputs';
import { listSearch } from './listSearch';
import { poll } from './polling/poll';

export class HundredHiresPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: '100Hires Polling Trigger',
		name: 'hundredHiresPollingTrigger',
		icon: { light: 'file:../../icons/100hires.svg', dark: 'file:../../icons/100hires.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: EVENTS_SUBTITLE,
		description:
			'Looks for applications, stage changes, hires, interviews and scores in 100Hires, an applicant tracking system (ATS), at times that you choose; for an n8n that the internet cannot reach',
		eventTriggerDescription: '',
		activationMessage:
			'Your workflow now looks for the events that you chose, at the times that you chose.',
		defaults: { name: '100Hires Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: OUTPUTS_EXPRESSION,
		credentials: [{ name: 'hundredHiresApi', required: true }],
		properties: describeTriggerParameters(POLLING_OPTIONS),
	};

	methods = { listSearch: { searchJobs: listSearch.searchJobs } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}

import './shared/requirements';
import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { listSearch, loadOptions } from './listSearch';
import { getProfileFields } from './listSearch/profileFields';
import { buildActionSubtitle, describeOperations } from './runner/describe';
import { runOperations } from './runner/run';
import { RESOURCES } from './resources';

export class HundredHires implements INodeType {
	description: INodeTypeDescription = {
		displayName: '100Hires',
		name: 'hundredHires',
		icon: { light: 'file:../../icons/100hires.svg', dark: 'file:../../icons/100hires.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: buildActionSubtitle(RESOURCES),
		description:
			'Candidates, applications, jobs, interviews, messages and all else in 100Hires, an applicant tracking system (ATS)',
		defaults: { name: '100Hires' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hundredHiresApi', required: true }],
		properties: describeOperations(RESOURCES),
	};

	methods = { listSearch, loadOptions, resourceMapping: { getProfileFields } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, RESOURCES);
	}
}

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { distribute } from '../triggers/outputs';
import { readTexts } from '../shared/values';
import { remembers } from './delivery';
import { enrich } from './enrichment';
import { claim } from './deduplication';

/**
 * The part of the trigger that runs in the execution, after the answer to 100Hires: drops what was here before, fetches what
 * the options ask for, and puts each event on its output. An execution that is left without an event ends there.
 */
export async function emitEvents(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const items = context.getInputData();
	const admitted = remembers(context.getMode(), options)
		? await firstSights(context, items)
		: items;
	const emitted: INodeExecutionData[] = [];
	for (const item of admitted) emitted.push(await enrich(context, item, options));
	const events = readTexts(context.getNodeParameter('events', 0, []));
	return distribute(emitted, events, options.outputPerEvent === true);
}

async function firstSights(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const verdicts = await Promise.all(
		items.map(async (item) => await claim(context, String(item.json.eventId))),
	);
	return items.filter((_item, index) => verdicts[index]);
}

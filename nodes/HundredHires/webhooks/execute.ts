import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { distribute } from '../triggers/outputs';
import { readTriggerParameters } from '../triggers/parameters';
import { enrich } from './enrichment';
import { claim } from './deduplication';
import { readWebhookOptions, shouldDeduplicate } from './parameters';

/**
 * The part of the trigger that runs in the execution, after the answer to 100Hires: drops what was here before, fetches what
 * the options ask for, and puts each event on its output. An execution that is left without an event ends there.
 */
export async function emitEvents(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = readWebhookOptions(context);
	const items = context.getInputData();
	const admitted = shouldDeduplicate(context.getMode(), options)
		? await dropRepeats(context, items)
		: items;
	const emitted: INodeExecutionData[] = [];
	for (const item of admitted) emitted.push(await enrich(context, item, options));
	const { events, isOutputPerEvent } = readTriggerParameters(context);
	return distribute(emitted, events, isOutputPerEvent);
}

async function dropRepeats(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const verdicts = await Promise.all(
		items.map(async (item) => await claim(context, String(item.json.eventId))),
	);
	return items.filter((_item, index) => verdicts[index]);
}

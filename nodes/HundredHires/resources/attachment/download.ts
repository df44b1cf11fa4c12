import { UserError, type INodeProperties } from 'n8n-workflow';
import { isObject, readText } from '../../shared/values';
import type { Json } from '../../shared/types';
import type { Operation, OperationCall, Row } from '../types';
import { ATTACHMENT } from './entity';
import { downloadRow, OUTPUT_FIELD } from './fields';

const FILE_URL: INodeProperties = {
	displayName: 'File URL',
	name: 'fileUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.url }}',
	description: 'The URL that 100Hires gives with an attachment or a resume',
};

/** The attachment in an item that has this address: the item itself, or the resume of an application. */
function findAttachment(json: Json, url: string): Json {
	const found = [json, json.cv].find((each) => isObject(each) && each.url === url);
	return isObject(found) ? found : { url };
}

async function run(operation: OperationCall): Promise<Row[]> {
	const { context, item, parameter } = operation;
	const url = readText(parameter(FILE_URL.name, ''))?.trim();
	if (!url) throw new UserError("'File URL' is empty. Fill in the URL of an attachment.");
	const { json } = context.getInputData()[item];
	return [await downloadRow(operation, findAttachment(json, url))];
}

export const download: Operation = {
	value: 'download',
	name: 'Download',
	action: 'Download attachment by URL',
	description: 'Get an attachment as a file, up to 25 MB',
	task: 'get the file',
	method: 'GET',
	path: '/attachments/{category}/{uuid}/{file_name}',
	parameters: [FILE_URL, OUTPUT_FIELD],
	output: { kind: 'one', entity: ATTACHMENT },
	run,
};

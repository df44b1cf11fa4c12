import { UserError, type INodeProperties } from 'n8n-workflow';
import { isObject, readText } from '../../shared/values';
import type { Json } from '../../shared/types';
import { file, inBody } from '../fields';
import type { OperationCall, Row } from '../types';

export const fileBody = inBody(
	'file',
	file({
		name: 'inputField',
		displayName: 'Input Binary Field',
		required: true,
		placeholder: 'e.g. data',
		description: 'The binary field of the item that holds the file, up to 25 MB',
	}),
);

/** Where a downloaded file goes. */
export const OUTPUT_FIELD: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'outputField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
};

const isMimeType = (text: string | null): text is string => text?.includes('/') === true;

/**
 * Fetches the file of an attachment and puts it beside the attachment's data.
 *
 * @param attachment As 100Hires describes it; what it leaves out comes from the headers of the download
 * @throws UserError where the attachment has no address, NodeApiError where the file cannot be fetched
 */
export async function downloadRow(
	{ download, parameter }: OperationCall,
	attachment: Json,
): Promise<Row> {
	const url = readText(attachment.url);
	if (url === null)
		throw new UserError('100Hires gives no address for the file. Open it in 100Hires.');
	const { data, ...headers } = await download(url);
	const file: Json = isObject(attachment.file) ? attachment.file : {};
	const fileName = readText(file.orig_file_name) ?? headers.fileName ?? 'file';
	// The API calls this a "category" in one place and shows MIME types in others (100Hires OpenAPI 2.0.0).
	const type = readText(file.file_type);
	const mimeType = (isMimeType(type) ? type : headers.mimeType) ?? undefined;
	const field = String(parameter(OUTPUT_FIELD.name, OUTPUT_FIELD.default)) || 'data';
	return { json: attachment, binary: { [field]: { data, fileName, mimeType } } };
}

import { UserError, type INodeProperties } from 'n8n-workflow';
import { isObject, readText } from '../../shared/values';
import type { Json } from '../../shared/types';
import type { OperationCall, Row } from '../types';

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
 * @param attachment As 100Hires describes it; of what it leaves out, the answer to the download is asked
 * @throws UserError where the attachment has no address, NodeApiError where the file cannot be fetched
 */
export async function downloadRow(
	{ download, parameter }: OperationCall,
	attachment: Json,
): Promise<Row> {
	const url = readText(attachment.url);
	if (url === null)
		throw new UserError('100Hires gives no address for the file. Open it in 100Hires.');
	const { data, ...told } = await download(url);
	const file: Json = isObject(attachment.file) ? attachment.file : {};
	const fileName = readText(file.orig_file_name) ?? told.fileName ?? 'file';
	// The API calls this a "category" in one place and shows MIME types in others (100Hires OpenAPI 2.0.0).
	const type = readText(file.file_type);
	const mimeType = (isMimeType(type) ? type : told.mimeType) ?? undefined;
	const field = String(parameter(OUTPUT_FIELD.name, OUTPUT_FIELD.default)) || 'data';
	return { json: attachment, binary: { [field]: { data, fileName, mimeType } } };
}

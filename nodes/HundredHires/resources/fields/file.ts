import { UserError } from 'n8n-workflow';
import { LARGEST_FILE } from '../../transport/download';
import type { Field } from '../types';
import type { FieldTexts } from './types';
import { readAs } from './values';

const MEGABYTE = 1024 * 1024;

/**
 * A file from the item's binary data, which the API takes in base64 inside the JSON body (100Hires OpenAPI 2.0.0).
 * What is read is `{data, file_name, mime_type}`; it throws a UserError where the item has no such file, or one larger than 25 MB.
 */
export function file(texts: FieldTexts): Field {
	return {
		parameter: {
			...texts,
			type: 'string',
			default: texts.required ? 'data' : '',
			hint: 'The name of the input binary field that holds the file',
		},
		read: readAs(async (name, { context, item }) => {
			const { fileName, mimeType } = context.helpers.assertBinaryData(item, String(name));
			const data = await context.helpers.getBinaryDataBuffer(item, String(name));
			if (data.length > LARGEST_FILE)
				throw new UserError(
					`The file in '${String(name)}' has ${(data.length / MEGABYTE).toFixed(1)} MB, and 100Hires takes at most ${LARGEST_FILE / MEGABYTE} MB. Make it smaller first.`,
				);
			return {
				data: data.toString('base64'),
				file_name: fileName ?? 'file',
				mime_type: mimeType,
			};
		}),
	};
}

import { UserError, type IBinaryData, type IExecuteFunctions } from 'n8n-workflow';
import { LARGEST_FILE } from '../../transport/download';
import type { Field } from '../types';
import type { FieldTexts } from './types';
import { readAs } from './values';

const MEGABYTE = 1024 * 1024;

/** The size of a file in bytes, without reading it; `null` where nothing tells it. */
async function findSize(context: IExecuteFunctions, binary: IBinaryData): Promise<number | null> {
	// In the item itself, in base64, which may be broken into lines.
	if (!binary.id) return Buffer.byteLength(binary.data.replace(/\s+/g, ''), 'base64');
	try {
		return (await context.helpers.getBinaryMetadata(binary.id)).fileSize;
	} catch {
		// A file that n8n has without its metadata can still be read.
		return binary.bytes ?? null;
	}
}

function refuseTooLarge(name: string, size: number): void {
	if (size <= LARGEST_FILE) return;
	throw new UserError(
		`The file in '${name}' has ${(size / MEGABYTE).toFixed(1)} MB, and 100Hires takes at most ${LARGEST_FILE / MEGABYTE} MB. Make it smaller first.`,
	);
}

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
		read: readAs(async (value, { context, item }) => {
			const name = String(value);
			const binary = context.helpers.assertBinaryData(item, name);
			// Before it is read: a file of gigabytes would take n8n's memory, and every flow with it.
			refuseTooLarge(name, (await findSize(context, binary)) ?? 0);
			const data = await context.helpers.getBinaryDataBuffer(item, name);
			refuseTooLarge(name, data.length);
			return {
				data: data.toString('base64'),
				file_name: binary.fileName ?? 'file',
				mime_type: binary.mimeType,
			};
		}),
	};
}

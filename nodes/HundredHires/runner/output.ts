import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isObject, readObjects, readTexts } from '../shared/values';
import type { Json } from '../shared/types';
import { toList } from '../resources/fields/values';
import type { Output, Operation, Row, Shape } from '../resources/types';
import type { Expectation } from '../transport/types';
import { addIsoTimes, hasShortForm, simplify, simplifyShape } from './simplify';

/** What a response has to hold so that the rows can be made of it. */
export function expectOutput(output: Output): Expectation {
	switch (output.kind) {
		case 'one': {
			const { at, mayBeNull, entity } = output;
			const fields = Object.keys(entity.shape);
			// Any field of an entity may be null, but one that is nothing but lists has them.
			const isLists = Object.values(entity.shape).every((shape) => Array.isArray(shape));
			return { kind: 'object', at, mayBeNull, fields, ...(isLists && { lists: fields }) };
		}
		case 'list':
		case 'pages':
			return { kind: 'list', key: output.key, fields: Object.keys(output.entity.shape) };
		case 'strings':
			return { kind: 'texts', key: output.key };
		case 'deleted':
			return { kind: 'done' };
		case 'object':
			return { kind: 'object', fields: Object.keys(output.shape) };
	}
}

/** The rows in a response that came whole, or in one page. */
export function readRows(output: Output, body: Json | IDataObject[]): Json[] {
	const whole: Json = Array.isArray(body) ? {} : body;
	switch (output.kind) {
		case 'one': {
			const object = output.at === undefined ? whole : whole[output.at];
			return isObject(object) ? [object] : [];
		}
		case 'list':
		case 'pages':
			return readObjects(output.key === undefined ? body : whole[output.key]);
		case 'strings':
			return readTexts(whole[output.key]).map((text) => ({ [output.as]: text }));
		case 'deleted':
			return [{ deleted: true }];
		case 'object':
			return [whole];
	}
}

/** The shape of an item as it comes out unless the user asks for raw data. */
export function getOutputShape({ output }: Operation): { [field: string]: Shape } {
	if ('entity' in output)
		return hasShortForm(output.entity) ? simplifyShape(output.entity) : output.entity.shape;
	if (output.kind === 'strings') return { [output.as]: 'string' };
	return output.kind === 'deleted' ? { deleted: 'boolean' } : output.shape;
}

/** Whether the user has 'Simplify' on; never for entities without a short form. */
export function shouldSimplify(
	context: IExecuteFunctions,
	{ output }: Operation,
	item: number,
): boolean {
	if (!('entity' in output) || !hasShortForm(output.entity)) return false;
	return context.getNodeParameter('simplify', item, true) === true;
}

/** Fields of the response that the user added with 'Include': `cv.text` is in `cv`. */
function readIncluded(context: IExecuteFunctions, { optional }: Operation, item: number): string[] {
	if (!optional) return [];
	const wanted = context.getNodeParameter(`${optional.collection}.include`, item, []);
	return readTexts(toList(wanted)).map((name) => name.split('.')[0]);
}

/** Rows as n8n's items, in the form that the user wants, each traced to the item that it came of. */
export async function toItems(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
	rows: readonly Row[],
): Promise<INodeExecutionData[]> {
	const { output } = operation;
	const isSimple = shouldSimplify(context, operation, item);
	const included = isSimple ? readIncluded(context, operation, item) : [];
	const items: INodeExecutionData[] = [];
	for (const { json, binary } of rows) {
		const shown =
			isSimple && 'entity' in output ? simplify(output.entity, json, included) : addIsoTimes(json);
		const made: INodeExecutionData = { json: shown as IDataObject, pairedItem: { item } };
		for (const [field, { data, fileName, mimeType }] of Object.entries(binary ?? {})) {
			const prepared = await context.helpers.prepareBinaryData(data, fileName, mimeType);
			made.binary = { ...made.binary, [field]: prepared };
		}
		items.push(made);
	}
	return items;
}

/**
 * Fills in an operation as a user could: every parameter gets a value that a fresh sandbox accepts. What a value is goes by
 * 100Hires' name of the field and by the kind of the parameter.
 */
import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Operation, SentField } from '../../../nodes/HundredHires/resources/types';
import { byId } from './setting.mts';

/** IDs of things that are there, by 100Hires' name of the field; `id` by the first part of the path. */
export type Things = Record<string, number | string>;

const TEXTS: Record<string, unknown> = {
	answers: [{ question_id: 1, value: 'Yes' }],
	body: '<p>Hello</p>',
	category: 'candidate',
	company_owner_email: 'owner@example.test',
	email: 'someone@example.test',
	full_name: 'Ada Byron',
	linkedin: 'https://www.linkedin.com/in/ada',
	linkedin_url: 'https://www.linkedin.com/in/ada',
	location: 'Room 1',
	options: ['Yes', 'No'],
	phone: '+15550100',
	tag: 'C/C++, ünïcode',
	timezone: 'Europe/Oslo',
	url: 'https://example.test/hook',
	website: 'https://example.test',
};

/** What is in the item that comes in: a file in `data`. */
export const ITEM: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('A resume').toString('base64'),
			mimeType: 'text/plain',
			fileName: 'resume.txt',
		},
	},
};

function textFor(field: SentField): unknown {
	if (field.parameter.hint?.includes('binary field')) return 'data';
	return TEXTS[field.as] ?? `some ${field.as}`;
}

function thingFor({ as }: SentField, operation: Operation, things: Things): number | string {
	const key = as === 'id' ? (operation.path ?? '').split('/')[1] : as;
	const thing = things[key];
	if (thing === undefined) throw new Error(`The test has no ${key} for ${operation.action}.`);
	return thing;
}

function valueFor(field: SentField, operation: Operation, things: Things): unknown {
	const { parameter, as } = field;
	switch (parameter.type) {
		case 'resourceLocator':
			return byId(thingFor(field, operation, things));
		case 'boolean':
			return true;
		case 'number':
			return things[as] ?? parameter.typeOptions?.minValue ?? 1;
		case 'dateTime':
			return as.startsWith('end') ? '2026-09-02T11:00:00.000Z' : '2026-09-02T10:00:00.000Z';
		case 'json':
			return JSON.stringify(things[`json:${as}`] ?? TEXTS[as] ?? {});
		case 'options':
		case 'multiOptions': {
			const own = parameter.typeOptions?.loadOptionsMethod
				? things[as]
				: (parameter.options as INodeProperties['options'] & Array<{ value: unknown }>)[0].value;
			return parameter.type === 'options' ? own : [own].flat();
		}
		case 'resourceMapper':
			return { mappingMode: 'defineBelow', value: { [things.question_id]: 'An answer' } };
		default: {
			const text = textFor(field);
			return parameter.typeOptions?.multipleValues
				? [things[as] ?? text].flat()
				: (things[as] ?? text);
		}
	}
}

/** The parameters for an operation: the required fields only, or all. */
export function fill(operation: Operation, things: Things, isFull: boolean): IDataObject {
	const { fields = [], optional } = operation;
	const valued = (list: readonly SentField[]) =>
		Object.fromEntries(
			list.map((field) => [field.parameter.name, valueFor(field, operation, things)]),
		);
	const needed = fields.filter(
		({ parameter, to }) => isFull || parameter.required || to === 'path',
	);
	return {
		...valued(needed),
		...(isFull && optional && { [optional.collection]: valued(optional.fields) }),
	} as IDataObject;
}

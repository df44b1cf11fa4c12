/**
 * What the fields of operations are made of: each gives a parameter as n8n shows it, and the way to read it. `inPath`, `inQuery` and
 * `inBody` say where it goes in the request.
 */
import { jsonParse, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { locatorModes, type LocatorKind } from '../../shared/locators';
import type { Field, SentField } from '../types';
import { lines, type LineTexts } from './lines';
import { given, toDay, toList, toUnixSeconds, toWhole, unfit } from './values';

export { onlyFor, unsent } from './depending';
export { file } from './file';
export { id, ids } from './ids';

export const inPath = (as: string, field: Field): SentField => ({ ...field, to: 'path', as });
export const inQuery = (as: string, field: Field): SentField => ({ ...field, to: 'query', as });
export const inHeader = (as: string, field: Field): SentField => ({ ...field, to: 'header', as });
export const inBody = (as: string, field: Field): SentField => ({ ...field, to: 'body', as });

/** What all fields have in common. */
export interface FieldTexts {
	/** Of the parameter, camel case; part of saved flows. */
	name: string;
	displayName: string;
	description?: string;
	placeholder?: string;
	required?: true;
}

/** A line of text; `rows` for a longer one. */
export function text({ rows, ...texts }: FieldTexts & { rows?: number }): Field {
	const parameter: INodeProperties = {
		...texts,
		type: 'string',
		default: '',
		...(rows && { typeOptions: { rows } }),
	};
	return {
		parameter,
		read: (source) => {
			const value = given(source);
			return value === undefined ? undefined : String(value);
		},
	};
}

/** A whole number. */
export function whole({
	otherwise = 0,
	...texts
}: FieldTexts & { otherwise?: number; min?: number; max?: number }): Field {
	const { min, max, ...rest } = texts;
	const limits = {
		...(min !== undefined && { minValue: min }),
		...(max !== undefined && { maxValue: max }),
	};
	return {
		parameter: { ...rest, type: 'number', typeOptions: limits, default: otherwise },
		read: (source) => {
			const value = given(source);
			return value === undefined ? undefined : toWhole(value, source);
		},
	};
}

/** A number with decimals. */
export function number(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'number', default: 0 },
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			if (!Number.isFinite(Number(value))) throw unfit(source, 'a number', value);
			return Number(value);
		},
	};
}

/** Yes or no; its description begins with "Whether". */
export function flag({ otherwise = false, ...texts }: FieldTexts & { otherwise?: boolean }): Field {
	return {
		parameter: { ...texts, type: 'boolean', default: otherwise },
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			const isYes = value === true || value === 'true';
			if (!isYes && value !== false && value !== 'false')
				throw unfit(source, 'true or false', value);
			return isYes;
		},
	};
}

/** One of a few. */
export function choice({
	options,
	...texts
}: FieldTexts & { options: INodePropertyOptions[] }): Field {
	return {
		parameter: { ...texts, type: 'options', options, default: options[0].value },
		read: given,
	};
}

/** Several of a few, which the API takes as a text with commas. */
export function choices({
	options,
	...texts
}: FieldTexts & { options: INodePropertyOptions[] }): Field {
	return {
		parameter: { ...texts, type: 'multiOptions', options, default: [] },
		read: (source) => {
			const value = given(source);
			return value === undefined ? undefined : toList(value).join(',') || undefined;
		},
	};
}

/** A point in time, which the API takes as unix seconds. */
export function time(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'dateTime', default: '' },
		read: (source) => {
			const value = given(source);
			return value === undefined ? undefined : toUnixSeconds(value, source);
		},
	};
}

/** A day. */
export function day(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'dateTime', default: '' },
		read: (source) => {
			const value = given(source);
			return value === undefined ? undefined : toDay(value, source);
		},
	};
}

/** Several texts, such as tags or addresses: one a line in the editor, a list or a text with commas from an expression. */
export function texts(own: LineTexts): Field {
	return {
		parameter: lines(own),
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			// What stands in lines of its own may have commas in it, or be an expression that gives several texts or none.
			const each: unknown[] = Array.isArray(value) ? value.flat() : toList(value);
			const list = each.map((line) => String(line ?? '')).filter(Boolean);
			return list.length > 0 ? list : undefined;
		},
	};
}

/** Free JSON, for what is too deep for fields. */
export function json({ shape, ...rest }: FieldTexts & { shape: 'list' | 'object' }): Field {
	return {
		parameter: { ...rest, type: 'json', default: shape === 'list' ? '[]' : '{}' },
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			const parsed =
				typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: null }) : value;
			const fits =
				shape === 'list' ? Array.isArray(parsed) : typeof parsed === 'object' && parsed !== null;
			if (!fits) throw unfit(source, shape === 'list' ? 'a JSON list' : 'a JSON object', value);
			return parsed;
		},
	};
}

/** One thing of 100Hires, from a list, by ID or by URL. Numbers go as numbers, aliases as they are. */
export function locator({ kind, ...texts }: FieldTexts & { kind: LocatorKind }): Field {
	return {
		parameter: {
			...texts,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...locatorModes(kind),
		},
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			if (kind.alias && /[^\d]/.test(String(value))) return String(value);
			return toWhole(value, source);
		},
	};
}

const DYNAMIC = 'an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** One of a list that the account has; `displayName` ends with "Name or ID". */
export function pick({
	from,
	numeric = true,
	...texts
}: Omit<FieldTexts, 'description'> & { from: string; numeric?: boolean }): Field {
	return {
		parameter: {
			...texts,
			type: 'options',
			typeOptions: { loadOptionsMethod: from },
			default: '',
			description: `Choose from the list, or specify an ID using ${DYNAMIC}`,
		},
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			return numeric ? toWhole(value, source) : String(value);
		},
	};
}

/** Several of a list that the account has; `displayName` ends with "Names or IDs". */
export function pickMany({
	from,
	numeric = true,
	...texts
}: Omit<FieldTexts, 'description'> & { from: string; numeric?: boolean }): Field {
	return {
		parameter: {
			...texts,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: from },
			default: [],
			description: `Choose from the list, or specify IDs using ${DYNAMIC}`,
		},
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			const list = toList(value);
			if (list.length === 0) return undefined;
			return list.map((each) => (numeric ? toWhole(each, source) : String(each)));
		},
	};
}

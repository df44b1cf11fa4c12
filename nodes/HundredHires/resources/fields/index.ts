/**
 * What the fields of operations are made of: each has a parameter as n8n shows it, and the way to read it. `inPath`, `inQuery` and
 * `inBody` say where it goes in the request.
 */
import { jsonParse, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { describeModes, type LocatorKind } from '../../shared/locators';
import type { Field, SentField } from '../types';
import type { FieldTexts } from './types';
import {
	invalidValue,
	readAs,
	readParameter,
	toDate,
	toInteger,
	toList,
	toUnixSeconds,
} from './values';

export { described, notSent, required, showFor } from './combinators';
export { file } from './file';
export { ids, strings } from './lists';

export const inPath = (as: string, field: Field): SentField => ({ ...field, to: 'path', as });
export const inQuery = (as: string, field: Field): SentField => ({ ...field, to: 'query', as });
export const inHeader = (as: string, field: Field): SentField => ({ ...field, to: 'header', as });
export const inBody = (as: string, field: Field): SentField => ({ ...field, to: 'body', as });

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
		read: readAs(String),
	};
}

/** A whole number. */
export function integer({
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
		read: readAs(toInteger),
	};
}

/** The number of something that 100Hires has no list of to pick from, or that comes from an earlier node. */
export function id(texts: FieldTexts): Field {
	return { parameter: { ...texts, type: 'string', default: '' }, read: readAs(toInteger) };
}

/** A number with decimals. */
export function number(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'number', default: 0 },
		read: readAs((value, ref) => {
			if (!Number.isFinite(Number(value))) throw invalidValue(ref, 'a number', value);
			return Number(value);
		}),
	};
}

/** Yes or no; its description begins with "Whether". */
export function boolean({
	otherwise = false,
	...texts
}: FieldTexts & { otherwise?: boolean }): Field {
	return {
		parameter: { ...texts, type: 'boolean', default: otherwise },
		read: readAs((value, ref) => {
			const isYes = value === true || value === 'true';
			if (!isYes && value !== false && value !== 'false')
				throw invalidValue(ref, 'true or false', value);
			return isYes;
		}),
	};
}

/** One of a few. */
export function choice({
	options,
	...texts
}: FieldTexts & { options: INodePropertyOptions[] }): Field {
	return {
		parameter: { ...texts, type: 'options', options, default: options[0].value },
		read: readParameter,
	};
}

/** Several of a few, which the API takes as a text with commas. */
export function choices({
	options,
	...texts
}: FieldTexts & { options: INodePropertyOptions[] }): Field {
	return {
		parameter: { ...texts, type: 'multiOptions', options, default: [] },
		read: readAs((value) => toList(value).join(',') || undefined),
	};
}

/** A point in time, which the API takes as unix seconds. */
export function time(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'dateTime', default: '' },
		read: readAs(toUnixSeconds),
	};
}

/** A day. */
export function date(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'dateTime', default: '' },
		read: readAs(toDate),
	};
}

/** Free JSON, for what is too deep for fields. */
export function json({ shape, ...rest }: FieldTexts & { shape: 'list' | 'object' }): Field {
	return {
		parameter: { ...rest, type: 'json', default: shape === 'list' ? '[]' : '{}' },
		read: readAs((value, ref) => {
			const parsed =
				typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: null }) : value;
			const isValid =
				shape === 'list' ? Array.isArray(parsed) : typeof parsed === 'object' && parsed !== null;
			if (!isValid)
				throw invalidValue(ref, shape === 'list' ? 'a JSON list' : 'a JSON object', value);
			return parsed;
		}),
	};
}

/** One row of 100Hires, from a list, by ID or by URL. Numbers go as numbers, aliases as they are. */
export function locator({ kind, ...texts }: FieldTexts & { kind: LocatorKind }): Field {
	return {
		parameter: {
			...texts,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...describeModes(kind),
		},
		read: readAs((value, ref) => {
			if (kind.alias && /[^\d]/.test(String(value))) return String(value);
			return toInteger(value, ref);
		}),
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
		read: readAs((value, ref) => {
			return numeric ? toInteger(value, ref) : String(value);
		}),
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
		read: readAs((value, ref) => {
			const list = toList(value);
			if (list.length === 0) return undefined;
			return list.map((each) => (numeric ? toInteger(each, ref) : String(each)));
		}),
	};
}

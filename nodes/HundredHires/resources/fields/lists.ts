import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../types';
import type { FieldTexts } from './types';
import { readAs, toInteger, toList } from './values';

/** `button` is the label of the one that adds a value. */
type ListTexts = FieldTexts & { button: string };

function buildListParameter({ button, ...texts }: ListTexts): INodeProperties {
	return {
		...texts,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: button },
		default: [],
	};
}

/** Several texts, such as tags or addresses: one a line in the editor, a list or a text with commas from an expression. */
export function strings(texts: ListTexts): Field {
	return {
		parameter: buildListParameter(texts),
		read: readAs((value) => {
			// What stands in lines of its own may have commas in it, or be an expression for several texts or none.
			const each: unknown[] = Array.isArray(value) ? value.flat() : toList(value);
			const list = each.map((line) => String(line ?? '')).filter(Boolean);
			return list.length > 0 ? list : undefined;
		}),
	};
}

/** Several numbers, entered like `strings`. */
export function ids(texts: ListTexts): Field {
	return {
		parameter: buildListParameter(texts),
		read: readAs((value, ref) => {
			// A line of its own may hold an expression for several.
			const list = toList(value).flatMap(toList);
			return list.length > 0 ? list.map((each) => toInteger(each, ref)) : undefined;
		}),
	};
}

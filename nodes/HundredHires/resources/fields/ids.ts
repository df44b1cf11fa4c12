import type { Field } from '../types';
import type { FieldTexts } from './index';
import { lines, type LineTexts } from './lines';
import { given, toList, toWhole } from './values';

/** The number of a thing that 100Hires gives no list of to pick from, or that comes from an earlier node. */
export function id(texts: FieldTexts): Field {
	return {
		parameter: { ...texts, type: 'string', default: '' },
		read: (source) => {
			const value = given(source);
			return value === undefined ? undefined : toWhole(value, source);
		},
	};
}

/** Several such numbers: one a line in the editor, a list or a text with commas from an expression. */
export function ids(own: LineTexts): Field {
	return {
		parameter: lines(own),
		read: (source) => {
			const value = given(source);
			if (value === undefined) return undefined;
			// A line of its own may hold an expression that gives several.
			const list = toList(value).flatMap(toList);
			return list.length > 0 ? list.map((each) => toWhole(each, source)) : undefined;
		},
	};
}

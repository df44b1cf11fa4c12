import type { INodeProperties } from 'n8n-workflow';
import type { FieldTexts } from './index';

/** What a list of single values is called, and the button that adds one. */
export type LineTexts = FieldTexts & { button: string };

/** A parameter for several values, one a line. */
export function lines({ button, ...texts }: LineTexts): INodeProperties {
	return {
		...texts,
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: button },
		default: [],
	};
}

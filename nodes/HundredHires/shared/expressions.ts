import type { IDataObject } from 'n8n-workflow';

/** Text that n8n evaluates. */
export type Expression = `={{${string}}}`;

/**
 * An expression that calls a function with the node's parameters, for descriptions that depend on them.
 *
 * @param compute Runs inside n8n's expression engine: it may use nothing but its arguments, and hold no two closing braces in a row
 * @param table Its second argument; nested arrays, because objects would end with two closing braces
 */
export function toExpression(
	compute: (parameter: IDataObject, table: string[][]) => unknown,
	table: string[][],
): Expression {
	return `={{(${compute.toString()})($parameter, ${JSON.stringify(table)})}}`;
}

import { UserError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { toPathSegment } from '../shared/pathSegment';
import { readAccount } from '../transport/request';
import type { Json } from '../shared/types';
import type { Operation, SentField } from '../resources/types';

/** The values of an operation's fields for one item, by 100Hires' names. What was left empty is not there. */
export interface Values {
	path: Json;
	query: IDataObject;
	body: IDataObject;
	header: IDataObject;
}

/** An item with what the user filled in for it. */
export interface Prepared {
	item: number;
	values: Values;
}

const PATH_FIELD = /\{(\w+)\}/g;

/** Puts the values into the braces of a path. */
function fillPath(path: string, values: Json): string {
	return path.replace(PATH_FIELD, (_all, name: string) => toPathSegment(values[name] as string));
}

/** The path of an operation for one item, with its values in the braces. */
export function buildPath(
	context: IExecuteFunctions,
	{ path = '', otherPaths }: Operation,
	item: number,
	values: Values,
): string {
	if (otherPaths === undefined) return fillPath(path, values.path);
	const choice = String(context.getNodeParameter(otherPaths.parameter, item));
	return fillPath(otherPaths.of[choice] ?? path, values.path);
}

/** Puts the values into the braces of a text that people read. */
export function fillText(text: string, values: Json): string {
	return text.replace(PATH_FIELD, (_all, name: string) => String(values[name] ?? '')).trim();
}

/** Whether the choices in other fields show this one. n8n has no value for a parameter that they hide. */
function isShown(context: IExecuteFunctions, item: number, { parameter }: SentField): boolean {
	return Object.entries(parameter.displayOptions?.show ?? {}).every(([name, choices]) =>
		choices?.some((choice) => choice === context.getNodeParameter(name, item)),
	);
}

async function readField(
	context: IExecuteFunctions,
	item: number,
	field: SentField,
	prefix: string,
): Promise<unknown> {
	const { name, displayName, required } = field.parameter;
	const parameter = `${prefix}${name}`;
	const value = await field.read({ context, item, parameter, displayName });
	if (value === undefined && (required || field.to === 'path'))
		throw new UserError(
			`'${displayName}' is empty. Fill it in, or check that the expression in it gives something for this item.`,
		);
	return value;
}

/**
 * Reads what the user entered for one item.
 *
 * @throws UserError where a value is missing or cannot be right
 */
export async function readValues(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
): Promise<Values> {
	const { fields = [], optional, company } = operation;
	const values: Values = { path: {}, query: {}, body: {}, header: {} };
	const read = async (field: SentField, prefix = '') => {
		if (field.to === 'nowhere') return;
		const value = await readField(context, item, field, prefix);
		if (value !== undefined) Object.assign(values[field.to], { [field.as]: value });
	};
	for (const field of fields) if (isShown(context, item, field)) await read(field);
	if (optional) {
		const { collection } = optional;
		const added = context.getNodeParameter(collection, item, {}) as IDataObject;
		for (const field of optional.fields)
			if (field.parameter.name in added) await read(field, `${collection}.`);
	}
	if (optional?.collection === 'updateFields' && Object.keys(values.body).length === 0)
		throw new UserError(
			"Nothing is chosen to be changed. Add what should change under 'Update Fields'.",
		);
	if (company) {
		const { companyId } = await readAccount(context);
		if (companyId !== null) values[company].company_id = Number(companyId);
	}
	return values;
}

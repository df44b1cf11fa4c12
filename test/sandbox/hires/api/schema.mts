/** Pieces of JSON Schema that the routes put together. */
export type Schema = Record<string, unknown>;

export type Properties = Record<string, Schema>;

export const id: Schema = { type: 'integer', minimum: 1 };
export const ids: Schema = { type: 'array', items: id };
export const text: Schema = { type: 'string' };
export const filled: Schema = { type: 'string', minLength: 1 };
export const texts: Schema = { type: 'array', items: filled, minItems: 1 };
export const email: Schema = { type: 'string', pattern: '^\\S+@\\S+$' };
export const emails: Schema = { type: 'array', items: email, minItems: 1 };
export const flag: Schema = { type: 'boolean' };
export const seconds: Schema = { type: 'integer', minimum: 0 };
export const amount: Schema = { type: 'number', minimum: 0 };

/** A candidate in a body, where the ID and the alias both fit (100Hires OpenAPI 3.1, 2.0.0, and its examples). */
export const candidateReference: Schema = { type: ['string', 'integer'] };

export const oneOf = (...values: readonly unknown[]): Schema => ({ enum: values });

export const orNull = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] });

export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** A time in a query: unix seconds, or ISO-8601 with offset (100Hires OpenAPI 3.1, 2.0.0). */
export const time: Schema = {
	type: 'string',
	pattern: '^(\\d+|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:?\\d\\d))$',
};

/** A file as the API takes it everywhere, in base64. */
export const file: Schema = {
	type: 'object',
	properties: {
		data: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' },
		file_name: { type: 'string', minLength: 1 },
		mime_type: { type: 'string', minLength: 1 },
		size: { type: 'integer' },
	},
	required: ['data', 'file_name', 'mime_type'],
	additionalProperties: false,
};

export const paging: Properties = {
	page: { type: 'integer', minimum: 1, default: 1 },
	size: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
};

export const view: Properties = { view: { enum: ['full', 'summary'] } };

export const company: Properties = { company_id: id };

/** A comma-separated choice of what to include. */
export function include(...names: string[]): Properties {
	const one = `(${names.map((name) => name.replace('.', '\\.')).join('|')})`;
	return { include: { type: 'string', pattern: `^${one}(,${one})*$` } };
}

/** @param isOpen Whether fields that are not listed are let through */
export function objectOf(properties: Properties, required: string[], isOpen: boolean): Schema {
	return { type: 'object', properties, required, additionalProperties: isOpen };
}

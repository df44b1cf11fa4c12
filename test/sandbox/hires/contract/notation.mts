/**
 * The notation of the contract. A type is a word (`number`), a choice of words (`string | null`, `'full' | 'summary'`), a list
 * of the types that its items may have, or fields by name, the required ones with a star. `object` may hold any fields.
 */
export type Notation = string | Notation[] | { [name: string]: Notation };

export type Fields = Record<string, Notation>;

/** The pieces of JSON Schema that the API's document and the sandbox's routes are written in. */
export interface JsonSchema {
	type?: string | string[];
	enum?: readonly unknown[];
	const?: unknown;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	items?: JsonSchema;
	properties?: Record<string, JsonSchema>;
	required?: readonly string[];
	additionalProperties?: boolean | JsonSchema;
}

const literal = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value));

function choice(types: Notation[]): Notation {
	const words = types.filter((type) => typeof type === 'string');
	if (words.length < types.length)
		throw new Error('A choice between objects only has a place in a list.');
	return [...new Set(words)].join(' | ');
}

/**
 * Fields in the notation.
 *
 * @param required Names of those that must be there
 */
export function fieldsOf(
	properties: Record<string, JsonSchema>,
	required: readonly string[] = [],
): Fields {
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => [
			required.includes(name) ? `${name}*` : name,
			notationOf(schema),
		]),
	);
}

/** A schema in the notation; bounds and patterns are no part of it. */
export function notationOf(schema: JsonSchema): Notation {
	const { type, items, properties, required, additionalProperties } = schema;
	const alternatives = schema.anyOf ?? schema.oneOf;
	if (schema.enum) return choice(schema.enum.map(literal));
	if ('const' in schema) return literal(schema.const);
	if (alternatives) return choice(alternatives.map(notationOf));
	if (type === 'array' && items) {
		const types = (items.oneOf ?? items.anyOf ?? [items]).map(notationOf);
		return types.every((one) => typeof one === 'string') ? [choice(types)] : types;
	}
	if (type === 'object' && properties && additionalProperties !== true) {
		return fieldsOf(properties, required);
	}
	return type === undefined ? 'unknown' : choice([type].flat());
}

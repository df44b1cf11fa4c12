/** A record's values by the names of its fields. */
export type Values = Record<string, string | null>;

export interface Query {
	fields: string[];
	object: string;
	/** Every field that the query names, also in its conditions. */
	named: string[];
	run<T extends Values>(records: readonly T[]): T[];
}

type Condition = (record: Values) => boolean;

const TOKEN = /\s*('(?:[^'\\]|\\.)*'|[A-Za-z_][A-Za-z0-9_.]*|\d+|[(),=])/y;

function tokensOf(text: string): string[] {
	const tokens: string[] = [];
	let end = 0;
	for (const match of text.matchAll(new RegExp(TOKEN, 'gy'))) {
		tokens.push(match[1]);
		end = match.index + match[0].length;
	}
	if (text.slice(end).trim() !== '')
		throw new Error(`unexpected token: '${text.slice(end).trim()}'`);
	return tokens;
}

/** Text in SOQL is compared without regard to upper and lower case; an empty text counts as null. */
const comparable = (value: string | null | undefined): string => (value ?? '').toLowerCase();

/**
 * Reads the part of SOQL that flows use: fields of one object, conditions with `=`, AND, OR and brackets, ORDER BY one field
 * with NULLS FIRST (the default) or LAST, LIMIT (Salesforce's SOQL reference).
 *
 * @throws Error that says what is wrong where it is no such query
 */
export function parseSoql(text: string): Query {
	const tokens = tokensOf(text);
	const named: string[] = [];
	let at = 0;
	const is = (word: string) => tokens[at]?.toUpperCase() === word;
	const accept = (word: string) => is(word) && Boolean(++at);
	const expect = (word: string) => {
		if (!accept(word)) throw new Error(`expecting '${word}', found '${tokens[at] ?? '<EOF>'}'`);
	};
	const name = () => {
		const token = tokens[at++] ?? '<EOF>';
		if (!/^[A-Za-z_]/.test(token)) throw new Error(`unexpected token: '${token}'`);
		return token;
	};
	const field = () => {
		const found = name();
		named.push(found);
		return found;
	};
	const literal = (): string | null => {
		const token = tokens[at++] ?? '<EOF>';
		if (token.toLowerCase() === 'null') return null;
		if (!token.startsWith("'")) throw new Error(`unexpected token: '${token}'`);
		return token.slice(1, -1).replace(/\\(.)/g, '$1');
	};
	const comparison = (): Condition => {
		if (accept('(')) {
			const inner = alternatives();
			expect(')');
			return inner;
		}
		const left = field();
		expect('=');
		const right = comparable(literal());
		return (record) => comparable(record[left]) === right;
	};
	const joined = (): [Condition, string] => {
		// SOQL refuses AND beside OR without brackets, as nobody could be sure what is meant.
		const parts = [comparison()];
		const word = is('AND') ? 'AND' : 'OR';
		while (accept(word)) parts.push(comparison());
		if (is('AND') || is('OR')) throw new Error(`unexpected token: '${tokens[at]}'`);
		return word === 'AND'
			? [(record) => parts.every((part) => part(record)), word]
			: [(record) => parts.some((part) => part(record)), word];
	};
	const alternatives = (): Condition => joined()[0];

	expect('SELECT');
	const fields = [field()];
	while (accept(',')) fields.push(field());
	expect('FROM');
	const object = name();
	const condition = accept('WHERE') ? alternatives() : () => true;
	let order: { field: string; nullsLast: boolean } | undefined;
	if (accept('ORDER')) {
		expect('BY');
		order = { field: field(), nullsLast: false };
		if (accept('NULLS')) {
			order.nullsLast = is('LAST');
			expect(order.nullsLast ? 'LAST' : 'FIRST');
		}
	}
	const limit = accept('LIMIT') ? Number(tokens[at++]) : Infinity;
	if (at < tokens.length || Number.isNaN(limit)) {
		throw new Error(`unexpected token: '${tokens[at] ?? tokens[at - 1]}'`);
	}
	return { fields, object, named, run };

	function run<T extends Values>(records: readonly T[]): T[] {
		const found = records.filter(condition);
		if (order) found.sort(by(order.field, order.nullsLast));
		return found.slice(0, limit);
	}
}

function by(field: string, nullsLast: boolean) {
	return (a: Values, b: Values): number => {
		const [left, right] = [comparable(a[field]), comparable(b[field])];
		if (left === '' || right === '')
			return (left === right ? 0 : left === '' ? 1 : -1) * (nullsLast ? 1 : -1);
		return left < right ? -1 : left > right ? 1 : 0;
	};
}

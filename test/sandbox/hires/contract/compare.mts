import type { AnyRoute } from '../api/route.mts';
import { DIFFERENCES } from './differences.mts';
import type { Operation } from './index.mts';
import { fieldsOf, type Fields, type Notation } from './notation.mts';

const bare = (name: string) => name.replace(/\*$/, '');

/** Fields with others put in the place of those of the same name. */
function merged(fields: Fields = {}, others: Fields = {}): Fields {
	const replaced = Object.keys(others).map(bare);
	const kept = Object.entries(fields).filter(([name]) => !replaced.includes(bare(name)));
	return { ...Object.fromEntries(kept), ...others };
}

/** An operation of the contract as the sandbox means to serve it. */
export function withDifferences(key: string, operation: Operation): Operation {
	return DIFFERENCES.filter(({ operations }) => operations.includes(key)).reduce(
		(changed, { query, body }) => ({
			...changed,
			query: merged(changed.query, query),
			body: merged(changed.body, body),
		}),
		operation,
	);
}

/** The key of a route in the contract. */
export function keyOf({ method, path }: Pick<AnyRoute, 'method' | 'path'>): string {
	return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}

/** Words of a choice; integers are numbers in JSON. */
function words(type: string): string[] {
	return type
		.split(' | ')
		.map((word) => (word === 'integer' ? 'number' : word))
		.sort();
}

const isLiteral = (word: string) => word.startsWith("'");

function isSame(expected: string, actual: string): boolean {
	const [wanted, actualWords] = [words(expected), words(actual)];
	// A route may know the values of what the contract calls a string.
	return (
		wanted.join() === actualWords.join() || (expected === 'string' && actualWords.every(isLiteral))
	);
}

/** A file may state its `size` wherever it is sent (OpenAPI document); the contract has that for logos only. */
function withoutFileSize(fields: Fields): Fields {
	const { size, ...others } = fields;
	return 'data*' in others && size !== undefined ? others : fields;
}

/** @returns A line for each place in which a type is not as the contract has it */
export function disagreements(place: string, expected: Notation, actual: Notation): string[] {
	if (typeof expected === 'string' && typeof actual === 'string') {
		return isSame(expected, actual) ? [] : [`${place} is ${actual}; contract: ${expected}`];
	}
	if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
		return expected.flatMap((type, index) => disagreements(`${place}[]`, type, actual[index]));
	}
	if (
		typeof expected === 'string' ||
		typeof actual === 'string' ||
		Array.isArray(expected) ||
		Array.isArray(actual)
	) {
		return [`${place} is ${JSON.stringify(actual)}; contract: ${JSON.stringify(expected)}`];
	}
	const [wanted, received] = [withoutFileSize(expected), withoutFileSize(actual)];
	return [
		...Object.keys(wanted)
			.filter((name) => !(name in received))
			.map((name) => `${place} lacks ${name}`),
		...Object.keys(received)
			.filter((name) => !(name in wanted))
			.map((name) => `${place} has ${name}`),
		...Object.keys(wanted)
			.filter((name) => name in received)
			.flatMap((name) => disagreements(`${place}.${name}`, wanted[name], received[name])),
	];
}

/** Everything in a query is text on its way, so that only names and choices of values count. */
function onTheWay(fields: Fields, like: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).map(([name, type]) => {
			const isChoice = typeof like[name] === 'string' && words(like[name]).every(isLiteral);
			return [name, isChoice ? type : 'text'];
		}),
	);
}

/** @returns A line for each thing that a route takes and the operation does not, or the other way round */
export function routeDisagreements(route: AnyRoute, operation: Operation): string[] {
	const params = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [`${name}*`, 'text']);
	const { path = {}, query = {}, body = {} } = operation;
	return [
		...disagreements('path', onTheWay(path, {}), Object.fromEntries(params)),
		...disagreements(
			'query',
			onTheWay(query, query),
			onTheWay(fieldsOf(route.query ?? {}, route.requiredQuery), query),
		),
		...disagreements('body', body, fieldsOf(route.body ?? {}, route.required)),
	];
}

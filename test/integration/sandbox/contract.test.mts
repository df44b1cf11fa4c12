import { readFileSync } from 'node:fs';

import {
	keyOf,
	routeDisagreements,
	withDifferences,
} from '../../sandbox/hires/contract/compare.mts';
import { DIFFERENCES, DOWNLOADS } from '../../sandbox/hires/contract/differences.mts';
import { CONTRACT, type Operation } from '../../sandbox/hires/contract/index.mts';
import { fieldsOf, type JsonSchema } from '../../sandbox/hires/contract/notation.mts';
import { routesFor } from '../../sandbox/hires/routes/index.mts';

const ORIGINAL = process.env.HUNDREDHIRES_OPERATIONS;

const routes = new Map(routesFor('openapi').map((route) => [keyOf(route), route]));

const served = (key: string) => (key === 'GET {url}' ? DOWNLOADS : [key]);

test.each(Object.keys(CONTRACT))('%s is served, and takes what the contract says', (key) => {
	for (const one of served(key)) expect(routes.has(one)).toBe(true);
	const route = routes.get(key);
	const expected = withDifferences(key, CONTRACT[key]);
	expect(route ? routeDisagreements(route, expected) : []).toEqual([]);
});

test('nothing is served that the contract does not know', () => {
	expect([...routes.keys()].sort()).toEqual(Object.keys(CONTRACT).flatMap(served).sort());
});

test('every difference is about an operation, and changes it', () => {
	for (const { operations, query, body } of DIFFERENCES) {
		for (const key of operations) {
			expect(CONTRACT).toHaveProperty([key]);
			expect({ ...CONTRACT[key].query, ...CONTRACT[key].body }).not.toMatchObject({
				...query,
				...body,
			});
		}
	}
});

type Parameters = Record<string, { required: boolean; schema: JsonSchema }>;

interface OriginalOperation {
	method: string;
	path: string;
	pathParams: Parameters;
	query: Parameters;
	body: Parameters;
}

function inNotation(parameters: Parameters): Operation['path'] {
	const names = Object.keys(parameters);
	if (!names.length) return undefined;
	const schemas = names.map((name) => [name, parameters[name].schema]);
	return fieldsOf(
		Object.fromEntries(schemas),
		names.filter((name) => parameters[name].required),
	);
}

(ORIGINAL ? test : test.skip)(
	'the contract says what its original says (only where HUNDREDHIRES_OPERATIONS names the file)',
	() => {
		const { operations } = JSON.parse(readFileSync(String(ORIGINAL), 'utf8')) as {
			operations: OriginalOperation[];
		};
		const read = operations.map(({ method, path, pathParams, query, body }) => [
			`${method} ${path}`,
			{ path: inNotation(pathParams), query: inNotation(query), body: inNotation(body) },
		]);
		expect(operations).toHaveLength(139);
		expect(CONTRACT).toEqual(Object.fromEntries(read));
	},
);

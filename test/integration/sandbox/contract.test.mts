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

test.each(Object.keys(CONTRACT).filter((key) => routes.has(key)))(
	'%s takes what the contract says and nothing else',
	(key) => {
		const route = routes.get(key);
		expect(route && routeDisagreements(route, withDifferences(key, CONTRACT[key]))).toEqual([]);
	},
);

test('there is no route that the contract does not know', () => {
	const known = [...Object.keys(CONTRACT), ...DOWNLOADS];
	expect([...routes.keys()].filter((key) => !known.includes(key))).toEqual([]);
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

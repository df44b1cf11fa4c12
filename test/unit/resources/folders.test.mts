import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import type { Operation } from '../../../nodes/HundredHires/resources/types.ts';

const ROOM = join(import.meta.dirname, '../../../nodes/HundredHires/resources');
/** Longer ones have a file of their own. */
const MOST_LINES = 60;

const read = (...path: string[]) => readFileSync(join(ROOM, ...path), 'utf8');
const filesOf = (resource: string) => readdirSync(join(ROOM, resource));
const hasFile = (resource: string, { value }: Operation) =>
	filesOf(resource).includes(`${value}.ts`);
const countLines = (text: string) => text.trimEnd().split('\n').length;

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => [value, operation.value, operation] as const),
);
const inFiles = OPERATIONS.filter(([resource, , operation]) => hasFile(resource, operation));
const inIndexes = OPERATIONS.filter(([resource, , operation]) => !hasFile(resource, operation));

test('each resource has a folder of its name', () => {
	const folders = readdirSync(ROOM, { withFileTypes: true })
		.filter((each) => each.isDirectory())
		.map(({ name }) => name);
	expect(folders.sort()).toEqual([...RESOURCES.map(({ value }) => value), 'fields'].sort());
});

test.each(RESOURCES.map(({ value, operations }) => [value, operations] as const))(
	'%s: an index, an entity, shared fields and files of operations, nothing else',
	(resource, operations) => {
		const allowed = ['index', 'entity', 'fields', ...operations.map(({ value }) => value)];
		expect(allowed.map((name) => `${name}.ts`)).toEqual(expect.arrayContaining(filesOf(resource)));
	},
);

test.each(inFiles)('%s %s has a file because it is large', (resource, value, operation) => {
	const lines = countLines(read(resource, `${value}.ts`));
	expect(operation.batch !== undefined || operation.run !== undefined || lines > MOST_LINES).toBe(
		true,
	);
});

test.each(inIndexes)('%s %s is small enough for the index', (resource, value, operation) => {
	expect(operation.batch).toBeUndefined();
	expect(operation.run).toBeUndefined();
	const declarations = read(resource, 'index.ts').split(/\n(?=const |export |function |\/\*\*)/);
	const own = declarations.find((each) => each.includes(`\tvalue: '${value}',`));
	// What a function of the index makes of a few texts is smaller still.
	expect(countLines(own ?? '')).toBeLessThanOrEqual(MOST_LINES);
});

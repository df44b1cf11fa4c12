import { join } from 'node:path';
import { root } from '../paths.mjs';
import { fromSource } from '../source.mjs';
import { pageWith, schemas, table } from './pages.mjs';

const { RESOURCES } = fromSource('resources/index.ts');
const { getOutputShape } = fromSource('runner/output.ts');
const { buildSchema } = fromSource('runner/simplify.ts');

const byName = (list) => [...list].sort((a, b) => a.name.localeCompare(b.name));

/** The README's table of operations: a line for each resource. */
export function operationSummary() {
	const lines = byName(RESOURCES).map(({ name, description, operations }) => [
		name,
		description,
		byName(operations)
			.map((each) => each.name)
			.join(', '),
	]);
	return table(['resource', 'what it is', 'operations'], lines);
}

/** The requests that an operation may make for one item. */
const requestOf = ({ method, path, otherPaths, run }) => {
	if (!method) return 'none';
	const paths = [path, ...Object.values(otherPaths?.of ?? {})];
	const requests = paths.map((each) => `\`${method} ${each}\``).join(' or ');
	return run ? `${requests} and others as needed` : requests;
};

function page() {
	const parts = byName(RESOURCES).map(({ name, description, operations }) => {
		const lines = byName(operations).map((each) => [
			each.name,
			each.description,
			requestOf(each),
			each.batch ? `\`${each.batch.method} ${each.batch.path}\`` : '',
		]);
		const head = ['operation', 'what it does', 'request', 'for many items'];
		return [`## ${name}`, `${description}.`, table(head, lines)].join('\n\n');
	});
	const count = RESOURCES.reduce((sum, { operations }) => sum + operations.length, 0);
	return [`${count} operations of ${RESOURCES.length} resources.`, ...parts].join('\n\n');
}

/**
 * The schema of what each operation puts out, and the page of operations.
 *
 * @returns {Promise<Map<string, string>>} contents by path
 */
export async function operationOutputs() {
	const files = new Map();
	for (const { value: resource, operations } of RESOURCES)
		for (const operation of operations) {
			const schema = { ...buildSchema(getOutputShape(operation)), version: 1 };
			const file = join(schemas, 'v1.0.0', resource, `${operation.value}.json`);
			files.set(file, JSON.stringify(schema));
		}
	files.set(...(await pageWith(join(root, 'docs/operations.md'), { 'npm run generate': page() })));
	return files;
}

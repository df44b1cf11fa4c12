import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folder = join(import.meta.dirname, '..');

/** The projects of jest.config.mjs, each a folder of tests. */
const PROJECTS = ['unit', 'integration', 'package', 'e2e'];

const isHelper = (path: string) => path.startsWith('helpers/');
const isTest = (path: string) => path.endsWith('.test.mts');

test.each(PROJECTS)('in test/%s, what is not a test is in helpers/, and no test is', (project) => {
	const files = readdirSync(join(folder, project), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, project).length + 1))
		.map((path) => path.replaceAll('\\', '/'));
	expect(files.some(isTest)).toBe(true);
	expect(files.filter((path) => isTest(path) === isHelper(path))).toEqual([]);
});

/** What may stand in nodes/HundredHires beside the rooms. dependency-cruiser does not see files that import nothing. */
const NO_ROOMS = /\.node\.(ts|json)$|^__schema__$/;
const ROOMS = /^(runner|resources|listSearch|polling|webhooks|transport|triggers|events|shared)$/;

test('every file of the nodes is in a room', () => {
	const nodes = join(folder, '..', 'nodes');
	expect(readdirSync(nodes)).toEqual(['HundredHires']);
	// Files only: git leaves empty folders behind.
	const files = readdirSync(join(nodes, 'HundredHires'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(join(nodes, 'HundredHires'), join(entry.parentPath, entry.name)));
	const entries = new Set(files.map((file) => file.split(sep)[0]));
	expect([...entries].filter((entry) => !NO_ROOMS.test(entry) && !ROOMS.test(entry))).toEqual([]);
});

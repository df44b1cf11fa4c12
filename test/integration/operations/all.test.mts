import { hasShortForm, buildSchema } from '../../../nodes/HundredHires/runner/simplify.ts';
import { getOutputShape } from '../../../nodes/HundredHires/runner/output.ts';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import type { Operation } from '../../../nodes/HundredHires/resources/types.ts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { fillParameters, listFilled, ITEM } from '../helpers/fillParameters.mts';
import { actionAt } from '../helpers/actionSetup.mts';
import { makeFixtures } from '../helpers/fixtures.mts';

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations
		.filter(({ run }) => run === undefined)
		.map((operation) => [`${value} ${operation.value}`, value, operation] as const),
);

let sandbox: HiresSandbox;
beforeEach(async () => {
	sandbox = await startHiresSandbox({ partner: true });
});
afterEach(async () => await sandbox.close());

const namesOf = (operation: Operation, isFull: boolean, ...to: string[]) =>
	listFilled(operation, isFull)
		.filter((field) => to.includes(field.to))
		.map(({ as }) => as);

/** Does one operation in the sandbox, which refuses what the API does not know, and returns the request that was made. */
async function requestOf(resource: string, operation: Operation, isFull: boolean) {
	const fixtures = await makeFixtures(sandbox);
	sandbox.requests.clear();
	const parameters = fillParameters(operation, fixtures, isFull);
	const items = await actionAt(sandbox)(resource, operation.value, parameters, { items: [ITEM] });
	const requests = sandbox.requests.all();
	expect(requests).toHaveLength(1);
	const [{ method, path, query, body, status }] = requests;
	expect(status).toBeLessThan(300);
	expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	return { items, method, path, query, body };
}

/** Fields of the response that a request included besides the usual. */
const includedIn = ({ include = '' }: Record<string, unknown>): string[] =>
	String(include)
		.split(',')
		.filter(Boolean)
		.map((name) => name.split('.')[0]);

const ITS_OWN = ['page', 'size', 'view'];

test.each(OPERATIONS)('%s: the least that it needs', async (_name, resource, operation) => {
	const { method, query, body } = await requestOf(resource, operation, false);
	expect(method).toBe(
		operation.batch && 'always' in operation.batch && operation.batch.always
			? operation.batch.method
			: operation.method,
	);
	const allowed = [...namesOf(operation, false, 'query', 'body'), ...ITS_OWN, 'ids', 'jobs'];
	expect(allowed).toEqual(expect.arrayContaining(Object.keys({ ...query, ...(body as object) })));
});

test.each(OPERATIONS)('%s: with all that can be filled in', async (_name, resource, operation) => {
	const { items, query, body } = await requestOf(resource, operation, true);
	expect(Object.keys(query)).toEqual(expect.arrayContaining(namesOf(operation, true, 'query')));
	expect(Object.keys((body as object | null) ?? {})).toEqual(
		expect.arrayContaining(namesOf(operation, true, 'body')),
	);
	const { output } = operation;
	if (output.kind === 'deleted') expect(items.map(({ json }) => json)).toEqual([{ deleted: true }]);
	if (output.kind === 'one' && output.at === undefined) expect(items).toHaveLength(1);
	const schema = buildSchema(getOutputShape(operation)) as { properties: object };
	// Schemas have what comes without 'Include', which adds to the short form.
	const isShort = 'entity' in output && hasShortForm(output.entity);
	const included = isShort ? includedIn(query) : [];
	const known = [...Object.keys(schema.properties), ...included];
	for (const { json } of items) {
		expect(known).toEqual(expect.arrayContaining(Object.keys(json)));
		expect(Object.keys(json)).toEqual(expect.arrayContaining(included));
	}
});

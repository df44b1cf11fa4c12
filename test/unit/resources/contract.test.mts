import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import type { Operation, SentField } from '../../../nodes/HundredHires/resources/types.ts';
import { withDifferences } from '../../sandbox/hires/contract/compare.mts';
import { CONTRACT } from '../../sandbox/hires/contract/index.mts';

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => [`${value} ${operation.value}`, operation] as const),
);

/** Operations of the API that the node has no operation for, and why. */
const LEFT_OUT: Record<string, string> = {
	'GET {url}': 'Attachment > Download follows the address that an attachment carries.',
};

const keyOf = ({ method, path }: { method?: string; path?: string }) => `${method} ${path}`;
const bare = (name: string) => name.replace(/\*$/, '');

const fieldsOf = ({ fields = [], optional }: Operation): SentField[] => [
	...fields,
	...(optional?.fields ?? []),
];

const sent = (operation: Operation, to: SentField['to']) => [
	...fieldsOf(operation)
		.filter((field) => field.to === to)
		.map(({ as }) => as),
	...(operation.company === to ? ['company_id'] : []),
];

/** What the executor adds by itself, and the company that goes in a header instead. */
const BY_ITSELF = ['page', 'size', 'view', 'company_slug'];

const plain = OPERATIONS.filter(([, { run }]) => run === undefined);

test.each(plain)('%s: everything that it sends is in the contract', (_name, operation) => {
	const key = keyOf(operation);
	expect(Object.keys(CONTRACT)).toContain(key);
	const { path = {}, query = {}, body = {} } = withDifferences(key, CONTRACT[key]);
	const names = (fields: object) => Object.keys(fields).map(bare);
	expect(names(path)).toEqual(expect.arrayContaining(sent(operation, 'path')));
	expect(names(query)).toEqual(expect.arrayContaining(sent(operation, 'query')));
	expect(names(body)).toEqual(expect.arrayContaining(sent(operation, 'body')));
	if (operation.summary) expect(names(query)).toContain('view');
});

test.each(plain)(
	'%s: offers all that the contract has, and requires what it needs',
	(_name, operation) => {
		const key = keyOf(operation);
		const { query = {}, body = {} } = withDifferences(key, CONTRACT[key]);
		const missing = (fields: object, to: SentField['to']) =>
			Object.keys(fields)
				.map(bare)
				.filter((name) => !BY_ITSELF.includes(name) && !sent(operation, to).includes(name));
		expect(missing(query, 'query')).toEqual([]);
		expect(missing(body, 'body')).toEqual([]);
		const needed = Object.keys({ ...query, ...body }).filter((name) => name.endsWith('*'));
		const required = fieldsOf(operation)
			.filter(({ parameter }) => parameter.required)
			.map(({ as }) => as);
		expect(required).toEqual(expect.arrayContaining(needed.map(bare)));
	},
);

test('every operation of the API is there, or left out with a reason', () => {
	const made = new Set([
		...OPERATIONS.flatMap(([, operation]) => [
			keyOf(operation),
			...(operation.batch ? [keyOf(operation.batch)] : []),
			...Object.values(operation.otherPaths?.of ?? {}).map((path) => keyOf({ ...operation, path })),
		]),
	]);
	const without = Object.keys(CONTRACT).filter((key) => !made.has(key) && !(key in LEFT_OUT));
	expect(without).toEqual([]);
});

test('values and actions are there once', () => {
	for (const { operations } of RESOURCES) {
		const values = operations.map(({ value }) => value);
		expect(new Set(values).size).toBe(values.length);
	}
	const actions = OPERATIONS.map(([, { action }]) => action);
	expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
});

test.each(OPERATIONS)(
	'%s: its short form is made of fields that the API has',
	(_name, { output }) => {
		if (!('entity' in output)) return;
		const { shape, simple } = output.entity;
		expect(Object.keys(simple).length).toBeLessThanOrEqual(10);
		const known = Object.keys(shape);
		for (const path of Object.values(simple)) expect(known).toContain(path.split('.')[0]);
		if (known.length > 10) expect(Object.keys(simple).length).toBeGreaterThan(0);
	},
);

import { describeOperations, listParameters } from '../../../nodes/HundredHires/runner/describe.ts';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';

const PROPERTIES = describeOperations(RESOURCES);
const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => [value, operation.value, operation] as const),
);

test.each(OPERATIONS)(
	'%s %s shows its parameters in its own order, the added ones last',
	(resource, value, operation) => {
		const shown = PROPERTIES.filter(({ displayOptions }) => {
			const { resource: resources, operation: operations } = displayOptions?.show ?? {};
			return resources?.includes(resource) && operations?.includes(value);
		});
		const own = listParameters(operation);
		expect(shown.map(({ name }) => name)).toEqual(own.map(({ name }) => name));
	},
);

test('no two parameters of the same name are shown together', () => {
	for (const [, , operation] of OPERATIONS) {
		const always = listParameters(operation)
			.filter(({ displayOptions }) => displayOptions === undefined)
			.map(({ name }) => name);
		expect(new Set(always).size).toBe(always.length);
	}
});

import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node.ts';

const { description, methods } = new HundredHires();
const text = JSON.stringify(description);
const named = (key: string) =>
	new Set([...text.matchAll(new RegExp(`"${key}":"(\\w+)"`, 'g'))].map((match) => match[1]));

test('each list that a parameter names is there, and no other', () => {
	expect(named('searchListMethod')).toEqual(new Set(Object.keys(methods.listSearch)));
	expect(named('loadOptionsMethod')).toEqual(new Set(Object.keys(methods.loadOptions)));
	expect(named('resourceMapperMethod')).toEqual(new Set(Object.keys(methods.resourceMapping)));
});

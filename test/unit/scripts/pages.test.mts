import { intoPage, markOf, table } from '../../../scripts/generated/pages.mjs';

const END = '<!-- end of the generated part -->';
const page = [
	'# Speed',
	markOf('one'),
	'old one',
	END,
	'Between.',
	markOf('two'),
	'old two',
	END,
	'Behind.',
].join('\n\n');

test('a command writes its own part of the page and nothing else', () => {
	const written = intoPage(page, 'two', 'new two');
	expect(written).toBe(page.replace('old two', 'new two'));
	expect(intoPage(written, 'one', 'new one\n\n| a |')).toBe(
		page.replace('old one', 'new one\n\n| a |').replace('old two', 'new two'),
	);
});

test('the same once more changes nothing', () => {
	expect(intoPage(intoPage(page, 'one', 'x'), 'one', 'x')).toBe(intoPage(page, 'one', 'x'));
});

test.each([
	['no mark', '# Speed'],
	['no end', `# Speed\n${markOf('one')}\nold`],
	['two marks', `${markOf('one')}\n${END}\n${markOf('one')}\n${END}`],
])('a page with %s is left alone', (_what, broken) => {
	expect(() => intoPage(broken, 'one', 'new')).toThrow('no place');
});

test('a table has a row for each, and no cell breaks it', () => {
	expect(table(['a', 'b'], [['1', '2|3']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2\\|3 |');
});

import * as fc from 'fast-check';
import { quote } from '../../../nodes/HundredHires/shared/quote.ts';

/** Whatever ends a line, moves the cursor, or changes the order in which a line is shown. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('a text from outside stays in its quotes', () => {
	test.each([
		['a plain name', 'candidate.hired', '"candidate.hired"'],
		['letters of any language', 'Größe 採用 ♥ 🎉', '"Größe 採用 ♥ 🎉"'],
		['nothing', '', '""'],
		['quotes and backslashes', 'a" (b) \\', '"a\\" (b) \\\\"'],
		['line breaks', 'a\r\nb', '"a\\r\\nb"'],
		['vertical tab and form feed', '\v\f', '"\\u000b\\f"'],
		["a terminal's escape sequence", '\u001b[2K', '"\\u001b[2K"'],
		['delete', '\u007f', '"\\u007f"'],
		['control codes of 8 bits', '\u0085\u009b', '"\\u0085\\u009b"'],
		['line and paragraph separators', '\u2028\u2029', '"\\u2028\\u2029"'],
		['marks of direction', '\u061c\u200e\u200f', '"\\u061c\\u200e\\u200f"'],
		['embeddings and overrides', '\u202a\u202e\u202c', '"\\u202a\\u202e\\u202c"'],
		['isolates', '\u2066\u2068\u2069', '"\\u2066\\u2068\\u2069"'],
		['what cannot be seen', '\u00ad\u200b\ufeff', '"\\u00ad\\u200b\\ufeff"'],
		['tags beyond 16 bits', '\u{e0041}', '"\\udb40\\udc41"'],
		['half of a pair', '\ud83d', '"\\ud83d"'],
	])('%s', (_name, text, quoted) => expect(quote(text)).toBe(quoted));

	test('any text: one line without controls, and JSON that gives the text back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(quote(text)).not.toMatch(CONTROLS);
				expect(JSON.parse(quote(text))).toBe(text);
			}),
		);
	});
});

/**
 * Control codes, line and paragraph separators, marks that turn the direction of the text, and
 * characters that cannot be seen. JSON escapes only the first 32 of them.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text from outside for a line of the log: in quotes, and with nothing in it that ends the line
 * or changes how it is shown, so that whoever chose the text cannot write lines of their own.
 *
 * @returns A JSON string; letters of any language stay as they are
 */
export function quote(text: string): string {
	return JSON.stringify(text).replace(UNSAFE, (character) =>
		// Each half of a pair, as JSON has no other form for what lies beyond 16 bits.
		character
			.split('')
			.map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
			.join(''),
	);
}

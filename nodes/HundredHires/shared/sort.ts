/**
 * Compares two texts for the order of the alphabet, upper and lower case alike. Not with localeCompare: n8n would wait at its start
 * until the rules of a language are loaded, longer than it takes to load the nodes.
 *
 * @returns As `sort` wants it: below 0 where the first comes first
 */
export function compareTexts(first: string, second: string): number {
	const [a, b] = [first.toLowerCase(), second.toLowerCase()];
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

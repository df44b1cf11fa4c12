const RECOMMENDATIONS = [
	{ from: 80, words: 'Strong Yes' },
	{ from: 60, words: 'Probably Yes' },
	{ from: 40, words: 'Neutral' },
	{ from: 20, words: 'Probably No' },
	{ from: 0, words: 'Strong No' },
];

/** The words that go with an AI score; the vendor's examples are "Strong Yes" and "Probably Yes", the bounds are invented. */
export function recommendationFor(total: number): string {
	return RECOMMENDATIONS.find(({ from }) => total >= from)?.words ?? 'Strong No';
}

/**
 * What Slack makes of a text in mrkdwn beside plain words: links and mentions. Everything in angle brackets is one; addresses
 * that stand in the text become one too, unless the text is `verbatim` (Slack's reference, "Formatting message text" and "Text object").
 *
 * @returns them as they were written, such as `<https://example.com|Open>` or `<!channel>`
 */
export function linksAndMentions(mrkdwn: string, verbatim: boolean): string[] {
	const written = mrkdwn.match(/<[^<>]*>/g) ?? [];
	const words = mrkdwn.replace(/<[^<>]*>/g, ' ');
	const found = verbatim ? [] : (words.match(/\b(https?:\/\/|www\.)\S+/g) ?? []);
	return [...written, ...found];
}

/** What a reader sees of it: links by their names, and the three escaped characters as themselves. */
export function asRead(mrkdwn: string): string {
	return mrkdwn
		.replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}

/** What users are told of the items that were done before another one stopped the workflow. */

/** As many of the items as people read. */
const MOST_NAMED = 50;

/** An item that was done: its number as n8n shows it, and what it is about, which may be empty. */
export interface DoneItem {
	item: number;
	subject: string;
}

/** To follow the message of the item that failed; empty where none was done. */
export function countDone(done: readonly DoneItem[], total: number): string {
	if (done.length === 0) return '';
	return `${done.length} of the ${total} items ${done.length === 1 ? 'was' : 'were'} done.`;
}

/** Names the items, so that they can be left out when the rest is done again. */
export function nameDone(done: readonly DoneItem[]): string {
	if (done.length === 0) return '';
	const named = done
		.slice(0, MOST_NAMED)
		.map(({ item, subject }) => (subject === '' ? String(item) : `${item} (${subject})`));
	const left = done.length - named.length;
	return `These items were done: ${named.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}

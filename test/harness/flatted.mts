/**
 * Reads the format in which n8n hands out the data of executions (npm package `flatted`): a JSON array whose first entry is the
 * value. Inside of objects and arrays, each string is the position of the entry that belongs there; entries that are strings
 * stand for themselves.
 */
export function parseFlatted(text: string): unknown {
	const entries: unknown = JSON.parse(text);
	if (!Array.isArray(entries)) throw new Error('Flatted data has to be an array.');
	const done = new Set<unknown>();

	const resolve = (value: unknown): unknown => {
		if (typeof value !== 'object' || value === null || done.has(value)) return value;
		// Marked before its parts are read: it may contain itself.
		done.add(value);
		const parts = value as Record<string, unknown>;
		for (const [key, part] of Object.entries(parts)) {
			parts[key] = typeof part === 'string' ? resolve(entries[Number(part)]) : resolve(part);
		}
		return value;
	};

	return resolve(entries[0]);
}

import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { N8n } from '../harness/n8n.mts';
import { isBody } from '../harness/rest.mts';
import type { Body } from '../harness/rest.mts';

/** n8n's deduplication store of one node, in the form that it has in n8n 2.41 (table `processed_data`). */
interface Entries extends Body {
	mode: 'entries';
	/** The oldest first; each the base64 of an MD5. */
	data: string[];
}

function readEntries(database: DatabaseSync, workflowId: string): Entries {
	const rows = database
		.prepare('SELECT value FROM processed_data WHERE workflowId = ?')
		.all(workflowId);
	const [value] = rows.map((row): unknown => JSON.parse(String(row.value)));
	if (rows.length === 1 && isBody(value) && value.mode === 'entries' && Array.isArray(value.data))
		return { ...value, mode: 'entries', data: value.data.map(String) };
	throw new Error(`Workflow ${workflowId} remembers nothing in the way that n8n 2.41 does.`);
}

function inDatabase<T>({ userFolder }: N8n, act: (database: DatabaseSync) => T): T {
	const database = new DatabaseSync(join(userFolder, '.n8n', 'database.sqlite'));
	try {
		return act(database);
	} finally {
		database.close();
	}
}

/**
 * How many events n8n's store holds for a workflow with one trigger.
 * @param n8n has to be stopped
 * @throws Error where it is not stored as in n8n 2.41
 */
export function countStored(n8n: N8n, workflowId: string): number {
	return inDatabase(n8n, (database) => readEntries(database, workflowId).data.length);
}

/**
 * Puts made-up events in front of those that n8n's store holds for a workflow, until it holds so many.
 * @param n8n has to be stopped
 * @throws Error where it holds none yet, or not as in n8n 2.41
 */
export function fillStore(n8n: N8n, workflowId: string, count: number): void {
	inDatabase(n8n, (database) => {
		const entries = readEntries(database, workflowId);
		const { length } = entries.data[0];
		const older = Array.from({ length: Math.max(0, count - entries.data.length) }, () =>
			createHash('md5').update(randomUUID()).digest('base64'),
		);
		if (older.some((each) => each.length !== length))
			throw new Error(`n8n stores ${entries.data[0]}, and not the base64 of an MD5.`);
		database
			.prepare('UPDATE processed_data SET value = ? WHERE workflowId = ?')
			.run(JSON.stringify({ ...entries, data: [...older, ...entries.data] }), workflowId);
	});
}

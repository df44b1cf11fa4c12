import type { N8n } from './n8n.mts';
import { isBody, type Body } from './rest.mts';

const MOST_ROWS = 250;

async function found(n8n: N8n, path: string): Promise<unknown[]> {
	const { status, data } = await n8n.request('GET', path);
	if (status >= 400) throw new Error(`n8n answered GET ${path} with ${status}.`);
	// The list of tables and that of rows come as `{count, data}`.
	const rows = isBody(data) ? data.data : data;
	return Array.isArray(rows) ? rows : [];
}

/**
 * The rows of a data table in the owner's personal project, without n8n's own columns.
 *
 * @returns up to 250 of them; undefined where there is no table of that name
 */
export async function tableRows(n8n: N8n, name: string): Promise<Body[] | undefined> {
	const { data: project } = await n8n.request('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${isBody(project) ? String(project.id) : ''}/data-tables`;
	const table = (await found(n8n, tables)).filter(isBody).find((each) => each.name === name);
	if (!table) return undefined;
	const rows = await found(n8n, `${tables}/${String(table.id)}/rows?take=${MOST_ROWS}`);
	return rows
		.filter(isBody)
		.map(({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...row }) => row);
}

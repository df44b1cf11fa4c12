import type { IncomingHttpHeaders } from 'node:http';

import type { Context } from '../context.mts';
import type { By, FileRecord } from '../world/records.mts';
import type { Properties } from './schema.mts';

/** Values of the query that many routes share; ajv has checked them. */
export interface Paging {
	page: number;
	size: number;
}

/** One request that passed every check. */
export interface Call<Body, Query> {
	context: Context;
	/** Parts of the path. */
	params: Record<string, string>;
	query: Query;
	body: Body;
	headers: IncomingHttpHeaders;
	/** Who is acting: the owner of the key. */
	by: By;
}

export interface Route<Body = unknown, Query = unknown> {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Under /v2, parts of the path as `:id`. */
	path: string;
	query?: Properties;
	/** Names in the query that must be there. */
	requiredQuery?: string[];
	body?: Properties;
	/** Names in the body that must be there. */
	required?: string[];
	/** Whether it does without a key; the company is named in another way then. */
	isPublic?: boolean;
	/** Of a success; default 200. */
	status?: number;
	handle(call: Call<Body, Query>): unknown;
}

/** A route whose types of body and query are its own business: ajv has checked them before `handle` sees them. */
export type AnyRoute = Route<never, never>;

export function route<Body = Record<string, never>, Query = Record<string, never>>(
	definition: Route<Body, Query>,
): AnyRoute {
	return definition as AnyRoute;
}

/** An answer that is a file and not JSON. */
export class Download {
	readonly file: FileRecord;

	constructor(file: FileRecord) {
		this.file = file;
	}
}

/** One page of a list in the API's envelope (100Hires OpenAPI 3.1, 2.0.0); only that page is rendered. */
export function pageOf<T>(
	key: string,
	rows: readonly T[],
	{ page, size }: Paging,
	render: (row: T) => unknown,
) {
	return {
		[key]: rows.slice((page - 1) * size, page * size).map(render),
		pagination: {
			page_size: size,
			page_count: Math.ceil(rows.length / size),
			page,
			total_count: rows.length,
		},
	};
}

/** A list that comes in one piece, in the envelope of a page nevertheless. */
export function wholeOf<T>(key: string, rows: readonly T[], render: (row: T) => unknown) {
	return pageOf(key, rows, { page: 1, size: Math.max(1, rows.length) }, render);
}

/** What is served for many objects. */
export interface Wanted {
	include?: string;
	view?: 'full' | 'summary';
}

/** Whether `include` asks for something. */
export function includes(query: { include?: string }, name: string): boolean {
	return query.include?.split(',').includes(name) ?? false;
}

/**
 * Unix seconds of a time in a query that `schema.time` has checked.
 *
 * @param otherwise What it is where none was given; by default a time that everything came after
 */
export function secondsOf(value: string | undefined, otherwise = -Infinity): number {
	if (value === undefined) return otherwise;
	return /^\d+$/.test(value) ? Number(value) : Math.ceil(Date.parse(value) / 1000);
}

/** The same fields, spelled as in the world: `start_time` as `startTime`. */
export function camelKeys<T>(fields: object): T {
	const spelled = Object.entries(fields).map(([name, value]) => [
		name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
		value,
	]);
	return Object.fromEntries(spelled) as T;
}

/** A file as the API takes it. */
export interface FileBody {
	data: string;
	file_name: string;
	mime_type: string;
}

/**
 * Keeps a file that came with a request; text is its own text.
 *
 * @param category What it is uploaded as; left out for a résumé
 */
export function keepFile(
	{ world }: Context,
	{ data, file_name, mime_type }: FileBody,
	category?: string,
): FileRecord {
	const bytes = Buffer.from(data, 'base64');
	return world.addFile({
		category,
		fileName: file_name,
		mimeType: mime_type,
		data: bytes,
		text: mime_type.startsWith('text/') ? bytes.toString() : null,
	});
}

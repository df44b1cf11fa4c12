import type { IDataObject } from 'n8n-workflow';
import { readId } from '../shared/values';
import type { Id, Json } from '../shared/types';
import { readTotal } from './expectation';
import { createStuckError, PAGE_SIZE, readPage } from './pages';
import type { ApiResponse, Expectation } from './types';

/** A read of the API. */
export interface GetRequest {
	path: string;
	qs?: IDataObject;
	/** To follow "Could not". */
	task: string;
	expect: Expectation;
	/** Whether 404 is an answer, as for a record that was listed a moment ago and may be gone. */
	mayBeMissing?: boolean;
	/** Whether it is sent even when few requests are left: what it takes to get on at all. */
	isNeeded?: boolean;
}

/** Sends a request and returns the response with status 200, or 404 where that is an answer; `null` where no more may be sent for now. */
export type Get = (request: GetRequest) => Promise<ApiResponse | null>;

/** How many rows are kept to find the place in the list again. */
const MAX_RECENT = PAGE_SIZE;

/** Pages that are requested in any case, until a row was passed: usually one, or two after a page that was read to its end. */
const MAX_NEEDED = 5;

/**
 * Requests in a row that bring no row that is new; ends the reading of a list that does not move on, whatever is asked for.
 * More than a search for the place takes in one poll.
 */
const MOST_FRUITLESS = 50;

/** Where the reading of a list goes on. */
export interface Position {
	/** The page on which the last row was read. */
	page: number;
	/** Rows that the list had in all. */
	total: number | null;
	/** The rows that were read last, in the order of the list: the place is found again by them when others came or went. */
	recent: Id[];
}

/** A list, and how its pages are asked for. */
export interface PagedList {
	key: string;
	request: GetRequest;
	/** Rows a page; 100 by default. */
	size?: number;
}

const readRowId = (row: Json): Id => readId(row.id) ?? JSON.stringify(row);

/**
 * Reads a list page by page while it changes. Rows that join or move push others back, which come again on the next page and are
 * passed over; rows that are removed draw others forward, which shows by the list's total and is made good by going a page back.
 * Through all of that the rows read last show where to go on, in the same poll or in the next one.
 */
export class ResumablePaginator {
	/** Whether the list is at its end. */
	isDone = false;

	/** Whether any row was passed. */
	hasMoved = false;

	/** How many pages were requested. */
	pages = 0;

	/** How often the list was gone through again. */
	private passes = 0;

	private readonly get: Get;

	private readonly list: Required<PagedList>;

	/** Whether rows were passed in an earlier poll that are not in `passed`. */
	private readonly isResumed: boolean;

	/** Requests since the last row that was new. */
	private fruitless = 0;

	private page: number;

	/** The page whose rows were returned last. */
	private returnedPage = 1;

	private total: number | null;

	private readonly passed: Set<Id>;

	private recent: Id[];

	/** The page with the last row that was passed. */
	private passedPage: number;

	/** Which way the rows read last are searched for: 1 and -1, or 0 where the place is known. */
	private searching: -1 | 0 | 1;

	constructor(get: Get, list: PagedList, from?: Position) {
		this.get = get;
		this.list = { size: PAGE_SIZE, ...list };
		this.isResumed = from !== undefined;
		this.page = this.passedPage = from?.page ?? 1;
		this.total = from?.total ?? null;
		this.recent = [...(from?.recent ?? [])];
		this.passed = new Set(this.recent);
		this.searching = this.recent.length > 0 ? 1 : 0;
	}

	/**
	 * The rows of the next page that were not passed.
	 *
	 * @returns `null` where no more may be sent for now
	 * @throws What `get` throws; UserError where the list does not move on
	 */
	async next(): Promise<Json[] | null> {
		const start = this.page;
		for (;;) {
			const { request, key, size } = this.list;
			const qs = { ...request.qs, page: this.page, size };
			if (this.fruitless++ >= MOST_FRUITLESS) throw createStuckError(request.task);
			const isNeeded = !this.hasMoved && this.pages < MAX_NEEDED;
			const response = await this.get({ ...request, qs, isNeeded });
			if (response === null) return null;
			this.pages++;
			const { rows, more } = readPage(response.body, key, this.page, size);
			const hasShrunk = this.updateTotal(response.body);
			const last = rows.map((row) => this.passed.has(readRowId(row))).lastIndexOf(true);
			if (last < 0 && this.page > 1 && (hasShrunk || this.searching === -1)) {
				this.searching = -1;
				this.page--;
				continue;
			}
			if (last < 0 && this.searching === 1) {
				if (more) {
					this.page++;
					continue;
				}
				// None of them is there any more: back to where they were, so that rather something comes twice than not at all.
				this.searching = 0;
				this.page = start;
				continue;
			}
			this.searching = 0;
			this.returnedPage = this.page;
			this.isDone = !more;
			this.page++;
			// What was passed in an earlier poll is known only by the last rows of it, before which there are others.
			const fresh = this.isResumed
				? rows.slice(last + 1)
				: rows.filter((row) => !this.passed.has(readRowId(row)));
			if (fresh.length > 0) this.fruitless = 0;
			if (this.isDone) this.checkWhole(fresh, rows.length);
			return fresh;
		}
	}

	/** Notes that a row was dealt with. */
	pass(row: Json): void {
		const id = readRowId(row);
		this.passed.add(id);
		this.recent.push(id);
		this.passedPage = this.returnedPage;
		this.hasMoved = true;
	}

	/** Where to go on another time. */
	position(): Position {
		const { passedPage: page, total, recent } = this;
		return { page, total, recent: recent.slice(-MAX_RECENT) };
	}

	/**
	 * Goes through the list once more where it ended before all rows came that it says it has: rows changed places, or a page was
	 * shorter than it should be. Rows that still do not come may be hidden from this key.
	 *
	 * @throws UserError where the list ends with nothing, in the middle
	 */
	private checkWhole(fresh: readonly Json[], length: number): void {
		const { total } = this;
		if (this.isResumed || total === null || this.passed.size + fresh.length >= total) return;
		if (this.passes++ > 0) {
			if (length === 0) throw createStuckError(this.list.request.task);
			return;
		}
		this.isDone = false;
		this.page = 1;
	}

	/** @returns Whether the list has become shorter */
	private updateTotal(body: unknown): boolean {
		const total = readTotal(body);
		const hasShrunk = total !== null && this.total !== null && total < this.total;
		this.total = total ?? this.total;
		return hasShrunk;
	}
}

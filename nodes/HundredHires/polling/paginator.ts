import type { IDataObject } from 'n8n-workflow';
import { isObject, readId, readNumber } from '../shared/values';
import type { Id, Json } from '../shared/types';
import { PAGE_SIZE, readPage } from '../transport/pages';
import type { ApiResponse } from '../transport/types';
import type { Sweep } from './state';

/** A read of the API. */
export interface Question {
	path: string;
	qs?: IDataObject;
	/** To follow "Could not". */
	task: string;
	/** Whether it is asked even when few requests are left: what it takes to come on at all. */
	isNeeded?: boolean;
}

/** Asks, and gives the answer with status 200 or 404; `null` where no more may be asked for now. */
export type Ask = (question: Question) => Promise<ApiResponse | null>;

/** How many rows are remembered to find the place in the list again. */
const MOST_RECENT = PAGE_SIZE;

/** Pages that are asked for in any case, until a row was passed: usually one, or two after a page that was read to its end. */
const MOST_NEEDED = 5;

const idOf = (row: Json): Id => readId(row.id) ?? JSON.stringify(row);

/**
 * Reads a list page by page while it changes. Rows that join or move push others back, which come again on the next page and are
 * passed over; rows that are removed draw others forward, which shows by the list's total and is made good by going a page back.
 * Through all of that the rows read last tell where to go on, in the same poll or in the next one.
 */
export class Walk {
	/** Whether the list is at its end. */
	isDone = false;

	/** Whether any row was passed. */
	hasMoved = false;

	/** How many pages were asked for. */
	pages = 0;

	private readonly ask: Ask;

	private readonly list: { key: string; question: Question };

	private page: number;

	/** The page whose rows were given last. */
	private given = 1;

	private total: number | null;

	private readonly passed: Set<Id>;

	private recent: Id[];

	/** The page with the last row that was passed. */
	private passedPage: number;

	/** Which way the rows read last are looked for: 1 and -1, or 0 where the place is known. */
	private searching: -1 | 0 | 1;

	constructor(
		ask: Ask,
		list: { key: string; question: Question },
		from?: Pick<Sweep, 'page' | 'total' | 'recent'>,
	) {
		this.ask = ask;
		this.list = list;
		this.page = this.passedPage = from?.page ?? 1;
		this.total = from?.total ?? null;
		this.recent = [...(from?.recent ?? [])];
		this.passed = new Set(this.recent);
		this.searching = this.recent.length > 0 ? 1 : 0;
	}

	/**
	 * The rows of the next page that were not passed.
	 *
	 * @returns `null` where no more may be asked for now
	 */
	async next(): Promise<Json[] | null> {
		const start = this.page;
		for (;;) {
			const { question, key } = this.list;
			const qs = { ...question.qs, page: this.page, size: PAGE_SIZE };
			const isNeeded = !this.hasMoved && this.pages < MOST_NEEDED;
			const response = await this.ask({ ...question, qs, isNeeded });
			if (response === null) return null;
			this.pages++;
			const { rows, more } = readPage(response.body, key, this.page);
			const hasShrunk = this.noteTotal(response.body);
			const last = rows.map((row) => this.passed.has(idOf(row))).lastIndexOf(true);
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
			this.given = this.page;
			this.isDone = !more;
			this.page++;
			return rows.slice(last + 1);
		}
	}

	/** Notes that a row was dealt with. */
	pass(row: Json): void {
		const id = idOf(row);
		this.passed.add(id);
		this.recent.push(id);
		this.passedPage = this.given;
		this.hasMoved = true;
	}

	/** Where to go on another time. */
	position(): Pick<Sweep, 'page' | 'total' | 'recent'> {
		const { passedPage: page, total, recent } = this;
		return { page, total, recent: recent.slice(-MOST_RECENT) };
	}

	/** @returns Whether the list has become shorter */
	private noteTotal(body: unknown): boolean {
		const pagination = isObject(body) && isObject(body.pagination) ? body.pagination : {};
		const total = readNumber(pagination.total_count);
		const hasShrunk = total !== null && this.total !== null && total < this.total;
		this.total = total ?? this.total;
		return hasShrunk;
	}
}

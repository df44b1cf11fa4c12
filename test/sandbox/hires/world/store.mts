import { notFound } from './errors.mts';

/** Records of one kind by their IDs, in the order in which they were added. */
export class Store<T extends { id: number }> {
	private readonly what: string;

	private lastId: number;

	private readonly records = new Map<number, T>();

	/**
	 * @param what Name of the kind, for messages
	 * @param base First ID less one; kinds have ranges of their own, so that an ID taken for another kind's finds nothing
	 */
	constructor(what: string, base: number) {
		this.what = what;
		this.lastId = base;
	}

	add(fields: Omit<T, 'id'>): T {
		this.lastId += 1;
		const record = { id: this.lastId, ...fields } as T;
		this.records.set(record.id, record);
		return record;
	}

	find(id: number): T | undefined {
		return this.records.get(id);
	}

	/**
	 * @param reference ID, as number or in digits
	 * @throws WorldError where there is none
	 */
	get(reference: number | string): T {
		const record = /^\d+$/.test(String(reference)) && this.records.get(Number(reference));
		if (!record) throw notFound(this.what);
		return record;
	}

	/** @throws WorldError where there is none */
	remove(reference: number | string): T {
		const record = this.get(reference);
		this.records.delete(record.id);
		return record;
	}

	all(): T[] {
		return [...this.records.values()];
	}
}

import { readPages } from '../../../nodes/HundredHires/transport/pages.ts';

type Options = Parameters<typeof readPages>[2];

/** Reads a list of so many rows whose pages have a page count or none; returns the pages and the numbers that were requested. */
async function read(count: number, hasPageCount: boolean, options?: Options) {
	const size = options?.size ?? 100;
	const requested: number[] = [];
	const getPage = (page: number) => {
		requested.push(page);
		const rows = Array.from({ length: count }, (_, id) => ({ id }));
		const jobs = rows.slice((page - 1) * size, page * size);
		const pagination = { page_count: Math.ceil(count / size) };
		return Promise.resolve({ jobs, ...(hasPageCount && { pagination }) });
	};
	const pages: number[] = [];
	for await (const rows of readPages({ key: 'jobs', task: 'list the jobs' }, getPage, options))
		pages.push(rows.length);
	return { pages, requested };
}

test('with a page count, no page is requested after the last', async () => {
	expect(await read(250, true)).toEqual({ pages: [100, 100, 50], requested: [1, 2, 3] });
	expect(await read(200, true)).toEqual({ pages: [100, 100], requested: [1, 2] });
	expect(await read(0, true)).toEqual({ pages: [0], requested: [1] });
});

test('without one, a full page means that there may be more', async () => {
	expect(await read(250, false)).toEqual({ pages: [100, 100, 50], requested: [1, 2, 3] });
	expect(await read(200, false)).toEqual({ pages: [100, 100, 0], requested: [1, 2, 3] });
});

test('the reading ends at the bound, whatever the answers say', async () => {
	const { requested } = await read(1000, true, { size: 10, mostPages: 4 });
	expect(requested).toEqual([1, 2, 3, 4]);
});

test('a page is requested only when its rows are wanted', async () => {
	const getPage = jest.fn(async () => await Promise.resolve({ jobs: [{ id: 1 }] }));
	for await (const rows of readPages({ key: 'jobs', task: 'list the jobs' }, getPage, { size: 1 }))
		if (rows.length > 0) break;
	expect(getPage).toHaveBeenCalledTimes(1);
});

test('what a request throws, the reading throws', async () => {
	const reading = readPages(
		{ key: 'jobs', task: 'list the jobs' },
		async () => await Promise.reject(new Error('refused')),
	);
	await expect(reading.next()).rejects.toThrow('refused');
});

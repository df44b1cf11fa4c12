import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const jobs = () => [...sandbox.world.jobs.values()];
const requests = () =>
	sandbox.requests.all().map(({ method, path, body }) => ({ method, path, body }));

test('one job is published, read and taken off by its own path, with its alias too', async () => {
	const [job] = jobs();
	const published = await run('jobBoard', 'publish', {
		jobId: byId(job.alias),
		boards: ['indeed', 'linkedin'],
	});
	expect(published.map(({ json }) => json.name)).toEqual(['indeed', 'linkedin']);
	const removed = await run('jobBoard', 'remove', { jobId: byId(job.id), boards: '["indeed"]' });
	expect(removed.map(({ json }) => json.title)).toEqual(['LinkedIn']);
	const listed = await run('jobBoard', 'getAll', { jobId: byId(job.id) });
	expect(listed.map(({ json }) => json)).toEqual(removed.map(({ json }) => json));
	expect(requests()).toMatchObject([
		{
			method: 'POST',
			path: `/jobs/${job.alias}/job-boards`,
			body: { boards: ['indeed', 'linkedin'] },
		},
		{ method: 'DELETE', path: `/jobs/${job.id}/job-boards`, body: { boards: ['indeed'] } },
		{ method: 'GET', path: `/jobs/${job.id}/job-boards` },
	]);
});

test('many jobs go in one request, and the boards of each come out for its own item', async () => {
	const [first, second, third] = jobs();
	const items = itemsWith([first.id, second.id, third.id]);
	await run('jobBoard', 'publish', { jobId: ITEM_ID, boards: ['indeed'] }, { items });
	await run('jobBoard', 'publish', { jobId: byId(second.id), boards: ['google_jobs'] });
	await run(
		'jobBoard',
		'remove',
		{ jobId: ITEM_ID, boards: ['indeed'] },
		{ items: [items[0], items[2]] },
	);
	sandbox.requests.clear();
	const listed = await run('jobBoard', 'getAll', { jobId: ITEM_ID }, { items });
	expect(sandbox.requests.all()).toMatchObject([
		{
			method: 'GET',
			path: '/jobs/batch-job-boards',
			query: { jobs: [first.id, second.id, third.id] },
		},
	]);
	expect(listed.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
		['indeed', { item: 1 }],
		['google_jobs', { item: 1 }],
	]);
});

test('publishing and removing many send the jobs and the boards', async () => {
	const [first, second] = jobs();
	const items = itemsWith([first.id, second.id]);
	for (const operation of ['publish', 'remove'])
		await run('jobBoard', operation, { jobId: ITEM_ID, boards: ['linkedin'] }, { items });
	const body = { jobs: [first.id, second.id], boards: ['linkedin'] };
	expect(requests()).toEqual([
		{ method: 'POST', path: '/jobs/batch-job-boards', body },
		{ method: 'DELETE', path: '/jobs/batch-job-boards', body },
	]);
});

test('without boards nothing is sent, as 100Hires might take it for all of them', async () => {
	const [job] = jobs();
	await expect(run('jobBoard', 'remove', { jobId: byId(job.id), boards: [] })).rejects.toThrow(
		/^'Board Names or IDs' is empty\./,
	);
	expect(sandbox.requests.all()).toHaveLength(0);
});

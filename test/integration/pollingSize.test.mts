/** What a poll costs and what is kept, by the size of the account. `POLLING_REPORT=1` prints the table of docs/polling.md. */
import { recordLog } from '../harness/contexts.mts';
import { apply, setUpPolling, type PolledAccount } from './helpers/pollingSetup.mts';

jest.setTimeout(120_000);

const bytesKept = (setting: PolledAccount) => JSON.stringify(setting.node.staticData()).length;

interface Row {
	applications: number;
	requestsQuiet: number;
	requestsAfterTen: number;
	bytesQuiet: number;
	/** After as many hires as there are applications, in one second. */
	pollsForAll: number;
	requestsForAll: number;
	bytesMost: number;
}

async function measure(applications: number): Promise<Row> {
	const setting = await setUpPolling();
	const { sandbox, clock } = setting;
	const { world } = sandbox;
	try {
		const all = Array.from({ length: applications }, (_, n) => apply(sandbox, `p${n}@example.com`));
		clock.advance(86_400);
		await setting.poll();
		for (const { id } of all.slice(0, 10)) world.score(id, 50);
		clock.advance(60);
		const ten = await setting.poll();
		expect(ten.events).toHaveLength(10);
		clock.advance(3600);
		await setting.poll();
		const quiet = await setting.poll();
		const bytesQuiet = bytesKept(setting);

		setting.restart({ events: ['candidate.hired', 'candidate.created', 'interview.scheduled'] });
		await setting.poll();
		clock.advance(3600);
		for (const { id } of all) world.hire(id);
		clock.advance(60);
		let [pollsForAll, requestsForAll, bytesMost, events] = [0, 0, 0, 0];
		for (; events < applications; pollsForAll++) {
			const poll = await setting.poll();
			events += poll.events.length;
			requestsForAll += poll.requests;
			bytesMost = Math.max(bytesMost, bytesKept(setting));
			clock.advance(60);
		}
		expect((await setting.poll()).events).toEqual([]);
		return {
			applications,
			requestsQuiet: quiet.requests,
			requestsAfterTen: ten.requests,
			bytesQuiet,
			pollsForAll,
			requestsForAll,
			bytesMost,
		};
	} finally {
		await sandbox.close();
	}
}

test('neither requests nor what is kept grow with the account', async () => {
	recordLog();
	const rows: Row[] = [];
	for (const applications of [100, 1000, 10_000]) rows.push(await measure(applications));
	if (process.env.POLLING_REPORT) console.table(rows);
	for (const row of rows) {
		expect([row.requestsQuiet, row.requestsAfterTen]).toEqual([3, 13]);
		expect(row.bytesQuiet).toBeLessThan(1500);
		// The marks of 2,000 events, and the places of the last hundred rows.
		expect(row.bytesMost).toBeLessThan(40_000);
	}
});

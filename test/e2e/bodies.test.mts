import { gzipSync } from 'node:zlib';
import { deliver, hired, type Bytes, type DeliverOptions } from '../harness/sendDeliveries.mts';
import { startN8n, type N8n } from '../harness/n8n.mts';
import { until } from '../harness/until.mts';
import { publishCountingTrigger, type CountingTrigger } from '../harness/publishedTrigger.mts';

jest.setTimeout(300_000);

let n8n: N8n;
let published: CountingTrigger;
beforeAll(async () => {
	n8n = await startN8n();
	// The whole body goes through the execution as well.
	published = await publishCountingTrigger(n8n, { options: { includeRaw: true } });
});
afterAll(async () => {
	await published.close();
	await n8n.remove();
});

/** What is sent, the status that answers it, and whether an event comes of it. */
type Case = [name: string, body: Bytes, status: number, runs: boolean, options?: DeliverOptions];

/** What n8n takes: N8N_PAYLOAD_SIZE_MAX is 16 by default. */
const LIMIT = 16 * 1024 * 1024;
const DEEP = 100_000;

/** A hire with some JSON more in it. */
const hiredWith = (id: number, key: string, json: string) =>
	hired(id).replace(/}$/, `,"${key}":${json}}`);
/** A hire whose body has exactly so many bytes, nearly all of them resume. */
const sized = (id: number, bytes: number) => {
	const { length } = hired(id, { cv: { text: '' } });
	return hired(id, { cv: { text: 'x'.repeat(bytes - length) } });
};
const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const typed = (type: string) => ({ headers: { 'content-type': type } });
const encoded = (encoding: string) => ({ headers: { 'content-encoding': encoding } });
const latin1 = (id: number) => Buffer.from(hired(id, { name: 'José' }), 'latin1');
const utf16 = (id: number) => Buffer.from(`\uFEFF${hired(id)}`, 'utf16le');

/** 422 and 500 are n8n's own answers, before it asks the node. */
const CASES: Record<string, Case[]> = {
	size: [
		['a resume of 5 MB', sized(1, 5_000_000), 200, true],
		['just what n8n takes', sized(2, LIMIT), 200, true],
		['a byte more', sized(3, LIMIT + 1), 500, false],
	],
	encoding: [
		['packed', gzipSync(hired(11)), 200, true, { ...encoded('gzip'), signed: hired(11) }],
		['packed, then signed', gzipSync(hired(12)), 401, false, encoded('gzip')],
		['said to be packed', hired(13), 500, false, encoded('gzip')],
		['with a byte order mark', `\uFEFF${hired(14)}`, 200, true],
		['UTF-16', utf16(15), 422, false],
		['UTF-16 that says so', utf16(16), 400, false, typed('application/json; charset=utf-16le')],
		['Latin-1', latin1(17), 200, true],
		['Latin-1 that says so', latin1(18), 422, false, typed('application/json; charset=latin-1')],
		['of an unknown charset', hired(19), 422, false, typed('application/json; charset=klingon')],
	],
	shape: [
		['a key twice, of which the last counts', hired(21).replace('{', '{"id":9,'), 200, true],
		['deep where it is not read', hiredWith(22, 'other', lists(DEEP)), 200, true],
		['deep custom fields', hiredWith(23, 'custom_fields', lists(DEEP)), 200, true],
		['a deep candidate', hiredWith(24, 'candidate', lists(DEEP)), 200, true],
		['deep all over', `${'{"data":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`, 400, false],
		['a list', '[]', 400, false],
		['null', 'null', 400, false],
		['empty', '', 400, false],
	],
	'what is no JSON': [
		['text that says it is JSON', 'hired!', 422, false],
		['bytes that say they are JSON', Buffer.from([0, 255, 254]), 422, false],
		['text', 'hired!', 400, false, typed('text/plain')],
		['XML', '<hired/>', 400, false, typed('application/xml')],
		['a form', 'hired=1', 400, false, typed('application/x-www-form-urlencoded')],
		['bytes', Buffer.from([0, 255, 254]), 400, false, typed('application/octet-stream')],
	],
};

let ended = 0;

/**
 * The status that answers a body. n8n refuses a body that is too large before it has read it, and closes the connection: the answer
 * may get lost on the way, and then the body is sent again. One that runs is sent once.
 */
async function readStatus(body: Bytes, runs: boolean, options?: DeliverOptions) {
	const send = async () => (await deliver(published.target, body, options))?.status;
	return runs ? await send() : await until('an answer', send, 60_000);
}

test.each(Object.entries(CASES))(
	'%s: each is answered, and the next good delivery runs',
	async (_name, cases) => {
		const before = published.reports.applications();
		const answers: Array<[string, number | undefined]> = [];
		for (const [name, body, , runs, options] of cases)
			answers.push([name, await readStatus(body, runs, options)]);
		expect(answers).toEqual(cases.map(([name, , status]) => [name, status]));

		const next = 100 + before.size;
		expect(await deliver(published.target, hired(next))).toMatchObject({ status: 200 });
		const running = cases.filter(([, , , runs]) => runs);
		ended += running.length + 1;
		expect(await published.ended(ended)).toEqual({ success: ended });
		const arrived = [...published.reports.applications()].filter(([id]) => !before.has(id));
		const wanted = running.map(([, body, , , options]) => idIn(options?.signed ?? body));
		expect(new Map(arrived)).toEqual(new Map([...wanted, next].map((id) => [id, 1])));
	},
);

/** The application's ID in a body that is good JSON but for a byte order mark and letters of another encoding. */
function idIn(body: Bytes): number {
	const { id } = JSON.parse(Buffer.from(body).toString().replace('\uFEFF', ''));
	return Number(id);
}

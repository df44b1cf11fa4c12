import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { recordLog, trigger } from '../harness/contexts.mts';

/** How many deliveries are forged; `FORGERIES=50000 npm test -- forgeries` for the figure in the documents. */
const FORGERIES = Number(process.env.FORGERIES ?? 5000);

jest.setTimeout(600_000);

const SECRET = '3f2a9c0d5b7e41d68a90c1f2e3b4a5968776655443322110ffeeddccbbaa9988';
const BODY = JSON.stringify({
	event_type: 'candidate.hired',
	data: {
		application: { id: 7, candidate_id: 5, job_id: 3, hired_at: 1781500000 },
		candidate: { first_name: 'Ada ♥', emails: ['ada@example.com'] },
	},
});
const sign = (body: Buffer | string, secret = SECRET): string =>
	createHmac('sha256', secret).update(body).digest('base64');
const GOOD = sign(BODY);

interface Forgery {
	body: Buffer;
	header: string | string[] | undefined;
}

const flip = (bytes: Buffer, at: number, by: number): Buffer => {
	const copy = Buffer.from(bytes);
	copy[at % copy.length] ^= by;
	return copy;
};
const original = Buffer.from(BODY);
const at = fc.nat(original.length - 1);
const by = fc.integer({ min: 1, max: 255 });

/** Bodies that are not the signed one, under its signature. */
const otherBody: fc.Arbitrary<Forgery> = fc
	.oneof(
		fc.tuple(at, by).map(([position, mask]) => flip(original, position, mask)),
		fc
			.tuple(at, at)
			.map(([a, b]) =>
				Buffer.concat([original.subarray(0, Math.min(a, b)), original.subarray(Math.max(a, b))]),
			),
		fc
			.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 20 }))
			.map(([position, more]) =>
				Buffer.concat([original.subarray(0, position), more, original.subarray(position)]),
			),
		fc.nat(8).map((spaces) => Buffer.from(JSON.stringify(JSON.parse(BODY), null, spaces + 1))),
		fc
			.constantFrom<BufferEncoding>('utf16le', 'latin1', 'ascii')
			.map((encoding) => Buffer.from(BODY, encoding)),
		fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value) ?? '')),
		fc.constantFrom(`${BODY}\n`, ` ${BODY}`, `\uFEFF${BODY}`, '').map((text) => Buffer.from(text)),
	)
	.filter((body) => !body.equals(original))
	.map((body) => ({ body, header: GOOD }));

/** Headers that are not a list with the right signature in it, over the signed body. */
const otherHeader: fc.Arbitrary<Forgery> = fc
	.oneof(
		fc
			.tuple(fc.nat(GOOD.length - 1), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
			.map(
				([position, character]) => GOOD.slice(0, position) + character + GOOD.slice(position + 1),
			),
		fc.nat(GOOD.length - 1).map((length) => GOOD.slice(0, length)),
		fc.string({ minLength: 1 }).map((secret) => sign(BODY, secret)),
		fc
			.array(
				fc.string().map((secret) => sign(BODY, secret)),
				{ maxLength: 30 },
			)
			.map((all) => all.join(' ')),
		fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }),
		fc.constantFrom(
			undefined,
			GOOD.toLowerCase(),
			`${GOOD}${GOOD}`,
			GOOD.replace('=', ''),
			`${GOOD}=`,
			`"${GOOD}"`,
			`${GOOD};${GOOD}`,
			`v2=${GOOD}`,
			Buffer.from(GOOD).toString('base64'),
			Buffer.from(GOOD, 'base64').toString('hex'),
		),
	)
	.filter(
		(header) => ![header].flat().some((entry) => (entry ?? '').split(/[\s,]+/).includes(GOOD)),
	)
	.map((header) => ({ body: original, header }));

test(`none of ${FORGERIES} forged or mutated deliveries comes in, and every one is answered`, async () => {
	const log = recordLog();
	const registration = {
		id: 1,
		url: 'x',
		path: '/companies/42/webhooks',
		events: [],
		secrets: [SECRET],
	};
	const node = trigger(new HundredHiresTrigger(), {
		credential: { apiKey: 'k', baseUrl: 'http://127.0.0.1:9/v2' },
		staticData: { 'node:100Hires Trigger': { registration } },
	});
	const deliver = async ({ body, header }: Forgery) =>
		await node.deliver({
			body,
			headers: { ...(header !== undefined && { 'x-hires-signature-v2': header as string }) },
		});

	expect((await deliver({ body: original, header: GOOD })).result.workflowData).toHaveLength(1);
	let refused = 0;
	await fc.assert(
		fc.asyncProperty(fc.oneof(otherBody, otherHeader), async (forgery) => {
			const { sent, result } = await deliver(forgery);
			expect([sent.status, result]).toEqual([401, { noWebhookResponse: true }]);
			refused++;
		}),
		{ numRuns: FORGERIES },
	);
	expect(refused).toBe(FORGERIES);
	expect(log).toHaveLength(FORGERIES);
});

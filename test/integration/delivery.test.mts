import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { shouldDeduplicate } from '../../nodes/HundredHires/webhooks/parameters.ts';
import { recordLog, trigger, type TriggerSetup } from '../harness/contexts.mts';

const SECRET = '3f2a9c0d5b7e41d68a90c1f2e3b4a5968776655443322110ffeeddccbbaa9988';
const HIRED = {
	event_id: 'evt-1',
	event_type: 'candidate.hired',
	timestamp: 1781500000,
	data: {
		application: {
			id: 7,
			candidate_id: 5,
			job_id: 3,
			status: 'hired',
			hired_at: 1781500000,
			stage: { id: 9, name: 'Hired' },
		},
		candidate: { id: 5, first_name: 'Ada', last_name: 'Test', emails: ['ada@example.com'] },
	},
};

/** The node with its webhook registered. */
function registered(
	parameters: IDataObject = {},
	secrets: string[] = [SECRET],
	more: Partial<TriggerSetup> = {},
) {
	const setup: TriggerSetup = {
		credential: { apiKey: 'key', baseUrl: 'http://127.0.0.1:9/v2' },
		parameters,
		...more,
	};
	const name = `node:${more.nodeName ?? '100Hires Trigger'}`;
	const registration = { id: 1, url: 'x', path: '/companies/42/webhooks', events: [], secrets };
	return trigger(new HundredHiresTrigger(), { ...setup, staticData: { [name]: { registration } } });
}

const bytes = (body: unknown): Buffer =>
	Buffer.isBuffer(body)
		? body
		: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

function signed(body: unknown, secret = SECRET) {
	const raw = bytes(body);
	const signature = createHmac('sha256', secret).update(raw).digest('base64');
	return {
		body: raw,
		headers: { 'x-hires-signature-v2': signature, 'content-type': 'application/json' } as Record<
			string,
			string
		>,
	};
}

const runs = (result: { workflowData?: unknown }): boolean => result.workflowData !== undefined;

test('a signed delivery of a selected event runs the flow with the typed event, and n8n answers it', async () => {
	const { sent, result } = await registered().deliver(signed(HIRED));
	expect(sent.status).toBeNull();
	expect(result.workflowData).toEqual([
		[
			{
				json: expect.objectContaining({
					event: 'candidate.hired',
					eventId: 'evt-1',
					email: 'ada@example.com',
					hiredOn: '2026-06-15',
				}),
			},
		],
	]);
	expect(result.workflowData![0][0].json).not.toHaveProperty('raw');
});

test('the original comes along on request, untouched', async () => {
	const { result } = await registered({ options: { includeRaw: true } }).deliver(signed(HIRED));
	expect(result.workflowData![0][0].json.raw).toEqual(HIRED);
});

test('every secret held is good: that of before too', async () => {
	const { result } = await registered({}, ['newer', SECRET]).deliver(signed(HIRED));
	expect(runs(result)).toBe(true);
});

describe('what is refused runs nothing and leaves one line that gives nothing away', () => {
	const good = signed(HIRED);
	const cases: Array<
		[
			string,
			number,
			string,
			{ body: Buffer | undefined; headers: Record<string, string>; ip?: string },
			IDataObject?,
			string[]?,
		]
	> = [
		['no signature', 401, 'missing_signature', { ...good, headers: {} }],
		['a forged signature', 401, 'mismatch', signed(HIRED, 'a guess')],
		[
			'a tampered body',
			401,
			'mismatch',
			{ ...good, body: Buffer.from(good.body.toString().replace('Ada', 'Eve')) },
		],
		[
			'a malformed signature',
			401,
			'malformed',
			{ ...good, headers: { 'x-hires-signature-v2': 'nonsense' } },
		],
		['no secret held', 503, 'no_secret', good, {}, []],
		['only an empty secret held', 503, 'no_secret', signed(HIRED, ''), {}, ['']],
		['no raw body, as with multipart', 415, 'no_raw_body', { ...good, body: undefined }],
		['a signed body that is not JSON', 400, 'not_json', signed('hello')],
		['a signed empty body', 400, 'not_json', signed('')],
		['a signed list', 400, 'not_json', signed('[1]')],
		['a signed object that is no event', 400, 'not_an_event', signed({ hello: 'world' })],
		[
			'a body nested without end',
			400,
			'not_an_event',
			signed(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
		],
		[
			'an address that is not allowed',
			403,
			'address_not_allowed',
			{ ...good, ip: '198.51.100.1' },
			{ options: { allowedIps: '203.0.113.0/24' } },
		],
	];

	test.each(cases)('%s: %i', async (_name, status, code, ...[delivery, parameters, secrets]) => {
		const node = registered(parameters, secrets);
		const log = recordLog();
		const { sent, result } = await node.deliver(delivery);
		expect(sent.status).toBe(status);
		expect(result).toEqual({ noWebhookResponse: true });
		expect(log).toHaveLength(1);
		expect(log[0]).toContain(code);
		expect(log[0]).toContain('100Hires Trigger');
		const signature = delivery.headers['x-hires-signature-v2'];
		for (const secret of [SECRET, 'Ada', 'ada@example.com', signature || SECRET])
			expect(log[0]).not.toContain(secret);
	});
});

test('an allowed address comes in, by range or as IPv4 inside IPv6', async () => {
	const node = registered({ options: { allowedIps: '203.0.113.0/24, 2001:db8::1' } });
	for (const ip of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8::1'])
		expect(runs((await node.deliver({ ...signed(HIRED), ip })).result)).toBe(true);
});

describe('whom the option Allowed IPs lets in', () => {
	const cases: Array<[string, IDataObject, string[]]> = [
		['everybody where it was not added', {}, ['198.51.100.1', '203.0.113.7']],
		['everybody where it was left empty', { allowedIps: '' }, ['198.51.100.1', '203.0.113.7']],
		['everybody where it was left blank', { allowedIps: ' ' }, ['198.51.100.1', '203.0.113.7']],
		['one who is named', { allowedIps: '203.0.113.7' }, ['203.0.113.7']],
		['one whom an expression names', { allowedIps: "={{ '203.0.113.7' }}" }, ['203.0.113.7']],
		['one in the list of an expression', { allowedIps: "={{ ['203.0.113.7'] }}" }, ['203.0.113.7']],
		['one beside an entry that cannot be read', { allowedIps: 'x,203.0.113.7' }, ['203.0.113.7']],
		['nobody where no entry can be read', { allowedIps: 'hires.example.com' }, []],
		['nobody where there is only a comma', { allowedIps: ',' }, []],
		['nobody where the list is empty', { allowedIps: [] }, []],
		['nobody where an expression gives undefined', { allowedIps: '={{ undefined }}' }, []],
		['nobody where an expression gives null', { allowedIps: '={{ null }}' }, []],
		['nobody where an expression gives an empty text', { allowedIps: "={{ '' }}" }, []],
		['nobody where an expression gives a blank', { allowedIps: "={{ ' ' }}" }, []],
		['nobody where an expression gives an empty list', { allowedIps: '={{ [] }}' }, []],
		['nobody where an expression gives a list of nothing', { allowedIps: "={{ [null, ''] }}" }, []],
		['nobody where an expression gives false', { allowedIps: '={{ false }}' }, []],
		['nobody where an expression gives an object', { allowedIps: '={{ ({ a: 1 }) }}' }, []],
		['nobody where a variable is missing', { allowedIps: '={{ $vars.none }}' }, []],
		['nobody where an expression has no text', { allowedIps: '=' }, []],
	];
	test.each(cases)('%s', async (_name, options, allowed) => {
		recordLog();
		const node = registered({ options });
		const letIn: string[] = [];
		for (const ip of ['198.51.100.1', '203.0.113.7', ''])
			if (runs((await node.deliver({ ...signed(HIRED), ip })).result)) letIn.push(ip);
		expect(letIn.filter((ip) => ip !== '')).toEqual(allowed);
	});
});

test.each<[string, IDataObject, unknown]>([
	['not selected', { events: ['candidate.created'] }, HIRED],
	['filtered out by stage', { filters: { stages: ['Offer'] } }, HIRED],
	['filtered out by job', { filters: { jobs: ['99'] } }, HIRED],
	['not in the list of events', {}, { event: 'offer.sent', data: {} }],
])(
	'an event that is %s is answered 200 by n8n without an execution',
	async (_name, parameters, body) => {
		const { sent, result } = await registered(parameters).deliver(signed(body));
		expect(sent.status).toBeNull();
		expect(result).toEqual({ webhookResponse: { message: expect.any(String) } });
	},
);

describe('a name from outside cannot forge a line of the log', () => {
	const FORGED = 'x) and left it alone\r\n\u2028\u0085\u001b[2K\u202e2026 | error | "forged"';
	const BREAKS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

	/** The only line that was written: level, message and details. */
	const readOnly = (log: string[]): [string, string, unknown] => {
		expect(log).toHaveLength(1);
		return JSON.parse(log[0]) as [string, string, unknown];
	};

	test.each([
		['event', { event: FORGED, data: {} }],
		['event_type', { event_type: FORGED, data: {} }],
		['type', { type: FORGED, data: {} }],
	])('of an unknown event, in the field %s', async (_field, body) => {
		const log = recordLog();
		await registered().deliver(signed(body));
		const [level, message] = readOnly(log);
		expect(level).toBe('info');
		expect(message).not.toMatch(BREAKS);
		expect(message).toContain('("x) and left it alone\\r\\n\\u2028\\u0085\\u001b[2K\\u202e2026');
	});

	test('of the node, whose author need not be the reader of the log', async () => {
		const log = recordLog();
		await registered({}, [], { nodeName: FORGED }).deliver(signed(HIRED));
		const [level, message] = readOnly(log);
		expect(level).toBe('warn');
		expect(message).not.toMatch(BREAKS);
		expect(message).toContain('no_secret');
	});

	test('an ordinary name is shown as it is', async () => {
		const log = recordLog();
		await registered().deliver(signed({ event: 'offer.sent', data: {} }));
		expect(readOnly(log)[1]).toBe(
			'100Hires Trigger "100Hires Trigger" was sent an event that it does not know ("offer.sent") and left it alone',
		);
	});
});

test('odd bodies are read by their bytes', async () => {
	const node = registered();
	const text = JSON.stringify(HIRED);
	const odd = [
		`\uFEFF${text}`,
		` ${text}\r\n`,
		text.replace('Ada', '\\u001BAda \\u2665 ♥'),
		text.replace('"id":5', '"id":5,"id":9007199254740993'),
		text.replace('"Test"', `"${'x'.repeat(3_000_000)}"`),
	];
	for (const body of odd) expect(runs((await node.deliver(signed(body))).result)).toBe(true);
});

test('a delivery writes nothing into static data', async () => {
	const node = registered();
	const before = node.staticData();
	await node.deliver(signed(HIRED));
	expect(node.staticData()).toEqual(before);
	expect((node.workflow.staticData as { __dataChanged?: boolean }).__dataChanged).not.toBe(true);
});

test('each event on its own output, with the option', async () => {
	const node = registered({
		events: ['candidate.hired', 'ai_score.generated'],
		options: { outputPerEvent: true },
	});
	const { result } = await node.deliver(signed(HIRED));
	const outputs = await node.execute(result.workflowData![0]);
	expect(outputs.map((items) => items.length)).toEqual([0, 1]);
});

test('repeats are kept away in production only: a Retry, a test and a manual run always run', () => {
	const options = { acknowledge: 'immediately', deduplicate: true } as const;
	for (const mode of ['retry', 'manual', 'integrated', 'cli'] as const)
		expect([mode, shouldDeduplicate(mode, options)]).toEqual([mode, false]);
	expect(shouldDeduplicate('webhook', options)).toBe(true);
	expect(shouldDeduplicate('webhook', { ...options, deduplicate: false })).toBe(false);
	expect(shouldDeduplicate('webhook', { ...options, acknowledge: 'afterWorkflow' })).toBe(false);
});

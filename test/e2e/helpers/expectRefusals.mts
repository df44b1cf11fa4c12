import { createHmac } from 'node:crypto';
import type { Setup } from './setup.mts';

/** Over HTTP, to the address that 100Hires calls: nothing but what 100Hires signed runs anything, and everything is answered. */
export async function expectRefusals(
	{ n8n }: Setup,
	workflowId: string,
	webhook: { url: string; secrets: string[] },
): Promise<void> {
	const before = (await n8n.executionSummaries(workflowId)).length;
	const address = n8n.webhookUrl(new URL(webhook.url).pathname.replace('/webhook/', ''));
	const body = JSON.stringify({
		event_type: 'candidate.hired',
		data: { application: { id: 1, hired_at: 1 } },
	});
	const sign = (text: string | Buffer, secret = webhook.secrets[0]) =>
		createHmac('sha256', secret).update(text).digest('base64');
	const good = sign(body);
	const json = { 'content-type': 'application/json' };
	const signed = (signature: string) => ({ ...json, 'x-hires-signature-v2': signature });
	const hex = Buffer.from(good, 'base64').toString('hex');
	const many = Array.from({ length: 150 }, (_, n) => sign(body, `guess ${n}`)).join(' ');
	const form = new FormData();
	form.append('payload', body);

	const cases: Array<[string, number, RequestInit]> = [
		['unsigned', 401, { headers: json, body }],
		['empty signature', 401, { headers: signed(''), body }],
		['forged', 401, { headers: signed(sign(body, 'a guess')), body }],
		['keyed with an empty secret', 401, { headers: signed(sign(body, '')), body }],
		[
			'secret with white space',
			401,
			{ headers: signed(sign(body, ` ${webhook.secrets[0]}`)), body },
		],
		['tampered', 401, { headers: signed(good), body: body.replace('"id":1', '"id":2') }],
		[
			'written anew',
			401,
			{ headers: signed(good), body: JSON.stringify(JSON.parse(body), null, 1) },
		],
		[
			'truncated body',
			401,
			{ headers: { ...signed(good), 'content-type': 'text/plain' }, body: body.slice(0, -1) },
		],
		['signature of an empty body', 401, { headers: signed(sign('')), body }],
		['truncated signature', 401, { headers: signed(good.slice(0, 30)), body }],
		['hex', 401, { headers: signed(hex), body }],
		['without padding', 401, { headers: signed(good.slice(0, -1)), body }],
		['URL-safe', 401, { headers: signed(`${good.slice(0, 42)}_=`), body }],
		['with a prefix', 401, { headers: signed(`sha256=${good}`), body }],
		[
			'valid base64 of wrong bytes',
			401,
			{ headers: signed(Buffer.alloc(32).toString('base64')), body },
		],
		['hundreds of signatures', 401, { headers: signed(many), body }],
		['another header', 401, { headers: { ...json, 'x-hires-signature': good }, body }],
		['no body', 401, { headers: json }],
		['multipart', 415, { headers: { 'x-hires-signature-v2': good }, body: form }],
		['signed, but not an object', 400, { headers: signed(sign('[1]')), body: '[1]' }],
		[
			'signed text',
			400,
			{ headers: { ...signed(sign('hello')), 'content-type': 'text/plain' }, body: 'hello' },
		],
		['signed, but no event', 400, { headers: signed(sign('{"a":1}')), body: '{"a":1}' }],
	];
	const answered: Array<[string, number]> = [];
	for (const [name, , request] of cases)
		answered.push([name, (await fetch(address, { method: 'POST', ...request })).status]);
	expect(answered).toEqual(cases.map(([name, status]) => [name, status]));
	expect(await n8n.executionSummaries(workflowId)).toHaveLength(before);
	const log = n8n.output();
	for (const code of ['missing_signature', 'malformed', 'mismatch'])
		expect(log).toContain(`refused a delivery (${code})`);
	expect(log).not.toContain(webhook.secrets[0]);
	expect(log).not.toContain(good);
}

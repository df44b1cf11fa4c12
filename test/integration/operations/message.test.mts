import { mailAccountIdOf } from '../../sandbox/hires/world/mail.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const requests = () =>
	sandbox.requests.all().map(({ method, path, body }) => [`${method} ${path}`, body]);

const LETTER = { to: ['ada@example.test'], subject: 'Hello', body: '<p>Hello Ada</p>' };
const SEND_AT = Math.floor(Date.UTC(2030, 0, 2, 9) / 1000);

const contents = (json: unknown) => (json as { message: Record<string, unknown> }).message;

test('a message goes to one candidate with all that it may have', async () => {
	const [{ id, candidateId }] = applyTo(sandbox, 1);
	const [, user] = [...sandbox.world.users.values()];
	const [{ json }] = await run('message', 'send', {
		candidateId: byId(candidateId),
		...LETTER,
		additionalFields: {
			applicationId: byId(id),
			fromAccountId: byId(mailAccountIdOf(user)),
			cc: ['a@example.test'],
			bcc: ['b@example.test', 'c@example.test'],
			scheduledAt: '2030-01-02T09:00:00Z',
			sendInNewThread: true,
		},
	});
	expect(requests()).toEqual([
		[
			`POST /candidates/${candidateId}/messages`,
			{
				...LETTER,
				application_id: id,
				from_account_id: mailAccountIdOf(user),
				scheduled_at: SEND_AT,
				cc: ['a@example.test'],
				bcc: ['b@example.test', 'c@example.test'],
				send_in_new_thread: true,
			},
		],
	]);
	const message = sandbox.world.mail.messages.get(Number(contents(json).id));
	expect(message).toMatchObject({ candidateId, from: user.email, sendAt: SEND_AT, isSent: false });
});

test('120 messages, each with its own text, go in two requests, and come out in the order of the items', async () => {
	const applications = applyTo(sandbox, 120);
	const items = applications.map(({ candidateId }, n) => ({
		json: { id: candidateId, address: `ada${n}@example.test`, n },
	}));
	const sent = await run(
		'message',
		'send',
		{
			candidateId: ITEM_ID,
			to: ['={{ $json.address }}'],
			subject: '=Nr {{ $json.n }}',
			body: '<p>Hello</p>',
		},
		{ items },
	);
	expect(requests().map(([request]) => request)).toEqual([
		'POST /messages/batch/create',
		'POST /messages/batch/create',
	]);
	expect(sent.map(({ json }) => contents(json).subject)).toEqual(items.map((_, n) => `Nr ${n}`));
	const last = sandbox.world.mail.messages.get(Number(contents(sent[119].json).id));
	expect(last).toMatchObject({
		candidateId: applications[119].candidateId,
		to: ['ada119@example.test'],
	});
});

test('one message of a batch that 100Hires refuses does not hold the others back', async () => {
	const [{ candidateId }] = applyTo(sandbox, 1);
	const ids = [candidateId, 999_999, candidateId];
	const sent = await run(
		'message',
		'send',
		{ candidateId: ITEM_ID, ...LETTER },
		{ items: itemsWith(ids), continueOnFail: true },
	);
	expect(sent.map(({ json }) => json.type)).toEqual(['mailbox', undefined, 'mailbox']);
	expect(sent[1].json.error).toMatch(
		/^Could not send the message to candidate 999999 \(HTTP 404\)/,
	);
});

function scheduled() {
	const [{ candidateId }] = applyTo(sandbox, 1);
	return sandbox.world.mail.schedule(sandbox.world.candidate(candidateId), LETTER);
}

test('an update sends only what is entered, a replacement the whole message', async () => {
	const { id } = scheduled();
	const messageId = String(id);
	await run('message', 'update', { messageId, updateFields: { subject: 'Changed' } });
	const [{ json }] = await run('message', 'replace', {
		messageId,
		...LETTER,
		body: '<p>New</p>',
		additionalFields: { scheduledAt: SEND_AT },
	});
	expect(requests()).toEqual([
		[`PATCH /messages/${id}`, { subject: 'Changed' }],
		[`PUT /messages/${id}`, { ...LETTER, body: '<p>New</p>', scheduled_at: SEND_AT }],
	]);
	expect(contents(json)).toMatchObject({ id, subject: 'Hello', body: '<p>New</p>' });
	expect(contents(json).schedule).toMatchObject({
		sendAt: SEND_AT,
		sendAtIso: '2030-01-02T09:00:00.000Z',
	});
});

test('a canceled message is gone', async () => {
	const { id } = scheduled();
	const [{ json: got }] = await run('message', 'get', { messageId: String(id) });
	expect(contents(got).id).toBe(id);
	const [{ json }] = await run('message', 'cancel', { messageId: String(id) });
	expect(json).toEqual({ deleted: true });
	expect(sandbox.world.mail.messages.find(id)).toBeUndefined();
});

test('messages of a candidate: all, those that wait, and those that do not', async () => {
	const { id, candidateId } = scheduled();
	const candidate = sandbox.world.candidate(candidateId);
	const answer = sandbox.world.mail.receive(candidate, { subject: 'Re: Hello', body: 'Hi' });
	const idsOf = async (filters: { isScheduled?: 0 | 1 }) => {
		const parameters = { candidateId: byId(candidate.alias), filters };
		const items = await run('message', 'getAllOfCandidate', parameters);
		return new Set(items.map(({ json }) => contents(json).id));
	};
	expect(await idsOf({})).toEqual(new Set([id, answer.id]));
	expect(await idsOf({ isScheduled: 1 })).toEqual(new Set([id]));
	expect(await idsOf({ isScheduled: 0 })).toEqual(new Set([answer.id]));
});

test('messages of a mail account, by status and time', async () => {
	const { id, accountId } = scheduled();
	const mailAccountId = byId(accountId);
	const filters = {
		status: 'scheduled',
		dateFrom: '2020-01-01T00:00:00Z',
		dateTo: '2100-01-01T00:00:00Z',
	};
	const found = await run('message', 'getAllOfMailAccount', { mailAccountId, filters });
	expect(found.map(({ json }) => contents(json).id)).toEqual([id]);
	const [{ path, query }] = sandbox.requests.all();
	expect([path, query]).toEqual([
		'/messages',
		{
			from_account_id: String(accountId),
			status: 'scheduled',
			page: '1',
			size: '50',
			date_from: '1577836800',
			date_to: '4102444800',
		},
	]);
});

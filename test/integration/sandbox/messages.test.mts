import { ManualClock } from '../../sandbox/hires/index.mts';
import {
	applicant,
	call,
	refusalOf,
	rows,
	sandbox,
	start,
	stop,
	type Json,
} from '../helpers/sandboxSetup.mts';

const LETTER = { to: ['ada@example.com'], subject: 'Hello', body: '<p>Hello</p>' };

let clock: ManualClock;
let candidate: string;
let applicationId: number;

beforeEach(async () => {
	clock = new ManualClock();
	await start({ clock });
	const application = applicant();
	applicationId = application.id;
	candidate = `/candidates/${application.candidateId}`;
});

afterEach(stop);

const write = async (more: Json = {}) =>
	(await call('POST', `${candidate}/messages`, { ...LETTER, ...more })).body.message as Json;
const ids = (body: Json) => rows(body, 'messages').map((row) => (row.message as Json).id);
const lists = async (query: string) => ids((await call('GET', `/messages?${query}`)).body);

test('a message is held for fifteen minutes, then sent, and the candidate was written to', async () => {
	const message = await write({ application_id: applicationId, cc: ['bob@example.com'] });
	expect(message).toMatchObject({
		...LETTER,
		from: 'olivia@northwind.example',
		cc: ['bob@example.com'],
		schedule: { sendAt: clock.now() + 900 },
	});
	const account = Number(message.fromAccountId);
	clock.advance(899);
	expect(await lists(`from_account_id=${account}&status=scheduled`)).toEqual([message.id]);
	expect(await lists(`from_account_id=${account}&status=sent`)).toEqual([]);
	expect((await call('GET', `/applications/${applicationId}`)).body.last_message_at).toBeNull();
	clock.advance(1);
	expect(await lists(`from_account_id=${account}&status=sent`)).toEqual([message.id]);
	expect(await lists(`from_account_id=${account}`)).toEqual([message.id]);
	expect(await lists(`from_account_id=${account}&date_from=${clock.now() + 1}`)).toEqual([]);
	expect((await call('GET', candidate)).body).toMatchObject({ last_message_at: clock.now() });
	const sorted = await call('GET', '/applications?sort=-last_message_at&size=1');
	expect(sorted.body.applications).toMatchObject([{ last_message_at: clock.now() }]);
	const path = `/messages/${String(message.id)}`;
	expect((await call('GET', path)).body).toMatchObject({
		type: 'mailbox',
		message: { id: message.id },
	});
	expect(await call('DELETE', path)).toMatchObject(refusalOf('scheduled_at'));
});

test('a held message is changed in part, replaced, and called off', async () => {
	const { id } = await write({ scheduled_at: clock.now() + 60 });
	const path = `/messages/${String(id)}`;
	const patched = await call('PATCH', path, { subject: 'Welcome' });
	expect(patched.body.message).toMatchObject({ ...LETTER, subject: 'Welcome' });
	expect(await call('PUT', path, { subject: 'Welcome' })).toMatchObject(refusalOf('to'));
	const replaced = { to: ['a@example.com'], subject: 'Hi', body: 'Hi', scheduled_at: null };
	expect((await call('PUT', path, replaced)).body.message).toMatchObject({
		to: ['a@example.com'],
		schedule: { sendAt: clock.now() + 900 },
	});
	expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
	expect(await call('GET', path)).toMatchObject({ status: 404 });
	clock.advance(1000);
	expect((await call('GET', candidate)).body.last_message_at).toBeNull();
});

test('many messages in one request: each has its own outcome', async () => {
	const letter = { ...LETTER, candidate_id: Number(candidate.split('/')[2]) };
	const { status, body } = await call('POST', '/messages/batch/create', {
		messages: [letter, { ...letter, candidate_id: 1 }, { ...letter, from_account_id: 1 }],
	});
	expect(status).toBe(200);
	expect(body.results).toMatchObject([
		{ index: 0, candidate_id: letter.candidate_id, data: { message: { subject: 'Hello' } } },
		{ index: 1, candidate_id: 1, error: { status: 404 } },
		{ index: 2, error: { validation_errors: { from_account_id: expect.any(String) } } },
	]);
	expect(await call('POST', '/messages/batch/create', { messages: [LETTER] })).toMatchObject(
		refusalOf('messages.0.candidate_id'),
	);
});

test('what was written in both directions, and what is still held', async () => {
	const held = await write();
	const person = sandbox.world.candidate(Number(candidate.split('/')[2]));
	const received = sandbox.world.mail.receive(person, { subject: 'Re: Hello', body: 'Hi' });
	const all = await call('GET', `${candidate}/messages`);
	expect(all.body.messages).toMatchObject([
		{ type: 'mailbox', is_sent_by_candidate: false, message: { id: held.id } },
		{ type: 'mailbox', is_sent_by_candidate: true, message: { id: received.id } },
	]);
	expect(ids((await call('GET', `${candidate}/messages?is_scheduled=1`)).body)).toEqual([held.id]);
	expect(ids((await call('GET', `${candidate}/messages?is_scheduled=0`)).body)).toEqual([
		received.id,
	]);
});

test('what a message cannot be', async () => {
	for (const [more, field] of [
		[{ to: [] }, 'to'],
		[{ to: 'ada@example.com' }, 'to'],
		[{ application_id: 1 }, 'application_id'],
		[{ reply_to_email_id: 1 }, 'reply_to_email_id'],
		[{ from: 'me' }, 'from'],
	] as const) {
		const refused = await call('POST', `${candidate}/messages`, { ...LETTER, ...more });
		expect(refused).toMatchObject(refusalOf(field));
	}
	expect(await call('GET', '/messages')).toMatchObject(refusalOf('from_account_id'));
	expect(await call('GET', '/messages?from_account_id=1')).toMatchObject(
		refusalOf('from_account_id'),
	);
});

describe('notifications', () => {
	const held = async () => {
		const { body } = await call('GET', `${candidate}/messages?is_scheduled=1`);
		return rows(body, 'messages').filter(({ type }) => type === 'notification');
	};

	test('tell of a rejection, unless they are suppressed or called off', async () => {
		await call('POST', `/applications/${applicationId}/reject`, { suppress_notification: true });
		expect(await held()).toEqual([]);
		await call('POST', `/applications/${applicationId}/unreject`);
		await call('POST', `/applications/${applicationId}/reject`);
		const [{ message }] = await held();
		const path = `/notification-messages/${String((message as Json).id)}`;
		const changed = await call('PUT', path, { subject: 'Sorry', body: '<p>Sorry</p>' });
		expect(changed.body).toMatchObject({ subject: 'Sorry' });
		expect((await call('GET', path)).body).toEqual(changed.body);
		const tooLong = { subject: 'x'.repeat(501), body: 'x' };
		expect(await call('PUT', path, tooLong)).toMatchObject(refusalOf('subject'));
		expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
		expect(await held()).toEqual([]);
	});

	test('of one candidate are called off together; those that went out stay', async () => {
		const reject = async () => await call('POST', `/applications/${applicationId}/reject`);
		await reject();
		clock.advance(900);
		await call('POST', `/applications/${applicationId}/unreject`);
		await reject();
		expect(await held()).toHaveLength(1);
		await call('DELETE', `${candidate}/notification-messages`);
		expect(await held()).toEqual([]);
		const { body } = await call('GET', `${candidate}/messages`);
		expect(rows(body, 'messages')).toHaveLength(1);
	});
});

import { many, outcomeOf } from '../api/batch.mts';
import { camelKeys, pageOf, route, type AnyRoute, type Call, type Paging } from '../api/route.mts';
import {
	emails,
	filled,
	flag,
	id,
	listOf,
	email,
	objectOf,
	oneOf,
	orNull,
	paging,
	seconds,
	type Properties,
} from '../api/schema.mts';
import { renderMessage, renderMessageRow } from '../render/message.mts';
import type { Letter, MessageRecord } from '../world/mail.mts';
import type { World } from '../world/world.mts';

const LETTER: Properties = {
	to: emails,
	subject: filled,
	body: filled,
	from_account_id: orNull(id),
	cc: listOf(email),
	bcc: listOf(email),
	scheduled_at: orNull(seconds),
	reply_to_email_id: orNull(id),
	send_in_new_thread: flag,
};

const NEW_LETTER: Properties = { ...LETTER, application_id: orNull(id) };

const REQUIRED = ['to', 'subject', 'body'];

/** `mailbox` or `notification`, the two that the sandbox has. */
const typeOf = (message: MessageRecord, { mail }: World) =>
	mail.notifications.find(message.id) ? ('notification' as const) : ('mailbox' as const);

const rowFor = (world: World) => (message: MessageRecord) =>
	renderMessageRow(message, typeOf(message, world));

/** Whether a PUT without an optional field resets it is not documented; here the field stays as it is. */
function change(method: 'PUT' | 'PATCH', required: string[]): AnyRoute {
	return route<object>({
		method,
		path: '/messages/:id',
		body: LETTER,
		required,
		handle: ({ context: { world }, params, body }) => {
			const message = world.mail.messages.get(params.id);
			return renderMessage(world.mail.change(message, camelKeys<Partial<Letter>>(body)), 'mailbox');
		},
	});
}

interface MailboxFilter extends Paging {
	from_account_id: number;
	status: 'scheduled' | 'sent' | 'all';
	date_from: number;
	date_to?: number;
}

function inMailbox({ context: { world }, query }: Call<never, MailboxFilter>): MessageRecord[] {
	const { status, date_from: from, date_to: to = Infinity } = query;
	world.mail.account(query.from_account_id);
	return world.mail.messages
		.all()
		.reverse()
		.filter(
			({ accountId, isSent, sendAt }) =>
				accountId === query.from_account_id &&
				(status === 'all' || isSent === (status === 'sent')) &&
				sendAt >= from &&
				sendAt <= to,
		);
}

export const messageRoutes: AnyRoute[] = [
	route<never, Paging & { is_scheduled?: 0 | 1 }>({
		method: 'GET',
		path: '/candidates/:id/messages',
		query: { ...paging, is_scheduled: { type: 'integer', enum: [0, 1] } },
		handle: ({ context: { world }, params, query }) => {
			const messages = world.mail
				.of(world.candidate(params.id))
				.filter(
					({ isSent }) => query.is_scheduled === undefined || isSent !== !!query.is_scheduled,
				);
			return pageOf('messages', messages, query, rowFor(world));
		},
	}),
	route<object>({
		method: 'POST',
		path: '/candidates/:id/messages',
		body: NEW_LETTER,
		required: REQUIRED,
		handle: ({ context: { world }, params, body, by }) => {
			const letter = camelKeys<Letter>(body);
			return renderMessage(world.mail.schedule(world.candidate(params.id), letter, by), 'mailbox');
		},
	}),
	route<never, MailboxFilter>({
		method: 'GET',
		path: '/messages',
		query: {
			from_account_id: id,
			status: { ...oneOf('scheduled', 'sent', 'all'), default: 'all' },
			date_from: { ...seconds, default: 0 },
			date_to: seconds,
			...paging,
		},
		requiredQuery: ['from_account_id'],
		handle: (call) => pageOf('messages', inMailbox(call), call.query, rowFor(call.context.world)),
	}),
	route<never>({
		method: 'GET',
		path: '/messages/:id',
		handle: ({ context: { world }, params }) =>
			renderMessage(world.mail.messages.get(params.id), 'mailbox'),
	}),
	change('PUT', REQUIRED),
	change('PATCH', []),
	route<never>({
		method: 'DELETE',
		path: '/messages/:id',
		handle: ({ context: { world }, params }) => {
			world.mail.cancel(world.mail.messages.get(params.id));
			return { success: true };
		},
	}),
	route<{ messages: Array<{ candidate_id: number }> }>({
		method: 'POST',
		path: '/messages/batch/create',
		body: {
			messages: many(
				objectOf({ candidate_id: id, ...NEW_LETTER }, ['candidate_id', ...REQUIRED], false),
			),
		},
		required: ['messages'],
		handle: ({ context: { world }, body, by }) => ({
			results: body.messages.map(({ candidate_id: candidateId, ...letter }, index) => ({
				index,
				candidate_id: candidateId,
				...outcomeOf(() => {
					const candidate = world.candidate(candidateId);
					return renderMessage(
						world.mail.schedule(candidate, camelKeys<Letter>(letter), by),
						'mailbox',
					);
				}),
			})),
		}),
	}),
];

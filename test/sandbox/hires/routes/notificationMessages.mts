import { camelKeys, route, type AnyRoute } from '../api/route.mts';
import { filled, orNull, seconds } from '../api/schema.mts';
import { renderNotification } from '../render/message.mts';
import type { Letter } from '../world/mail.mts';

const path = '/notification-messages/:id';

/** Messages that the ATS sends by itself, as after a rejection, and holds like those that people write. */
export const notificationMessageRoutes: AnyRoute[] = [
	route<never>({
		method: 'GET',
		path,
		handle: ({ context: { world }, params }) =>
			renderNotification(world.mail.notifications.get(params.id)),
	}),
	route<object>({
		method: 'PUT',
		path,
		body: {
			subject: { ...filled, maxLength: 500 },
			body: filled,
			scheduled_at: orNull(seconds),
		},
		required: ['subject', 'body'],
		handle: ({ context: { world }, params, body }) => {
			const message = world.mail.notifications.get(params.id);
			const changes = camelKeys<Partial<Letter>>(body);
			return renderNotification(world.mail.change(message, changes));
		},
	}),
	route<never>({
		method: 'DELETE',
		path,
		handle: ({ context: { world }, params }) => {
			world.mail.cancel(world.mail.notifications.get(params.id));
			return { success: true };
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/candidates/:candidate_id/notification-messages',
		handle: ({ context: { world }, params }) => {
			const candidate = world.candidate(params.candidate_id);
			const held = world.mail.notifications
				.all()
				.filter(({ candidateId, isSent }) => candidateId === candidate.id && !isSent);
			for (const message of held) world.mail.cancel(message);
			return { success: true };
		},
	}),
];

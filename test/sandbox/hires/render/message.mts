import type { MessageRecord } from '../world/mail.mts';

export type MessageType = 'mailbox' | 'notification';

/** A `ScheduledEmail`; the fields of the message itself are in camel case (100Hires OpenAPI 3.1, 2.0.0). */
export function renderMessage(message: MessageRecord, type: MessageType) {
	const { id, from, to, cc, bcc, subject, body, sendAt, isSent } = message;
	return {
		type,
		message: {
			id,
			from,
			to,
			cc,
			bcc,
			subject,
			body,
			candidateId: message.candidateId,
			applicationId: message.applicationId,
			fromAccountId: message.accountId,
			replyToEmailId: message.replyToId,
			date: sendAt,
			attachments: [],
			schedule: isSent ? null : { sendAt },
			opensCount: 0,
		},
	};
}

/** A `NotificationMessage`, which is flat, and has an empty text where nothing is scheduled (100Hires OpenAPI 3.1, 2.0.0). */
export function renderNotification(message: MessageRecord) {
	const { id, from, to, subject, body, sendAt, isSent } = message;
	const date = new Date((sendAt ?? 0) * 1000).toUTCString();
	const schedule = { id, isScheduled: true, isFailed: false, humanDatetime: date };
	return {
		id,
		from,
		to,
		subject,
		body,
		date,
		schedule: isSent ? '' : { ...schedule, isNotificationMessage: true },
	};
}

/** A row of the lists of messages (100Hires OpenAPI 3.1, 2.0.0). */
export function renderMessageRow(message: MessageRecord, type: MessageType) {
	const { message: contents } = renderMessage(message, type);
	return { type, is_sent_by_candidate: message.isFromCandidate, message: contents };
}

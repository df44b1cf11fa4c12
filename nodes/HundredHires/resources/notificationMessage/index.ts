import { id, inBody, inPath, required, text, time } from '../fields';
import { candidate } from '../fields/common';
import type { Operation, Resource } from '../types';
import { NOTIFICATION_MESSAGE } from './entity';

const path = '/notification-messages/{id}';

const notificationPath = inPath(
	'id',
	id({
		name: 'notificationMessageId',
		displayName: 'Notification Message ID',
		required: true,
		placeholder: 'e.g. 85001',
		description: "The 'message.id' of a candidate's message of the type 'notification'",
	}),
);

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get notification message',
	description: 'Get one email that 100Hires sends by itself, such as after a rejection',
	task: 'get notification message {id}',
	method: 'GET',
	path,
	fields: [notificationPath],
	output: { kind: 'one', entity: NOTIFICATION_MESSAGE },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update notification message',
	description: 'Change a notification email that is not sent yet',
	task: 'update notification message {id}',
	method: 'PUT',
	path,
	fields: [
		notificationPath,
		inBody(
			'subject',
			text({
				name: 'subject',
				displayName: 'Subject',
				required: true,
				placeholder: 'e.g. Your application',
				description: 'Up to 500 characters',
			}),
		),
		inBody(
			'body',
			text({
				name: 'body',
				displayName: 'Body',
				rows: 5,
				required: true,
				placeholder: 'e.g. <p>We will call you tomorrow.</p>',
				description: 'The text of the email, in HTML',
			}),
		),
	],
	optional: {
		collection: 'updateFields',
		fields: [
			inBody(
				'scheduled_at',
				time({
					name: 'scheduledAt',
					displayName: 'Send At',
					description: 'When the email goes out; as before if not given',
				}),
			),
		],
	},
	output: { kind: 'one', entity: NOTIFICATION_MESSAGE },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete notification message',
	description: 'Cancel a notification email that is not sent yet; this cannot be undone',
	task: 'delete notification message {id}',
	method: 'DELETE',
	path,
	fields: [notificationPath],
	output: { kind: 'deleted' },
};

const cancelAll: Operation = {
	value: 'cancelAll',
	name: 'Cancel All of Candidate',
	action: 'Cancel all notification messages of candidate',
	description:
		'Delete all notification emails to a candidate that are not sent yet; this cannot be undone',
	task: 'cancel the notification messages of candidate {candidate_id}',
	method: 'DELETE',
	path: '/candidates/{candidate_id}/notification-messages',
	fields: [inPath('candidate_id', required(candidate))],
	output: { kind: 'deleted' },
};

export const notificationMessage: Resource = {
	value: 'notificationMessage',
	name: 'Notification Message',
	description: 'Emails that 100Hires sends by itself, such as after a rejection',
	operations: [get, cancelAll, remove, update],
};

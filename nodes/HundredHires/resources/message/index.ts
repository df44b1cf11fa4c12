import { MAIL_ACCOUNT } from '../../shared/locators';
import { choice, inQuery, locator, required, time } from '../fields';
import { candidatePath } from '../fields/common';
import type { Operation, Resource } from '../types';
import { MESSAGE } from './entity';
import { content, messagePath, optionsToChange } from './fields';
import { send } from './send';

const path = '/messages/{id}';

const cancel: Operation = {
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel scheduled message',
	description: 'Delete an email that is not sent yet; this cannot be undone',
	task: 'cancel message {id}',
	method: 'DELETE',
	path,
	fields: [messagePath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get message',
	description: 'Get one email with its text and when it is sent',
	task: 'get message {id}',
	method: 'GET',
	path,
	fields: [messagePath],
	output: { kind: 'one', entity: MESSAGE },
};

const getAllOfCandidate: Operation = {
	value: 'getAllOfCandidate',
	name: 'Get Many of Candidate',
	action: 'Get many messages of candidate',
	description: 'List what was written to a candidate and by them: emails, texts, voicemails',
	task: 'list the messages of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/messages',
	fields: [candidatePath],
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'is_scheduled',
				choice({
					name: 'isScheduled',
					displayName: 'Scheduled',
					description: 'Only messages that wait to be sent, or only those that do not',
					options: [
						{ name: 'Scheduled Only', value: 1 },
						{ name: 'Not Scheduled Only', value: 0 },
					],
				}),
			),
		],
	},
	output: { kind: 'pages', entity: MESSAGE, key: 'messages' },
};

const getAllOfMailAccount: Operation = {
	value: 'getAllOfMailAccount',
	name: 'Get Many of Mail Account',
	action: 'Get many messages of mail account',
	description: 'List the messages that were or will be sent from a mail account',
	task: 'list the messages of the mail account',
	method: 'GET',
	path: '/messages',
	fields: [
		inQuery(
			'from_account_id',
			locator({
				name: 'mailAccountId',
				displayName: 'Mail Account',
				kind: MAIL_ACCOUNT,
				required: true,
				description: 'The mail account that the messages are sent from',
			}),
		),
	],
	optional: {
		collection: 'filters',
		fields: [
			inQuery(
				'status',
				choice({
					name: 'status',
					displayName: 'Status',
					description: 'Only messages with this status',
					options: [
						{ name: 'All', value: 'all' },
						{ name: 'Scheduled', value: 'scheduled' },
						{ name: 'Sent', value: 'sent' },
					],
				}),
			),
			inQuery(
				'date_from',
				time({
					name: 'dateFrom',
					displayName: 'From',
					description: 'Only messages of this time or later',
				}),
			),
			inQuery(
				'date_to',
				time({
					name: 'dateTo',
					displayName: 'To',
					description: 'Only messages of this time or earlier',
				}),
			),
		],
	},
	output: { kind: 'pages', entity: MESSAGE, key: 'messages' },
};

const replace: Operation = {
	value: 'replace',
	name: 'Replace',
	action: 'Replace scheduled message',
	description: 'Write an email that is not sent yet anew, with recipients, subject and text',
	task: 'replace message {id}',
	method: 'PUT',
	path,
	fields: [messagePath, ...content.map(required)],
	optional: { collection: 'additionalFields', fields: optionsToChange },
	output: { kind: 'one', entity: MESSAGE },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update scheduled message',
	description: 'Change an email that is not sent yet; what is not given stays as it is',
	task: 'update message {id}',
	method: 'PATCH',
	path,
	fields: [messagePath],
	optional: { collection: 'updateFields', fields: [...content, ...optionsToChange] },
	output: { kind: 'one', entity: MESSAGE },
};

export const message: Resource = {
	value: 'message',
	name: 'Message',
	description: 'Emails to candidates and their answers',
	operations: [send, cancel, get, getAllOfCandidate, getAllOfMailAccount, replace, update],
};

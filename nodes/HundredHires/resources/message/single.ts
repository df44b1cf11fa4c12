import type { Operation } from '../types';
import { messagePath, optionsToChange, parts, whole } from './contents';
import { MESSAGE } from './entity';

const path = '/messages/{id}';

export const get: Operation = {
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

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update scheduled message',
	description: 'Change an email that is not sent yet; what is not given stays as it is',
	task: 'update message {id}',
	method: 'PATCH',
	path,
	fields: [messagePath],
	optional: { collection: 'updateFields', fields: [...parts, ...optionsToChange] },
	output: { kind: 'one', entity: MESSAGE },
};

export const replace: Operation = {
	value: 'replace',
	name: 'Replace',
	action: 'Replace scheduled message',
	description: 'Write an email that is not sent yet anew, with recipients, subject and text',
	task: 'replace message {id}',
	method: 'PUT',
	path,
	fields: [messagePath, ...whole],
	optional: { collection: 'additionalFields', fields: optionsToChange },
	output: { kind: 'one', entity: MESSAGE },
};

export const cancel: Operation = {
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

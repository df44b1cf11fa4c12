import type { Operation, Resource } from '../types';
import { MAIL_ACCOUNT, USER } from './entity';
import { userPath } from './fields';
import { getActivities } from './getActivities';

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Get one user: name, email address, role and default mail account',
	task: 'get user {id}',
	method: 'GET',
	path: '/users/{id}',
	fields: [userPath],
	output: { kind: 'one', entity: USER },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'List the users of the company: recruiters, hiring managers and others',
	task: 'list the users',
	method: 'GET',
	path: '/users',
	company: 'query',
	output: { kind: 'pages', entity: USER, key: 'users' },
};

const getMailAccounts: Operation = {
	value: 'getMailAccounts',
	name: 'Get Mail Accounts',
	action: 'Get mail accounts of user',
	description: 'List the mailboxes of a user that messages can be sent from',
	task: 'list the mail accounts of user {id}',
	method: 'GET',
	path: '/users/{id}/mail-accounts',
	fields: [userPath],
	output: { kind: 'pages', entity: MAIL_ACCOUNT, key: 'mail_accounts' },
};

export const user: Resource = {
	value: 'user',
	name: 'User',
	description: 'Somebody who works with 100Hires, and what they did',
	operations: [get, getActivities, getAll, getMailAccounts],
};

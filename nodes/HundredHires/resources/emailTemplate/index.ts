import { required } from '../fields';
import type { Operation, Resource } from '../types';
import { EMAIL_TEMPLATE } from './entity';
import { content, templatePath } from './fields';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create email template',
	description: 'Create an email template for messages and nurture campaigns',
	task: 'create the email template',
	method: 'POST',
	path: '/email-templates',
	company: 'body',
	fields: content.map(required),
	output: { kind: 'one', entity: EMAIL_TEMPLATE },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete email template',
	description: 'Remove an email template; the API has no way to bring it back',
	task: 'delete email template {id}',
	method: 'DELETE',
	path: '/email-templates/{id}',
	fields: [templatePath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get email template',
	description: 'Get the subject and the body of one email template',
	task: 'get email template {id}',
	method: 'GET',
	path: '/email-templates/{id}',
	fields: [templatePath],
	output: { kind: 'one', entity: EMAIL_TEMPLATE },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many email templates',
	description: "List the company's email templates with their subjects and bodies",
	task: 'list the email templates',
	method: 'GET',
	path: '/email-templates',
	company: 'query',
	output: { kind: 'pages', entity: EMAIL_TEMPLATE, key: 'email_templates' },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update email template',
	description: 'Change an email template; what is not given stays as it is',
	task: 'update email template {id}',
	method: 'PUT',
	path: '/email-templates/{id}',
	fields: [templatePath],
	optional: { collection: 'updateFields', fields: content },
	output: { kind: 'one', entity: EMAIL_TEMPLATE },
};

export const emailTemplate: Resource = {
	value: 'emailTemplate',
	name: 'Email Template',
	description: 'Text of emails that are sent often',
	operations: [create, remove, get, getAll, update],
};

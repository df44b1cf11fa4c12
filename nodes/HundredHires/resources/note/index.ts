import { described, inBody, inQuery, pickMany, required } from '../fields';
import { candidateText, user } from '../fields/common';
import type { Operation, Resource } from '../types';
import { NOTE } from './entity';
import { body, include, notePath, visibility } from './fields';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create note',
	description: 'Write a note about a candidate',
	task: 'create the note',
	method: 'POST',
	path: '/notes',
	fields: [inBody('candidate_id', required(candidateText)), required(body)],
	optional: {
		collection: 'additionalFields',
		fields: [
			inBody(
				'user_id',
				described(user, {
					displayName: 'Author',
					description: 'Who the note is from; the owner of the API key if not given',
				}),
			),
			visibility,
			inBody(
				'mention_user_ids',
				pickMany({
					name: 'mentionUserIds',
					displayName: 'Mentioned User Names or IDs',
					from: 'getUsers',
				}),
			),
			include,
		],
	},
	output: { kind: 'one', entity: NOTE },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get note',
	description: 'Get one note about a candidate',
	task: 'get note {id}',
	method: 'GET',
	path: '/notes/{id}',
	fields: [notePath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: NOTE },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many notes',
	description: 'List the notes about a candidate',
	task: 'list the notes',
	method: 'GET',
	path: '/notes',
	fields: [inQuery('candidate_id', required(candidateText))],
	optional: { collection: 'filters', fields: [include] },
	output: { kind: 'pages', entity: NOTE, key: 'notes' },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update note',
	description: 'Change the text of a note or who can read it',
	task: 'update note {id}',
	method: 'PUT',
	path: '/notes/{id}',
	fields: [notePath],
	optional: { collection: 'updateFields', fields: [body, visibility, include] },
	output: { kind: 'one', entity: NOTE },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete note',
	description: 'Remove a note for good; this cannot be undone',
	task: 'delete note {id}',
	method: 'DELETE',
	path: '/notes/{id}',
	fields: [notePath],
	output: { kind: 'deleted' },
};

export const note: Resource = {
	value: 'note',
	name: 'Note',
	description: 'What the team writes about candidates',
	operations: [create, remove, get, getAll, update],
};

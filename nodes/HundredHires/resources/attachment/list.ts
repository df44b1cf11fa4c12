import { applicationPath, candidatePath } from '../fields/common';
import type { Operation } from '../types';
import { ATTACHMENT } from './entity';

export const getAllOfApplication: Operation = {
	value: 'getAllOfApplication',
	name: 'Get Many of Application',
	action: 'Get many attachments of application',
	description: 'List the files of an application, such as the resume and cover letter',
	task: 'list the attachments of application {id}',
	method: 'GET',
	path: '/applications/{id}/attachments',
	fields: [applicationPath],
	// The one list that the API answers without an envelope.
	output: { kind: 'list', entity: ATTACHMENT },
};

export const getAllOfCandidate: Operation = {
	value: 'getAllOfCandidate',
	name: 'Get Many of Candidate',
	action: 'Get many attachments of candidate',
	description: 'List the files of a candidate',
	task: 'list the attachments of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/files',
	fields: [candidatePath],
	output: { kind: 'list', entity: ATTACHMENT, key: 'files' },
};

import { applicationPath, candidatePath } from '../fields/common';
import type { Operation, Resource } from '../types';
import { download } from './download';
import { ATTACHMENT } from './entity';
import { fileBody } from './fields';
import { upload } from './upload';

const getAllOfApplication: Operation = {
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

const getAllOfCandidate: Operation = {
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

const uploadToApplication: Operation = {
	value: 'uploadToApplication',
	name: 'Upload to Application',
	action: 'Upload attachment to application',
	description: 'Add a file to an application',
	task: 'upload the file for application {id}',
	method: 'POST',
	path: '/applications/{id}/attachments',
	fields: [applicationPath, fileBody],
	output: { kind: 'one', entity: ATTACHMENT },
};

const uploadToCandidate: Operation = {
	value: 'uploadToCandidate',
	name: 'Upload to Candidate',
	action: 'Upload attachment to candidate',
	description: 'Add a file to a candidate',
	task: 'upload the file for candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/files',
	fields: [candidatePath, fileBody],
	output: { kind: 'one', entity: ATTACHMENT },
};

export const attachment: Resource = {
	value: 'attachment',
	name: 'Attachment',
	description: 'Files of candidates and applications',
	operations: [
		getAllOfCandidate,
		getAllOfApplication,
		download,
		uploadToCandidate,
		uploadToApplication,
		upload,
	],
};

import { choice, id, inBody, showFor } from '../fields';
import { applicationPath, candidatePath } from '../fields/common';
import type { Operation, Resource } from '../types';
import { download } from './download';
import { ATTACHMENT } from './entity';
import { fileBody } from './fields';

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
	task: 'upload the file to application {id}',
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
	task: 'upload the file to candidate {id}',
	method: 'POST',
	path: '/candidates/{id}/files',
	fields: [candidatePath, fileBody],
	output: { kind: 'one', entity: ATTACHMENT },
};

/** What the API takes files for (100Hires OpenAPI 2.0.0). */
const CATEGORIES = [
	{ name: 'Application', value: 'application' },
	{ name: 'Candidate', value: 'candidate' },
	{ name: 'Candidate Comment', value: 'candidate_comment' },
	{ name: 'Company Favicon', value: 'company_favicon' },
	{ name: 'Company Header', value: 'company_header' },
	{ name: 'Company Link Preview', value: 'company_link_preview' },
	{ name: 'Job Note', value: 'job_note' },
	{
		name: 'Voicemail',
		value: 'voicemail',
		description: 'WAV or MP3, up to 20 MB; for nurture campaigns',
	},
];

const category = inBody(
	'category',
	choice({
		name: 'category',
		displayName: 'Category',
		required: true,
		description: 'What the file is for',
		options: CATEGORIES,
	}),
);

const objectId = inBody(
	'object_id',
	showFor(
		category,
		CATEGORIES.map(({ value }) => value).filter((value) => value !== 'voicemail'),
		id({
			name: 'objectId',
			displayName: 'Object ID',
			required: true,
			placeholder: 'e.g. 500202',
			description: 'ID of the application, candidate, comment, note or company',
		}),
	),
);

const upload: Operation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload attachment of any category',
	description: 'Add a file to something else, such as a comment, or upload a voicemail',
	task: 'upload the file',
	method: 'POST',
	path: '/attachments',
	company: 'body',
	fields: [category, objectId, fileBody],
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

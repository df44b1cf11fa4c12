import { choice, id, inBody, showFor } from '../fields';
import type { Operation } from '../types';
import { ATTACHMENT } from './entity';
import { fileBody } from './fields';

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

export const upload: Operation = {
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

import type { Entity } from '../types';

/** A file that hangs on something (`ApiAttachment`, 100Hires OpenAPI 2.0.0). */
export const ATTACHMENT: Entity = {
	name: 'Attachment',
	shape: {
		uuid: 'string',
		url: 'string',
		relative_time: 'string',
		file: {
			is_image: 'boolean',
			orig_file_name: 'string',
			file_ext: 'string',
			file_type: 'string',
			readable_size: 'string',
		},
	},
	simple: {},
};

/** The resume of a candidate or an application (`ApplicationCvData`); the text is there on request. */
export const RESUME: Entity = {
	name: 'Resume',
	shape: { ...ATTACHMENT.shape, text: 'string' },
	simple: {},
};

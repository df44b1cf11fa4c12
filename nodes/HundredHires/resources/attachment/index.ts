import type { Resource } from '../types';
import { download } from './download';
import { getAllOfApplication, getAllOfCandidate } from './list';
import { upload, uploadToApplication, uploadToCandidate } from './upload';

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

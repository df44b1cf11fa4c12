import { Download, keepFile, route, type AnyRoute, type FileBody } from '../api/route.mts';
import { company, file, id, oneOf } from '../api/schema.mts';
import { attachment } from '../render/shared.mts';
import { invalid, notFound } from '../world/errors.mts';
import type { FileRecord } from '../world/records.mts';
import type { World } from '../world/world.mts';

const CATEGORIES = [
	'voicemail',
	'candidate',
	'application',
	'candidate_comment',
	'job_note',
	'company_favicon',
	'company_header',
	'company_link_preview',
];

interface Upload {
	category: string;
	object_id?: number;
	file: FileBody;
}

const MAX_VOICEMAIL_BYTES = 20 * 1024 * 1024;

const VOICE = /^audio\/(x-)?(wav|wave|mpeg|mp3)$/;

/** What a voicemail has to be (100Hires OpenAPI 3.1, 2.0.0). */
function checkVoicemail({ object_id: objectId, file: { mime_type: type, data } }: Upload): void {
	if (objectId !== undefined) throw invalid('object_id', 'A voicemail belongs to no object.');
	if (!VOICE.test(type)) throw invalid('file', 'A voicemail is a WAV or MP3 file.');
	if (Buffer.byteLength(data, 'base64') > MAX_VOICEMAIL_BYTES) {
		throw invalid('file', 'A voicemail has 20 MB at most.');
	}
}

/** Hangs a file on what it was uploaded for, where the API shows it there. */
function hang(world: World, { category, object_id: objectId }: Upload): (file: FileRecord) => void {
	if (category !== 'candidate' && category !== 'application') return () => {};
	if (objectId === undefined) throw invalid('object_id', 'Object cannot be blank.');
	if (category === 'application') {
		const application = world.application(objectId);
		return (uploaded) => world.attach(application.id, uploaded);
	}
	const candidate = world.candidate(objectId);
	return (uploaded) => candidate.files.push(uploaded);
}

function download(path: string): AnyRoute {
	return route<never>({
		method: 'GET',
		path,
		handle: ({ context, params }) => {
			const kept = context.world.files.get(params.uuid);
			if (!kept || (params.category ?? kept.category) !== kept.category) throw notFound('File');
			return new Download(kept);
		},
	});
}

export const fileRoutes: AnyRoute[] = [
	route<Upload>({
		method: 'POST',
		path: '/attachments',
		body: { category: oneOf(...CATEGORIES), object_id: id, file, ...company },
		required: ['category', 'file'],
		handle: ({ context, body }) => {
			if (body.category === 'voicemail') checkVoicemail(body);
			const keep = hang(context.world, body);
			const uploaded = keepFile(context, body.file, body.category);
			keep(uploaded);
			return attachment(uploaded, context.view());
		},
	}),
	download('/files/:uuid/download'),
	download('/attachments/:category/:uuid/:file_name'),
];

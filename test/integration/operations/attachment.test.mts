import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IBinaryData } from 'n8n-workflow';
import { core } from '../../harness/contexts.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const bytes = Buffer.from('%PDF-1.7 cover letter');
const FILE = {
	data: bytes.toString('base64'),
	fileName: 'cover “letter”.pdf',
	mimeType: 'application/pdf',
};
const SENT = { data: FILE.data, file_name: FILE.fileName, mime_type: FILE.mimeType };
const withFile = { items: [{ json: {}, binary: { letter: FILE } }] };

const lastRequest = () => {
	const { method, path, body } = sandbox.requests.all().at(-1)!;
	return [`${method} ${path}`, body];
};

test('a file hangs on an application, is listed there and comes back byte for byte', async () => {
	const [{ id }] = applyTo(sandbox, 1);
	const applicationId = byId(id);
	const parameters = { applicationId, inputField: 'letter' };
	const [uploaded] = await run('attachment', 'uploadToApplication', parameters, withFile);
	expect(lastRequest()).toEqual([`POST /applications/${id}/attachments`, { file: SENT }]);
	const listed = await run('attachment', 'getAllOfApplication', { applicationId });
	expect(listed.map(({ json }) => json)).toEqual([uploaded.json]);
	const [{ binary }] = await run(
		'attachment',
		'download',
		{ fileUrl: '={{ $json.url }}' },
		{ items: listed },
	);
	expect(binary!.data).toMatchObject({ fileName: FILE.fileName, mimeType: FILE.mimeType });
	expect(Buffer.from(binary!.data.data, 'base64').equals(bytes)).toBe(true);
});

test('a file hangs on a candidate', async () => {
	const [{ candidateId: id }] = applyTo(sandbox, 1);
	const { alias } = sandbox.world.candidate(id);
	const candidateId = byId(alias);
	await run('attachment', 'uploadToCandidate', { candidateId, inputField: 'letter' }, withFile);
	expect(lastRequest()).toEqual([`POST /candidates/${alias}/files`, { file: SENT }]);
	const [{ json }] = await run('attachment', 'getAllOfCandidate', { candidateId });
	expect(json.file).toMatchObject({ orig_file_name: FILE.fileName });
});

test('a file of another category goes with the ID of its thing, a voicemail without', async () => {
	const [{ candidateId }] = applyTo(sandbox, 1);
	const parameters = { category: 'candidate', objectId: String(candidateId) };
	await run('attachment', 'upload', { ...parameters, inputField: 'letter' }, withFile);
	expect(lastRequest()).toEqual([
		'POST /attachments',
		{ category: 'candidate', object_id: candidateId, file: SENT },
	]);
	expect(sandbox.world.candidate(candidateId).files).toHaveLength(1);
	const voice = { data: FILE.data, fileName: 'hello.mp3', mimeType: 'audio/mpeg' };
	await run(
		'attachment',
		'upload',
		{ category: 'voicemail' },
		{ items: [{ json: {}, binary: { data: voice } }] },
	);
	const file = { data: voice.data, file_name: voice.fileName, mime_type: voice.mimeType };
	expect(lastRequest()).toEqual(['POST /attachments', { category: 'voicemail', file }]);
});

test('an address alone is enough for a download: the answer tells the name', async () => {
	const { uuid } = sandbox.world.addResume('Ten years of Rust', 'Ada Größe.pdf');
	const fileUrl = `${sandbox.baseUrl}/files/${uuid}/download`;
	const [{ json, binary }] = await run('attachment', 'download', { fileUrl, outputField: 'cv' });
	expect(json).toEqual({ url: fileUrl });
	expect(binary!.cv).toMatchObject({ fileName: 'Ada Größe.pdf', mimeType: 'application/pdf' });
});

test('the API key goes to no other host', async () => {
	let calls = 0;
	const other = createServer((_request, response) => {
		calls++;
		response.end('caught');
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	try {
		const { port } = other.address() as AddressInfo;
		const fileUrl = `http://127.0.0.1:${port}/v2/files/1/download`;
		await expect(run('attachment', 'download', { fileUrl })).rejects.toThrow(
			'This is not the address of a file at',
		);
		expect(calls).toBe(0);
	} finally {
		other.close();
	}
});

test('an item without the file is told so before anything is sent', async () => {
	const [{ id }] = applyTo(sandbox, 1);
	const parameters = { applicationId: byId(id), inputField: 'resume' };
	await expect(run('attachment', 'uploadToApplication', parameters, withFile)).rejects.toThrow(
		'resume',
	);
	expect(sandbox.requests.all()).toEqual([]);
});

describe('a file that is too large is refused before it is read', () => {
	const MB = 1024 * 1024;
	const LIMIT = 25 * MB;

	/** Where n8n keeps files outside of its items. */
	function storage() {
		const ofCore = createRequire(require.resolve('n8n-core'));
		const { Container } = ofCore('@n8n/di') as {
			Container: { get<T>(type: abstract new (...values: never[]) => T): T };
		};
		return Container.get(core().BinaryDataService);
	}

	/** n8n's own storage, as far as an upload needs it, with a single file in it. */
	function keep(fileSize: number, file: Buffer | null, getMetadata?: () => Promise<never>) {
		const getAsBuffer = jest.fn(async () => {
			if (file === null) throw new Error('The file was read');
			return file;
		});
		const kept = { getMetadata: getMetadata ?? (async () => ({ fileSize })), getAsBuffer };
		storage().setManager('filesystem-v2', kept as never);
		return getAsBuffer;
	}
	const KEPT = { data: 'filesystem-v2', id: 'filesystem-v2:1', mimeType: 'text/plain' };
	const fail = async () => await Promise.reject(new Error('no metadata'));
	const spread = (bytes: number, width: number) =>
		Buffer.alloc(bytes)
			.toString('base64')
			.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');

	const upload = async (letter: IBinaryData) =>
		await run(
			'attachment',
			'upload',
			{ category: 'voicemail', inputField: 'letter' },
			{
				items: [{ json: {}, binary: { letter } }],
			},
		);

	test.each<[string, Partial<IBinaryData>, number, (() => Promise<never>)?]>([
		['one byte too many', {}, LIMIT + 1],
		['far too many', {}, 3000 * MB],
		['whatever the item says', { bytes: 5, fileSize: '5 B' }, 26 * MB],
		['by what the item says where n8n has no metadata', { bytes: LIMIT + 1 }, 0, fail],
	])('in n8n’s storage: %s', async (_name, binary, fileSize, ...[getMetadata]) => {
		const getAsBuffer = keep(fileSize, null, getMetadata);
		await expect(upload({ ...KEPT, ...binary })).rejects.toThrow(
			/'letter' has [\d.]+ MB, and 100Hires takes at most 25 MB/,
		);
		expect(getAsBuffer).not.toHaveBeenCalled();
		expect(sandbox.requests.all()).toEqual([]);
	});

	test.each<[string, () => string]>([
		['one byte too many', () => Buffer.alloc(LIMIT + 1).toString('base64')],
		[
			'without padding',
			() =>
				Buffer.alloc(LIMIT + 1)
					.toString('base64')
					.replace(/=+$/, ''),
		],
		['in lines', () => spread(LIMIT + 1, 76)],
	])('in the item: %s', async (_name, data) => {
		const getAsBuffer = jest.spyOn(storage(), 'getAsBuffer');
		await expect(upload({ data: data(), mimeType: 'text/plain' })).rejects.toThrow(
			/'letter' has 25\.0 MB, and 100Hires takes at most 25 MB/,
		);
		expect(getAsBuffer).not.toHaveBeenCalled();
		expect(sandbox.requests.all()).toEqual([]);
	});

	test.each<[string, Partial<IBinaryData>, number, (() => Promise<never>)?]>([
		['whose size is told wrong', {}, 5],
		['of unknown size', {}, 0, fail],
	])('after it was read, one %s', async (_name, binary, fileSize, ...[getMetadata]) => {
		keep(fileSize, Buffer.alloc(LIMIT + 1), getMetadata);
		await expect(upload({ ...KEPT, ...binary })).rejects.toThrow(/takes at most 25 MB/);
		expect(sandbox.requests.all()).toEqual([]);
	});

	test.each<[string, () => IBinaryData]>([
		['the largest file in n8n’s storage', () => (keep(LIMIT, Buffer.alloc(LIMIT)), KEPT)],
		['one without metadata', () => (keep(0, Buffer.alloc(9), fail), KEPT)],
		['an empty one', () => (keep(0, Buffer.alloc(0)), KEPT)],
		[
			'the largest in the item',
			() => ({ data: Buffer.alloc(LIMIT).toString('base64'), mimeType: 'text/plain' }),
		],
		['the largest in lines', () => ({ data: spread(LIMIT, 76), mimeType: 'text/plain' })],
	])('not refused: %s', async (_name, file) => {
		const binary = file();
		// The stand-in takes no body of this size; what counts is that there was a request.
		await upload(binary).catch((error: Error) => {
			if (/at most 25 MB/.test(error.message)) throw error;
		});
		expect(sandbox.requests.all().length).toBeGreaterThan(0);
	});
});

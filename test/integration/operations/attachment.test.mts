import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

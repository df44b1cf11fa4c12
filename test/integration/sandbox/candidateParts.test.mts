import {
	applicant,
	call,
	fetchFile,
	fileOf,
	refusalOf,
	rows,
	sandbox,
	start,
	stop,
} from '../helpers/sandboxSetup.mts';

let id: number;
let alias: string;

beforeEach(async () => {
	await start();
	({ id, alias } = sandbox.world.candidate(applicant().candidateId));
});

afterEach(stop);

const pageOfAll = (count: number) => ({
	page: 1,
	page_count: 1,
	page_size: count,
	total_count: count,
});

describe('tags', () => {
	test('are added once each, listed for the candidate and the company, and removed in their own spelling', async () => {
		const added = await call('POST', `/candidates/${alias}/tags`, { tags: ['vip', 'C++ / Rust'] });
		expect(added.body).toEqual({ tags: ['vip', 'C++ / Rust'], pagination: pageOfAll(2) });
		await call('POST', `/candidates/${id}/tags`, { tags: ['vip'] });
		expect((await call('GET', `/candidates/${id}/tags`)).body).toEqual(added.body);
		const tag = `/candidates/${id}/tags/${encodeURIComponent('C++ / Rust')}`;
		expect(await call('DELETE', `/candidates/${id}/tags/VIP`)).toMatchObject({ status: 404 });
		expect(await call('DELETE', tag)).toMatchObject({ body: { success: true } });
		expect(await call('DELETE', tag)).toMatchObject({ status: 404 });
		expect((await call('GET', `/candidates/${id}/tags`)).body.tags).toEqual(['vip']);
		expect((await call('GET', '/tags')).body).toEqual(added.body);
	});

	test('of many candidates at once: each gets its own outcome, within an answer of 200', async () => {
		const other = applicant('bob@example.com').candidateId;
		const ids = [id, 1, other];
		const added = await call('POST', '/candidates/batch/tags', { ids, tags: ['vip'] });
		const missing = {
			error: { name: 'Not Found', message: 'Candidate not found', code: 0, status: 404 },
		};
		expect(added).toMatchObject({ status: 200 });
		expect(added.body).toEqual({
			results: [
				{ id, data: { tags: ['vip'] } },
				{ id: 1, ...missing },
				{ id: other, data: { tags: ['vip'] } },
			],
		});
		await call('DELETE', `/candidates/${id}/tags/vip`);
		const removed = await call('DELETE', '/candidates/batch/tags', {
			ids: [id, other],
			tags: ['vip'],
		});
		expect(removed.body.results).toMatchObject([
			{ id, error: { status: 404, message: 'Tag not found' } },
			{ id: other, data: { tags: [] } },
		]);
	});

	test('neither a bare list nor more than a hundred candidates are taken', async () => {
		const ids = Array.from({ length: 101 }, (_, index) => index + 1);
		for (const [path, body, field] of [
			[`/candidates/${id}/tags`, ['vip'], 'body'],
			[`/candidates/${id}/tags`, { tags: [] }, 'tags'],
			['/candidates/batch/tags', { ids, tags: ['vip'] }, 'ids'],
		] as const) {
			expect(await call('POST', path, body)).toMatchObject(refusalOf(field));
		}
		expect(await call('GET', `/candidates/${id}/tags?page=1`)).toMatchObject(refusalOf('page'));
	});
});

describe('files', () => {
	test('are uploaded, listed and fetched with the key from the address that they tell', async () => {
		const uploaded = await call('POST', `/candidates/${alias}/files`, {
			file: fileOf('Ja – œuvre'),
		});
		expect(uploaded).toMatchObject({
			status: 200,
			body: { file: { orig_file_name: 'notes.txt', file_ext: 'txt', is_image: false } },
		});
		expect((await call('GET', `/candidates/${id}/files`)).body).toEqual({ files: [uploaded.body] });
		const { url } = uploaded.body;
		expect(await (await fetchFile(url)).text()).toBe('Ja – œuvre');
		expect((await fetch(String(url))).status).toBe(401);
		expect((await fetchFile(String(url).replace('/candidate/', '/application/'))).status).toBe(404);
	});

	test('uploads for an object hang on it; voicemails have rules of their own', async () => {
		const upload = { category: 'candidate', object_id: id, file: fileOf('x', 'a b.txt') };
		const uploaded = await call('POST', '/attachments', upload);
		expect((await call('GET', `/candidates/${id}/files`)).body.files).toEqual([uploaded.body]);
		expect(await (await fetchFile(uploaded.body.url)).text()).toBe('x');
		const voice = { category: 'voicemail', file: fileOf('RIFF', 'hello.wav', 'audio/wav') };
		expect(await call('POST', '/attachments', voice)).toMatchObject({ status: 200 });
		for (const [body, field] of [
			[{ ...upload, object_id: undefined }, 'object_id'],
			[{ ...upload, category: 'resume' }, 'category'],
			[{ ...voice, object_id: id }, 'object_id'],
			[{ ...voice, file: fileOf('x') }, 'file'],
			[{ category: 'voicemail' }, 'file'],
			[{ ...voice, file: { ...voice.file, data: 'not base64!' } }, 'file.data'],
		] as const) {
			expect(await call('POST', '/attachments', body)).toMatchObject(refusalOf(field));
		}
		expect(rows((await call('GET', `/candidates/${id}/files`)).body, 'files')).toHaveLength(1);
	});
});

describe('profiles', () => {
	test('take answers by the text of a question or by its ID, and a yes or no as 1 or 0', async () => {
		const path = `/candidates/${id}`;
		const relocate = sandbox.world.library.questionNamed('Willing to relocate')?.id;
		const changed = await call('PUT', path, {
			profile: { 'Desired salary': 50_000, [String(relocate)]: 1 },
		});
		expect(changed.body.profile).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ question_text: 'Desired salary', value: 50_000 }),
				{ question_id: relocate, question_text: 'Willing to relocate', value: 1 },
			]),
		);
		for (const [profile, said] of [
			[{ [String(relocate)]: 'yes' }, /1 for yes and 0 for no/],
			[{ 9999: 1 }, /9999/],
		] as const) {
			const refused = await call('PUT', path, { profile });
			expect(refused).toMatchObject(refusalOf('profile', expect.stringMatching(said)));
		}
		expect(await call('PUT', path, { profile: { 'Desired salary': true } })).toMatchObject(
			refusalOf('profile.Desired salary'),
		);
	});
});

test('a candidate is disqualified in all their jobs', async () => {
	const [, second] = sandbox.world.jobs.values();
	const applications = [...sandbox.world.candidate(id).applicationIds];
	applications.push(applicant('ada@example.com', second.id).id);
	const [reason] = sandbox.world.lists.rejectionReasons;
	const done = await call('POST', `/candidates/${alias}/disqualify`, { reasons: [reason.id] });
	expect(done.body).toEqual({ success: true, rejected_applications: applications });
	const again = await call('POST', `/candidates/${alias}/disqualify`);
	expect(again.body).toEqual({ success: true, rejected_applications: [] });
});

import {
	applicant,
	call,
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

test('a note is written, read, changed and deleted', async () => {
	const [owner, rita] = sandbox.world.users.values();
	const note = {
		candidate_id: alias,
		body: '<p>Good</p>',
		user_id: rita.id,
		visibility: 'private',
	};
	const written = await call('POST', '/notes?include=user,candidate', note);
	expect(written).toMatchObject({
		status: 200,
		body: {
			candidate_id: id,
			user_id: rita.id,
			body: '<p>Good</p>',
			visibility: 'private',
			user: { id: rita.id, full_name: rita.fullName },
			candidate: { id, first_name: 'Ada' },
		},
	});
	const { user: _user, candidate: _candidate, ...plain } = written.body;
	const path = `/notes/${String(plain.id)}`;
	expect((await call('GET', path)).body).toEqual(plain);
	const changed = await call('PUT', path, { body: '<p>Very good</p>' });
	expect(changed.body).toMatchObject({ body: '<p>Very good</p>', visibility: 'private' });
	const second = await call('POST', '/notes', { candidate_id: id, body: 'By whom?' });
	expect(second.body).toMatchObject({ user_id: owner.id, visibility: 'all' });
	const listed = await call('GET', `/notes?candidate_id=${alias}&size=1&page=2`);
	expect(listed.body).toMatchObject({ notes: [{ id: plain.id }], pagination: { total_count: 2 } });
	expect(await call('DELETE', path)).toMatchObject({ body: { success: true } });
	expect(await call('GET', path)).toMatchObject({ status: 404 });
});

test('a summary has the beginning of the text alone', async () => {
	await call('POST', '/notes', { candidate_id: id, body: 'x'.repeat(300) });
	const { body } = await call('GET', `/notes?candidate_id=${id}&view=summary`);
	expect(rows(body, 'notes')).toMatchObject([{ body_preview: 'x'.repeat(200) }]);
	expect(rows(body, 'notes')[0]).not.toHaveProperty('body');
});

test('what a note cannot be', async () => {
	const note = { candidate_id: id, body: 'x' };
	for (const [more, field] of [
		[{ application_id: 1 }, 'application_id'],
		[{ visibility: 'team' }, 'visibility'],
		[{ user_id: 1 }, 'user_id'],
		[{ mention_user_ids: [1] }, 'mention_user_ids'],
		[{ body: '' }, 'body'],
	] as const) {
		expect(await call('POST', '/notes', { ...note, ...more })).toMatchObject(refusalOf(field));
	}
	expect(await call('POST', '/notes', { ...note, candidate_id: 1 })).toMatchObject({ status: 404 });
	expect(await call('GET', '/notes')).toMatchObject(refusalOf('candidate_id'));
	expect(sandbox.world.reviews.notes.all()).toEqual([]);
});

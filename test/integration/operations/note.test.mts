import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

function someone() {
	const [{ candidateId }] = applyTo(sandbox, 1);
	return sandbox.world.candidate(candidateId);
}

test('a note by number and by alias of the candidate, which go as texts', async () => {
	const { id, alias } = someone();
	const [, rita, henk] = sandbox.world.users.values();
	for (const reference of [id, alias]) {
		const [{ json }] = await run('note', 'create', {
			candidateId: byId(reference),
			body: '<b>Strong</b> in system design',
			additionalFields: {
				userId: byId(rita.id),
				visibility: 'private',
				mentionUserIds: [henk.id],
				include: ['user', 'candidate'],
			},
		});
		expect(json).toMatchObject({
			candidate_id: id,
			visibility: 'private',
			user: { full_name: rita.fullName },
			candidate: { alias },
		});
		const { query, body } = sandbox.requests.all().at(-1)!;
		expect([query, body]).toEqual([
			{ include: 'user,candidate' },
			{
				candidate_id: String(reference),
				body: '<b>Strong</b> in system design',
				user_id: rita.id,
				visibility: 'private',
				mention_user_ids: [henk.id],
			},
		]);
	}
});

test('notes of a candidate are listed, read, changed and deleted', async () => {
	const candidate = someone();
	const notes = ['One', 'Two', 'Three'].map((body) =>
		sandbox.world.reviews.addNote(candidate, { body }),
	);
	const listed = await run('note', 'getAll', {
		candidateId: byId(candidate.alias),
		returnAll: true,
		filters: { include: ['user'] },
	});
	expect(new Set(listed.map(({ json }) => json.body))).toEqual(new Set(['One', 'Two', 'Three']));
	expect(listed[0].json.user).toMatchObject({ full_name: sandbox.world.owner.fullName });
	const noteId = String(notes[1].id);
	const [got] = await run('note', 'get', { noteId });
	expect(got.json.body).toBe('Two');
	const updateFields = { visibility: 'private', include: ['user'] };
	const [updated] = await run('note', 'update', { noteId, updateFields });
	expect(updated.json).toMatchObject({ body: 'Two', visibility: 'private' });
	expect(sandbox.requests.all().at(-1)).toMatchObject({
		method: 'PUT',
		query: { include: 'user' },
		body: { visibility: 'private' },
	});
	const [deleted] = await run('note', 'delete', { noteId });
	expect(deleted.json).toEqual({ deleted: true });
	expect(sandbox.world.reviews.notesOf(candidate)).toHaveLength(2);
});

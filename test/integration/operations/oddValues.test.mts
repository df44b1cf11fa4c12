import fc from 'fast-check';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
let candidateId: number;
let id: number;
beforeAll(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
	[{ candidateId, id }] = applyTo(sandbox, 1);
});
afterAll(async () => await sandbox.close());

/** Any text that JSON can carry; n8n takes one that begins with "=" for an expression, which no user types by accident. */
const anyText = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
	.filter((text) => text.trim() === text && text !== '' && !text.startsWith('='));

test('tags of any characters go in as they are, come out as they are, and go away', async () => {
	const one = { candidateId: byId(candidateId) };
	const tagsOf = async () =>
		(await run('tag', 'getAllOfCandidate', { ...one, returnAll: true })).map(
			({ json }) => json.tag,
		);
	await fc.assert(
		fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 5 }), async (tags) => {
			await run('tag', 'add', { ...one, tags });
			expect(new Set(await tagsOf())).toEqual(new Set(tags));
			await run('tag', 'remove', { ...one, tags });
			expect(await tagsOf()).toEqual([]);
		}),
		{ numRuns: 40 },
	);
});

test('names and texts of any characters come back as they went in', async () => {
	const one = { candidateId: byId(candidateId) };
	await fc.assert(
		fc.asyncProperty(anyText, anyText, async (lastName, body) => {
			const [updated] = await run('candidate', 'update', { ...one, updateFields: { lastName } });
			expect(updated.json.last_name).toBe(lastName);
			const [note] = await run('note', 'create', { ...one, body });
			expect(note.json.body).toBe(body);
		}),
		{ numRuns: 40 },
	);
});

test('an ID or alias is one part of the path, whatever it is made of', async () => {
	await fc.assert(
		fc.asyncProperty(anyText, async (alias) => {
			sandbox.requests.clear();
			const found = await run(
				'candidate',
				'get',
				{ candidateId: byId('={{ $json.alias }}') },
				{ items: [{ json: { alias } }], continueOnFail: true },
			);
			const requests = sandbox.requests.all();
			// A dot or two would lead to another path: they are refused before anything is sent.
			if (alias === '.' || alias === '..') expect(requests).toEqual([]);
			else
				expect(requests.map(({ path }) => path)).toEqual([
					`/candidates/${encodeURIComponent(alias)}`,
				]);
			expect(found).toHaveLength(1);
		}),
		{ numRuns: 60, examples: [['.'], ['..'], ['a/b'], ['?q'], ['#'], ['%2e%2e']] },
	);
});

test.each([
	['9007199254740993', 'too large to be kept exactly'],
	['1e3', 'not written as a whole number'],
	['12.5', 'not whole'],
	['-', 'no number'],
])('an application ID of %s is %s, and is not sent', async (id) => {
	sandbox.requests.clear();
	const [item] = await run(
		'application',
		'get',
		{ applicationId: byId('={{ $json.id }}') },
		{ items: [{ json: { id } }], continueOnFail: true },
	);
	expect(item.json.error).toBe(`'Application' has to be a whole number, and is "${id}".`);
	expect(sandbox.requests.all()).toEqual([]);
});

test('empty lists are not sent, and where a list is needed, the field is named', async () => {
	sandbox.requests.clear();
	await expect(run('tag', 'add', { candidateId: byId(candidateId), tags: [] })).rejects.toThrow(
		/^'Tags' is empty\./,
	);
	const interview = { startTime: '2027-01-05T10:00:00', endTime: '2027-01-05T11:00:00' };
	await expect(
		run('interview', 'schedule', { applicationId: byId(id), ...interview, interviewerIds: [] }),
	).rejects.toThrow(/^'Interviewer Names or IDs' is empty\./);
	expect(sandbox.requests.all()).toEqual([]);
});

test('no items in, no requests and no items out', async () => {
	sandbox.requests.clear();
	expect(await run('application', 'move', {}, { items: [] })).toEqual([]);
	expect(sandbox.requests.all()).toEqual([]);
});

import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId, ITEM_ID, itemsWith } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const requests = () =>
	sandbox.requests.all().map(({ method, path, body }) => [`${method} ${path}`, body]);

const tagsOf = (reference: number | string) => [...sandbox.world.candidate(reference).tags];

/** Signs that mean something in addresses, in lists or in Unicode. */
const ODD = ['C/C++', 'Sales, EMEA', 'Größe – 日本 🎯', '100%25', '?a=b#c'];

function people(count: number) {
	return applyTo(sandbox, count).map(({ candidateId }) => sandbox.world.candidate(candidateId));
}

test('tags with any signs in them are added and taken off again, by number and by alias', async () => {
	const [{ id, alias }] = people(1);
	for (const reference of [id, alias]) {
		const candidateId = byId(reference);
		const [added] = await run('tag', 'add', { candidateId, tags: ODD });
		expect(added.json).toEqual({ tags: ODD });
		expect(tagsOf(id)).toEqual(ODD);
		const removed = await run('tag', 'remove', { candidateId, tags: ODD });
		expect(removed).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(tagsOf(id)).toEqual([]);
	}
});

test('by number, all tags of a candidate go in one request; by alias, one by one', async () => {
	const [{ id, alias }] = people(1);
	sandbox.world.tag(id, ['A', 'B', 'C/D', 'E']);
	await run('tag', 'remove', { candidateId: byId(id), tags: ['A', 'B'] });
	await run('tag', 'remove', { candidateId: byId(alias), tags: ['C/D', 'E'] });
	expect(requests()).toEqual([
		['DELETE /candidates/batch/tags', { ids: [id], tags: ['A', 'B'] }],
		[`DELETE /candidates/${alias}/tags/C%2FD`, null],
		[`DELETE /candidates/${alias}/tags/E`, null],
	]);
});

test('many candidates are tagged in one request for each set of tags, and each gets its own answer', async () => {
	const candidates = people(5);
	sandbox.world.tag(candidates[0].id, ['Before']);
	const items = candidates.map(({ id }, n) => ({ json: { id, level: n % 2 ? 'Odd' : 'Even' } }));
	const tagged = await run(
		'tag',
		'add',
		{ candidateId: ITEM_ID, tags: ['={{ $json.level }}', 'Seen'] },
		{ items },
	);
	const [even, odd] = [
		[0, 2, 4],
		[1, 3],
	].map((set) => set.map((n) => candidates[n].id));
	expect(requests()).toEqual([
		['POST /candidates/batch/tags', { ids: even, tags: ['Even', 'Seen'] }],
		['POST /candidates/batch/tags', { ids: odd, tags: ['Odd', 'Seen'] }],
	]);
	expect(tagged.map(({ json }) => json.tags)).toEqual(candidates.map(({ id }) => tagsOf(id)));
	expect(tagged[0].json.tags).toEqual(['Before', 'Even', 'Seen']);
});

test('one candidate of a batch who lacks the tag does not hold the others back', async () => {
	const [first, second] = people(2);
	sandbox.world.tag(first.id, ['A']);
	const removed = await run(
		'tag',
		'remove',
		{ candidateId: ITEM_ID, tags: ['A'] },
		{ items: itemsWith([first.id, second.id]), continueOnFail: true },
	);
	expect(removed[0].json).toEqual({ deleted: true });
	expect(removed[1].json.error).toMatch(
		`Could not remove tags from candidate ${second.id} (HTTP 404): Tag not found.`,
	);
	expect(tagsOf(first.id)).toEqual([]);
});

test('a line may be an expression for several tags, or none', async () => {
	const [{ id }] = people(1);
	await run(
		'tag',
		'add',
		{ candidateId: byId(id), tags: ['={{ $json.tags }}', '={{ $json.missing }}', 'Last'] },
		{ items: [{ json: { tags: ['First', 'Second, too'] } }] },
	);
	expect(tagsOf(id)).toEqual(['First', 'Second, too', 'Last']);
});

test('without any tag nothing is sent', async () => {
	const [{ id }] = people(1);
	await expect(run('tag', 'add', { candidateId: byId(id), tags: [''] })).rejects.toThrow(
		"'Tags' is empty.",
	);
	expect(requests()).toEqual([]);
});

test('tags of the account and of a candidate come one an item', async () => {
	const [first, second] = people(2);
	sandbox.world.tag(first.id, ['A', 'B']);
	sandbox.world.tag(second.id, ['B', 'C']);
	const all = await run('tag', 'getAll');
	expect(all.map(({ json }) => json)).toEqual([{ tag: 'A' }, { tag: 'B' }, { tag: 'C' }]);
	const own = await run('tag', 'getAllOfCandidate', { candidateId: byId(second.alias) });
	expect(own.map(({ json }) => json.tag)).toEqual(['B', 'C']);
});

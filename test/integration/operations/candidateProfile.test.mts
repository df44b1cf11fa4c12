import type { IDataObject } from 'n8n-workflow';
import { getProfileFields } from '../../../nodes/HundredHires/listSearch/profileFields.ts';
import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node.ts';
import { loadOptionsContext } from '../../harness/loadOptions.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

/** The fields as n8n's editor gets them. */
async function fieldsOfAccount() {
	const context = loadOptionsContext(new HundredHires(), sandbox, 'profileFields');
	const { fields } = await getProfileFields.call(context);
	return fields;
}

const addQuestion = (text: string, type: string, options: string[] = []) =>
	sandbox.world.library.questions.add({ text, type, options });

const mapped = async (value: IDataObject | null, mappingMode = 'defineBelow') => ({
	mappingMode,
	value,
	matchingColumns: [],
	schema: (await fieldsOfAccount()) as unknown as IDataObject[],
});

async function update(profileFields: IDataObject | string, json: IDataObject = {}) {
	const { id } = sandbox.world.createCandidate({ firstName: 'Ada' }).candidate;
	sandbox.requests.clear();
	const updateFields = { city: 'Oslo' };
	await run(
		'candidate',
		'update',
		{ candidateId: byId(id), profileFields, updateFields },
		{ items: [{ json }] },
	);
	const [{ body }] = sandbox.requests.all();
	return (body as IDataObject | null)?.profile;
}

test('the editor gets every question that has a value, however many there are, as a field of its type', async () => {
	const levels = addQuestion('Level', 'single_choice', ['Junior', 'Senior']);
	const skills = addQuestion('Skills', 'multiple_choice', ['Python', 'C, C++']);
	const start = addQuestion('Can start', 'date');
	addQuestion('Portfolio', 'file_upload');
	for (let n = 0; n < 120; n++) addQuestion(`Question ${n}`, 'short_text');
	const fields = await fieldsOfAccount();
	expect(fields).toHaveLength(sandbox.world.library.questions.all().length - 1);
	const typeOf = (id: unknown) => fields.find((field) => field.id === String(id));
	expect(typeOf(levels.id)).toMatchObject({
		displayName: 'Level',
		type: 'options',
		required: false,
		options: [
			{ name: 'Junior', value: 'Junior' },
			{ name: 'Senior', value: 'Senior' },
		],
	});
	expect(typeOf(skills.id)?.type).toBe('string');
	expect(typeOf(start.id)?.type).toBe('dateTime');
	const relocate = sandbox.world.library.questionNamed('Willing to relocate');
	expect(typeOf(relocate?.id)?.type).toBe('boolean');
});

test('answers go out as the API takes them: 1 and 0, numbers, days, lists; what is empty does not', async () => {
	const salary = sandbox.world.library.questionNamed('Desired salary')!.id;
	const relocate = sandbox.world.library.questionNamed('Willing to relocate')!.id;
	const years = sandbox.world.library.questionNamed('Years of experience')!.id;
	const skills = addQuestion('Skills', 'multiple_choice', ['Python', 'Rust', 'C, C++']).id;
	const tools = addQuestion('Tools', 'multiple_choice', ['C, C++', 'Make']).id;
	const start = addQuestion('Can start', 'date').id;
	const value = {
		[salary]: '={{ $json.salary }}',
		[relocate]: false,
		[years]: null,
		[skills]: 'Python, Rust',
		[tools]: 'C, C++',
		[start]: '2026-12-01T08:00:00Z',
	};
	expect(await update(await mapped(value), { salary: '70000' })).toEqual({
		[salary]: 70000,
		[relocate]: 0,
		[skills]: ['Python', 'Rust'],
		[tools]: ['C, C++'],
		[start]: '2026-12-01',
	});
});

test('an answer that cannot be right is named by its question, before anything is sent', async () => {
	const relocate = sandbox.world.library.questionNamed('Willing to relocate')!.id;
	const answers = await mapped({ [relocate]: 'perhaps' });
	await expect(update(answers)).rejects.toThrow(
		`'Willing to relocate' has to be yes or no, and is "perhaps".`,
	);
	expect(sandbox.requests.all()).toEqual([]);
});

test('mapped automatically, fields of the item that are named like a question become its answer', async () => {
	const linkedin = sandbox.world.library.questionNamed('LinkedIn')!.id;
	const relocate = sandbox.world.library.questionNamed('Willing to relocate')!.id;
	const json = { LinkedIn: 'adalovelace', [relocate]: 'yes', unrelated: 1 };
	expect(await update(await mapped(null, 'autoMapInputData'), json)).toEqual({
		[linkedin]: 'adalovelace',
		[relocate]: 1,
	});
});

test('mapped automatically without a list of fields, the node says what to do', async () => {
	await expect(update({ mappingMode: 'autoMapInputData', value: null })).rejects.toThrow(
		'Open the node once and refresh the list of fields.',
	);
});

test('an expression may result in a map of its own, by text or ID of the questions', async () => {
	const json = { answers: { LinkedIn: 'adalovelace', 'Willing to relocate': true, City: '' } };
	const expected = { LinkedIn: 'adalovelace', 'Willing to relocate': 1 };
	expect(await update('={{ $json.answers }}', json)).toEqual(expected);
	expect(await update(JSON.stringify(json.answers))).toEqual(expected);
});

test('a node whose list of fields was never opened sends no profile', async () => {
	expect(await update({ mappingMode: 'defineBelow', value: null })).toBeUndefined();
});

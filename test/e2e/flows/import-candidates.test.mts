import { createRequire } from 'node:module';
import { hiresCredential, importExample } from '../../harness/example.mts';
import { fillInForm } from '../../harness/forms.mts';
import { tryPinned } from '../../harness/manual.mts';
import { startN8n, type Execution, type N8n } from '../../harness/n8n.mts';
import { n8nProgram } from '../../harness/paths.mts';
import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';

jest.setTimeout(600_000);

const LIMIT = { limit: 100, windowSeconds: 20 };
const PEOPLE = 250;

/** What is used of the package by which n8n reads Excel files. */
interface Excel {
	utils: {
		book_new(): object;
		aoa_to_sheet(rows: unknown[][]): object;
		book_append_sheet(book: object, sheet: object): void;
	};
	write(book: object, options: object): Uint8Array<ArrayBuffer>;
}

let n8n: N8n;
let hires: HiresSandbox;
let workflowId: string;
/** Whether each look at 100Hires' clock finds a new window: no limit, without another account. */
let isUnlimited = false;
let skipped = 0;
beforeAll(async () => {
	const now = () => {
		if (isUnlimited) skipped += LIMIT.windowSeconds;
		return Math.floor(Date.now() / 1000) + skipped;
	};
	hires = await startHiresSandbox({ rateLimit: LIMIT, clock: { now } });
	n8n = await startN8n();
	const credentials = { hundredHiresApi: await hiresCredential(n8n, hires) };
	workflowId = await importExample(n8n, 'import-candidates.json', credentials);
	await n8n.activate(workflowId);
});
afterAll(async () => {
	await n8n?.remove();
	await hires?.close();
});

const email = (number: number) => `person${number}@example.com`;
const header = 'First Name,Last Name,E-mail,Phone,Job';
/** Rows 2 to 251 are people; three more cannot be taken. */
const people = Array.from({ length: PEOPLE }, (_, index) => index + 1).map(
	(number) => `Person,Number ${number},${email(number)},+1555${number},Backend Developer`,
);
const bad = ['No,Email,,,', 'Bad,Email,bad at example,,', `No,Job,${email(0)},,Astronaut`];
const reasons = [
	[252, 'There is no email address, by which 100Hires knows people.'],
	[253, '"bad at example" is not an email address.'],
	[254, '100Hires has no job called "Astronaut".'],
];
const csv = (rows: readonly string[], name = 'people.csv') =>
	new File([`${[header, ...rows].join('\n')}\n`], name, { type: 'text/csv' });

/** What 'Refused rows' let through; n8n keeps what a filter held back as its second output. */
const refusedIn = ({ runData }: Execution) => runData['Refused rows'][0][0];

let imports = 0;
/** @returns the last page, and the refused rows with their reasons */
async function importFile(spreadsheet: File) {
	const { ending } = await fillInForm(n8n, 'import-candidates', [[spreadsheet]]);
	imports += 1;
	const execution = (await n8n.waitForExecutions(workflowId, imports))[imports - 1];
	expect(execution.error).toBeUndefined();
	const refused = refusedIn(execution).map(({ row, reason }) => [row, reason]);
	return { ending, refused };
}
const inJob = () => [...hires.world.candidates.values()].map((each) => each.applicationIds.size);

test('a file of 250 people goes in within the rate limit, and what is refused is named', async () => {
	const isFirstWrite = ({ method }: { method: string }) => method === 'POST';
	hires.faults.next(1, { status: 400 }, isFirstWrite);
	const { ending, refused } = await importFile(csv([...people, ...bad]));

	expect(ending).toContain(`${PEOPLE - 1} imported, 4 refused.`);
	expect(ending).toContain('Row 253: "bad at example" is not an email address.');
	const byHires = expect.stringMatching(/^Could not .* \(HTTP 400\)/) as string;
	expect(refused).toEqual([[2, byHires], ...reasons]);
	expect(inJob()).toEqual(Array.from({ length: PEOPLE - 1 }, () => 1));
	const requests = hires.requests.all();
	// One for the jobs, two for each person.
	expect(requests).toHaveLength(1 + 2 * PEOPLE);
	expect(requests.filter(({ status }) => status === 429)).toEqual([]);
});

test('the same file again makes nobody twice, and takes in who was refused before', async () => {
	isUnlimited = true;
	const { ending, refused } = await importFile(csv([...people, ...bad]));
	expect(ending).toContain(`${PEOPLE} imported, 3 refused.`);
	expect(refused).toEqual(reasons);
	expect(inJob()).toEqual(Array.from({ length: PEOPLE }, () => 1));
});

test('a person who is in the file twice becomes one candidate, and the later row counts', async () => {
	const rows = ['Ada,Byron,ada@example.com,,', 'Ada,Lovelace,ADA@example.com,+44 20,'];
	expect((await importFile(csv(rows))).ending).toContain('2 imported, 0 refused.');
	expect(hires.world.candidateByEmail('ada@example.com')).toMatchObject({
		lastName: 'Lovelace',
		phones: ['+44 20'],
	});
	expect(hires.world.candidates.size).toBe(PEOPLE + 1);
});

test('an Excel file goes in too, with numbers for phones', async () => {
	const { utils, write } = createRequire(n8nProgram())('@e965/xlsx') as Excel;
	const book = utils.book_new();
	const rows = [
		['email', 'Surname', 'Given name', 'Mobile'],
		['grace@example.com', 'Hopper', 'Grace', 15550100],
	];
	utils.book_append_sheet(book, utils.aoa_to_sheet(rows));
	const file = new File([write(book, { type: 'buffer', bookType: 'xlsx' })], 'people.xlsx');
	expect((await importFile(file)).ending).toContain('1 imported, 0 refused.');
	expect(hires.world.candidateByEmail('grace@example.com')).toMatchObject({
		firstName: 'Grace',
		lastName: 'Hopper',
		phones: ['15550100'],
	});
});

test('the sample can be tried before anything has happened', async () => {
	const execution = await tryPinned(n8n, workflowId, 'Choose the spreadsheet');
	expect(execution.status).toBe('waiting');
	expect(refusedIn(execution)).toMatchObject([{ row: 3, email: '' }]);
	expect(hires.world.candidateByEmail('ada.byron@example.com')).toBeDefined();
});

import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const LISTS: Array<[operation: string, path: string, rows: () => readonly unknown[]]> = [
	['getCategories', '/categories', () => sandbox.world.lists.categories],
	['getDepartments', '/departments', () => sandbox.world.lists.departments],
	['getEducationLevels', '/education-levels', () => sandbox.world.lists.educationLevels],
	['getEmploymentTypes', '/employment-types', () => sandbox.world.lists.employmentTypes],
	['getExperienceLevels', '/experience-levels', () => sandbox.world.lists.experienceLevels],
	['getJobBoards', '/boards', () => sandbox.world.lists.boards],
	['getLanguages', '/languages', () => sandbox.world.lists.languages],
	['getOrigins', '/origins', () => sandbox.world.lists.origins],
	['getRejectionReasons', '/rejection-reasons', () => sandbox.world.lists.rejectionReasons],
	['getSources', '/sources', () => sandbox.world.lists.sources],
];

test.each(LISTS)('%s: each row is an item', async (operation, path, rows) => {
	const items = await run('referenceData', operation);
	expect(sandbox.requests.all()).toMatchObject([{ method: 'GET', path, query: {} }]);
	expect(items.map(({ json }) => json)).toEqual(rows());
});

test('texts become items too', async () => {
	const statuses = await run('referenceData', 'getJobStatuses');
	expect(statuses.map(({ json }) => json)).toEqual(
		expect.arrayContaining([{ status: 'draft' }, { status: 'published' }]),
	);
});

test('the plan of the account is one item', async () => {
	const [billing] = await run('referenceData', 'getBilling');
	expect(billing.json).toEqual({ success: true, is_pricing_enabled: true, is_paid: true });
});

import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, ITEM_ID } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox({ partner: true });
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const sent = () => sandbox.requests.all().map(({ method, path }) => `${method} ${path}`);
const own = () => sandbox.world.company;

describe('what a company has', () => {
	const ITS = ['getMailAccounts', 'getCareerSiteSettings', 'updateCareerSiteSettings'];

	test.each(ITS)('%s: of the own company, and of another', async (operation) => {
		const client = sandbox.world.addCompany({ name: 'Client' });
		const updateFields = { language: 'de' };
		await run('company', operation, { updateFields });
		// What a choice hides counts for nothing, whatever stands in it.
		await run('company', operation, { company: 'own', companyId: 'x', updateFields });
		await run('company', operation, { company: 'other', companyId: client.id, updateFields });
		const paths = sandbox.requests.all().map(({ path }) => path.replace('/companies', ''));
		const [, place] = paths[0].split('/');
		expect(paths).toEqual([`/${place}`, `/${place}`, `/${client.id}/${place}`]);
	});

	test('another company needs its ID', async () => {
		await expect(run('company', 'getMailAccounts', { company: 'other' })).rejects.toThrow(
			/^'Company ID' is empty\./,
		);
		expect(sent()).toEqual([]);
	});

	test('each mail account says whose it is', async () => {
		const accounts = await run('company', 'getMailAccounts');
		expect(accounts.map(({ json }) => [json.company_id, json.user_id])).toEqual(
			[...sandbox.world.users.keys()].map((userId) => [own().id, userId]),
		);
	});
});

test('the language of the career site is set, and taken back by an empty one', async () => {
	const [set] = await run('company', 'updateCareerSiteSettings', {
		updateFields: { language: 'pt-BR' },
	});
	expect(set.json).toEqual({ company_id: own().id, language: 'pt-BR' });
	const [cleared] = await run('company', 'updateCareerSiteSettings', {
		updateFields: { language: '' },
	});
	expect(cleared.json).toEqual({ company_id: own().id, language: null });
	expect(sandbox.requests.all().map(({ body }) => body)).toEqual([
		{ language: 'pt-BR' },
		{ language: null },
	]);
});

test('a partner creates a company with its logo, changes, deletes and restores it', async () => {
	const logo = Buffer.from('an image');
	const binary = {
		logo: { data: logo.toString('base64'), mimeType: 'image/png', fileName: 'logo.png' },
	};
	const [created] = await run(
		'company',
		'create',
		{
			name: 'Client',
			ownerEmail: 'nathan@example.test',
			ownerName: 'Nathan Example',
			additionalFields: { isStaffingAgency: true, logoField: 'logo', website: '' },
		},
		{ items: [{ json: {}, binary }] },
	);
	expect(sandbox.requests.all()[0].body).toEqual({
		name: 'Client',
		company_owner_email: 'nathan@example.test',
		company_owner_name: 'Nathan Example',
		is_staffing_agency: true,
		logo: { data: logo.toString('base64'), file_name: 'logo.png', mime_type: 'image/png' },
	});
	const { id } = created.json;
	const companyId = String(id);
	const [updated] = await run('company', 'update', {
		companyId,
		updateFields: { ownerPhone: '+351 210 000 000' },
	});
	expect(updated.json).toMatchObject({ name: 'Client', company_owner_phone: '+351 210 000 000' });
	const [deleted] = await run('company', 'delete', { companyId });
	expect(deleted.json).toEqual({ deleted: true });
	expect((await run('company', 'getAll')).map(({ json }) => json.id)).toEqual([own().id]);
	await run('company', 'restore', { companyId });
	const [restored] = await run(
		'company',
		'get',
		{ companyId: ITEM_ID.value },
		{ items: [{ json: { id } }] },
	);
	expect(restored.json).toMatchObject({ id, name: 'Client' });
	expect(sent()).toEqual([
		'POST /companies',
		`PUT /companies/${companyId}`,
		`DELETE /companies/${companyId}`,
		'GET /companies',
		`PATCH /companies/${companyId}/restore`,
		`GET /companies/${companyId}`,
	]);
});

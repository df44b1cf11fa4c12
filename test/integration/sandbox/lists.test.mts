import { call, firstJob, rows, sandbox, start, stop } from '../helpers/sandboxSetup.mts';

afterEach(stop);

test('the lists that a company sets up', async () => {
	await start();
	const job = firstJob();
	const stages = sandbox.world.stagesOf(job.id).map(({ id, name, order }) => ({ id, name, order }));
	expect((await call('GET', `/workflows/stages?job_id=${job.id}`)).body).toEqual({ stages });
	expect((await call('GET', `/workflows/${job.workflowId}/stages`)).body).toEqual({ stages });
	const workflows = await call('GET', '/workflows');
	expect(rows(workflows.body, 'workflows')[0]).toMatchObject({ id: job.workflowId, stages });
	for (const key of ['sources', 'departments', 'rejection_reasons', 'statuses']) {
		const { body } = await call('GET', `/${key.replace('_', '-')}`);
		expect(rows(body, key).length).toBeGreaterThan(1);
		expect(body).not.toHaveProperty('pagination');
	}
	expect((await call('GET', '/companies')).body.companies).toEqual([]);
	expect((await call('GET', '/companies/42')).body).toMatchObject({ id: 42 });
	expect(await call('GET', '/companies/7')).toMatchObject({ status: 404 });
	const team = await call('GET', `/jobs/${job.alias}/hiring-team`);
	expect(rows(team.body, 'hiring_team')).toHaveLength(2);
	const mail = await call('GET', '/companies/mail-accounts?size=1');
	expect(rows(mail.body, 'mail_accounts')).toMatchObject([{ company_id: 42 }]);
});

test('the lists that are the same for everyone', async () => {
	await start();
	for (const [path, key, row] of [
		['origins', 'origins', { id: expect.any(Number), name: expect.any(String) }],
		['categories', 'categories', { id: expect.any(Number), name: expect.any(String) }],
		['education-levels', 'education_levels', { id: expect.any(Number) }],
		['experience-levels', 'experience_levels', { id: expect.any(Number) }],
		['employment-types', 'employment_types', { id: expect.any(Number) }],
		['boards', 'boards', { name: expect.any(String), title: expect.any(String) }],
		['languages', 'languages', { locale: 'en', native_name: 'English', is_default: true }],
	] as const) {
		const { body } = await call('GET', `/${path}`);
		expect(rows(body, key)[0]).toMatchObject(row);
		expect(body).not.toHaveProperty('pagination');
	}
	expect((await call('GET', '/billing')).body).toEqual({
		success: true,
		is_pricing_enabled: true,
		is_paid: true,
	});
});

test('users and their mail accounts', async () => {
	await start();
	const { body } = await call('GET', '/users?size=2&page=2');
	expect(body).toMatchObject({
		users: [{ full_name: 'Henk Hiring' }],
		pagination: { page_count: 2 },
	});
	const [user] = rows(body, 'users');
	const path = `/users/${String(user.id)}`;
	expect((await call('GET', path)).body).toEqual(user);
	expect((await call('GET', `${path}/mail-accounts`)).body).toMatchObject({
		mail_accounts: [{ id: user.default_mail_account_id, email: user.email }],
	});
	expect(await call('GET', '/users/1')).toMatchObject({ status: 404 });
});

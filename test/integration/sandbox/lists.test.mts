import { call, firstJob, rows, sandbox, start, stop } from './setting.mts';

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

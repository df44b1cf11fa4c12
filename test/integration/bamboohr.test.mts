import { existsSync } from 'node:fs';
import { startBambooHr, type BambooHr, type BambooHrOptions } from '../sandbox/bamboohr/index.mts';
import { LOST_ANSWER } from '../sandbox/internet/reply.mts';
import { throughProxy } from './helpers/callThroughProxy.mts';

const gateway = 'https://api.bamboohr.com/api/gateway.php/acme/v1/';
const ada = { firstName: 'Ada', lastName: 'Lovelace' };

let running: BambooHr[] = [];
afterEach(async () => {
	await Promise.all(running.map(async (bamboo) => await bamboo.close()));
	running = [];
});

async function start(options?: BambooHrOptions) {
	const bamboo = await startBambooHr(options);
	running.push(bamboo);
	const call = throughProxy(bamboo);
	const create = async (body: object) =>
		await call(`${gateway}employees`, { method: 'POST', body });
	return { bamboo, call, create };
}

describe('creating an employee', () => {
	it('answers 201 with an empty body and the address of the employee', async () => {
		const { bamboo, create } = await start();
		const answer = await create({ ...ada, department: 'Engineering', hireDate: '2026-09-01' });

		expect([answer.status, answer.text]).toEqual([201, '']);
		expect(answer.headers.location).toBe(`${gateway}employees/501`);
		expect(bamboo.employees()).toEqual([
			{ ...ada, department: 'Engineering', hireDate: '2026-09-01', id: '501' },
		]);
	});

	it("works at the company's own host too", async () => {
		const { bamboo, call } = await start();
		const address = 'https://acme.bamboohr.com/api/v1/employees';
		const answer = await call(address, { method: 'POST', body: ada });

		expect([answer.status, answer.headers.location]).toEqual([201, `${address}/501`]);
		expect(bamboo.employees()).toHaveLength(1);
	});

	it.each([
		['no last name', { firstName: 'Ada' }, 'lastName is required'],
		['a blank first name', { firstName: ' ', lastName: 'Lovelace' }, 'firstName'],
		['a department that does not exist', { ...ada, department: 'Magic' }, "not in this company's"],
		['a job title that does not exist', { ...ada, jobTitle: 'Wizard' }, "not in this company's"],
		['a time in a date', { ...ada, hireDate: '2026-09-01T00:00:00Z' }, 'YYYY-MM-DD'],
		['a day that does not exist', { ...ada, hireDate: '2026-02-30' }, 'YYYY-MM-DD'],
		[
			'a field that does not exist',
			{ ...ada, personalEmail: 'a@b.test' },
			'Unknown field personalE',
		],
		['a nested address', { ...ada, address: { city: 'London' } }, 'address'],
		['an email that is none', { ...ada, workEmail: 'ada' }, 'workEmail'],
		['a list in place of an object', [], 'must be object'],
	])('refuses %s and says so in the header', async (_what, body, reason) => {
		const { bamboo, create } = await start();
		const answer = await create(body);

		expect([answer.status, answer.text]).toEqual([400, '']);
		expect(answer.headers['x-bamboohr-error-message']).toContain(reason);
		expect(bamboo.employees()).toEqual([]);
	});

	it('takes values of the lists and the fields that the company made its own', async () => {
		const { create } = await start({
			lists: { department: ['Magic'] },
			customFields: ['customCandidateID'],
		});
		const answer = await create({ ...ada, department: 'Magic', customCandidateID: 7 });
		expect(answer.status).toBe(201);
	});

	it('makes a second employee of a repeated email, unless it is told to refuse that', async () => {
		const lenient = await start();
		await lenient.create({ ...ada, workEmail: 'ada@example.com' });
		await lenient.create({ ...ada, workEmail: 'ada@example.com' });
		expect(lenient.bamboo.employees()).toHaveLength(2);

		const strict = await start({ refuseDuplicateEmail: true });
		await strict.create({ ...ada, workEmail: 'ada@example.com' });
		const answer = await strict.create({ ...ada, workEmail: 'Ada@Example.com' });
		expect(answer.status).toBe(409);
		expect(strict.bamboo.employees()).toHaveLength(1);
	});
});

describe('reading and changing employees', () => {
	it('lists those who are there, with null where nothing was filled in', async () => {
		const { call } = await start({ employees: [{ ...ada, workEmail: 'ada@example.com' }] });
		const answer = await call(`${gateway}employees/directory`);
		const { fields, employees } = JSON.parse(answer.text);

		expect(fields).toContainEqual({ id: 'workEmail', type: 'email', name: 'Work Email' });
		expect(employees).toEqual([
			expect.objectContaining({
				...ada,
				id: '501',
				displayName: 'Ada Lovelace',
				workEmail: 'ada@example.com',
				mobilePhone: null,
			}),
		]);
	});

	it('has an empty directory at first', async () => {
		const { call } = await start();
		const answer = await call(`${gateway}employees/directory`);
		expect(JSON.parse(answer.text).employees).toEqual([]);
	});

	it('gives the fields that were asked for, and changes them', async () => {
		const { call } = await start({ employees: [ada] });
		const address = `${gateway}employees/501`;
		const change = await call(address, { method: 'POST', body: { jobTitle: 'Engineer' } });
		const answer = await call(`${address}?fields=firstName,jobTitle,hireDate`);

		expect(change.status).toBe(200);
		expect(JSON.parse(answer.text)).toEqual({
			id: '501',
			firstName: 'Ada',
			jobTitle: 'Engineer',
			hireDate: null,
		});
	});

	it('answers 404 for an employee who is not there', async () => {
		const { call } = await start();
		expect((await call(`${gateway}employees/999`)).status).toBe(404);
	});
});

describe('a report of everybody', () => {
	const report = `${gateway}reports/custom?format=JSON`;
	const start2999 = { ...ada, firstName: 'Augusta', hireDate: '2999-01-01' };

	it('has the fields that were asked for and that exist, the custom ones too', async () => {
		const { call } = await start({
			customFields: ['customCandidateID'],
			employees: [{ ...ada, homeEmail: 'ada@example.com', customCandidateID: '7' }],
		});
		const fields = ['firstName', 'homeEmail', 'customCandidateID', 'customNothing'];
		const answer = await call(report, { method: 'POST', body: { fields } });

		const { fields: known, employees } = JSON.parse(answer.text);
		expect(known.map(({ id }: { id: string }) => id)).toEqual(fields.slice(0, 3));
		expect(employees).toEqual([
			{ id: '501', firstName: 'Ada', homeEmail: 'ada@example.com', customCandidateID: '7' },
		]);
	});

	it.each([
		['', 1],
		['&onlyCurrent=false', 2],
	])('with "%s" has %d of two people, one of whom starts later', async (query, count) => {
		const { call } = await start({ employees: [ada, start2999] });
		const body = { fields: ['firstName'] };
		const answer = await call(report + query, { method: 'POST', body });
		expect(JSON.parse(answer.text).employees).toHaveLength(count);
	});

	it('is refused without fields', async () => {
		const { call } = await start();
		expect((await call(report, { method: 'POST', body: {} })).status).toBe(400);
	});
});

describe('troubles', () => {
	it('answer in place of the company, once', async () => {
		const { bamboo, create } = await start();
		bamboo.troubles.add({ statusCode: 429, headers: { 'retry-after': '1' }, body: '' });
		const busy = await create(ada);

		expect([busy.status, busy.headers['retry-after']]).toEqual([429, '1']);
		expect(bamboo.employees()).toEqual([]);
		expect((await create(ada)).status).toBe(201);
	});

	it('can lose an answer after the deed', async () => {
		const { bamboo, create } = await start();
		bamboo.troubles.add(LOST_ANSWER);
		await expect(create(ada)).rejects.toThrow();
		expect(bamboo.employees()).toHaveLength(1);
	});
});

describe('files of an employee', () => {
	const resume = () => {
		const form = new FormData();
		form.set('category', '16');
		form.set('fileName', 'resume.pdf');
		form.set('share', 'no');
		form.set('file', new File(['%PDF-1.4 Ada'], 'resume.pdf', { type: 'application/pdf' }));
		return form;
	};

	it('keeps an uploaded file, lists it under its category and gives it back', async () => {
		const { bamboo, call } = await start({ employees: [ada] });
		const address = `${gateway}employees/501/files`;
		const upload = await call(address, { method: 'POST', body: resume() });
		expect([upload.status, upload.headers.location]).toEqual([201, `${address}/301`]);
		expect(bamboo.files()[0]).toMatchObject({
			employeeId: '501',
			fileName: 'resume.pdf',
			contentType: 'application/pdf',
			shared: false,
		});

		const { categories } = JSON.parse((await call(`${address}/view/`)).text);
		expect(categories[0].files).toEqual([
			expect.objectContaining({ id: '301', name: 'resume.pdf', size: '12' }),
		]);
		expect((await call(`${address}/301`)).text).toBe('%PDF-1.4 Ada');
	});

	it.each(['category', 'fileName', 'file'])('refuses a form without %s', async (part) => {
		const { bamboo, call } = await start({ employees: [ada] });
		const body = resume();
		body.delete(part);
		const answer = await call(`${gateway}employees/501/files`, { method: 'POST', body });

		expect(answer.status).toBe(400);
		expect(answer.headers['x-bamboohr-error-message']).toContain(part);
		expect(bamboo.files()).toEqual([]);
	});
});

describe('who is answered', () => {
	it('refuses another key with 401', async () => {
		const { call } = await start();
		const answer = await call(`${gateway}employees/directory`, { apiKey: 'someone-else' });
		expect(answer.status).toBe(401);
	});

	it('writes XML to those who do not ask for JSON', async () => {
		const { call } = await start({ employees: [ada] });
		const answer = await call(`${gateway}employees/501/files/view`, { accept: '*/*' });
		expect(answer.headers['content-type']).toBe('application/xml');
	});

	it('knows one company only', async () => {
		const { call } = await start({ company: 'other' });
		expect((await call(`${gateway}employees/directory`)).status).toBe(404);
	});

	it('passes nothing on to other hosts', async () => {
		const { bamboo, call } = await start();
		const answer = await call('https://example.com/api/gateway.php/acme/v1/employees/directory');

		expect(answer.status).toBe(502);
		expect(answer.text).toContain('nothing is passed on');
		expect(bamboo.requests()).toEqual([expect.objectContaining({ method: 'GET', status: 502 })]);
	});

	it('leaves no folder behind', async () => {
		const { bamboo } = await start();
		expect(existsSync(bamboo.caCertPath)).toBe(true);
		await bamboo.close();
		expect(existsSync(bamboo.caCertPath)).toBe(false);
	});
});

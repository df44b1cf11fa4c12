import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const requests = () =>
	sandbox.requests.all().map(({ method, path, body }) => [`${method} ${path}`, body]);

function person(email = 'ada@example.test') {
	return sandbox.world.createCandidate({ firstName: 'Ada', lastName: 'Test', email }).candidate;
}

test('a list shows the fields that people use, without the profile, which is not even requested', async () => {
	const { id, alias } = person();
	const [item] = await run('candidate', 'getAll', { filters: { search: 'ada' } });
	expect(item.json).toMatchObject({
		id,
		alias,
		first_name: 'Ada',
		email: 'ada@example.test',
		phone: null,
		source_name: 'Career site',
	});
	const [{ query }] = sandbox.requests.all();
	expect(query).toEqual({ q: 'ada', view: 'summary', page: '1', size: '50' });
});

test('every filter is sent under the name that 100Hires has for it', async () => {
	const [{ candidateId, jobId, stageId }] = applyTo(sandbox, 1);
	const [item, ...others] = await run('candidate', 'getAll', {
		simplify: false,
		filters: {
			search: 'Ada',
			email: 'ada0@example.test',
			fullName: 'Ada Nr 0',
			jobId: byId(jobId),
			stageId: byId(stageId),
			include: ['applications'],
			createdAfter: '2020-01-01T00:00:00Z',
			updatedAfter: '2020-01-01T00:00:00Z',
		},
	});
	expect(others).toEqual([]);
	expect(item.json).toMatchObject({ id: candidateId, applications: [{ job: { id: jobId } }] });
	const [{ query }] = sandbox.requests.all();
	expect(query).toEqual({
		q: 'Ada',
		email: 'ada0@example.test',
		full_name: 'Ada Nr 0',
		include: 'applications',
		job_id: String(jobId),
		stage_id: String(stageId),
		page: '1',
		size: '50',
		created_after: '1577836800',
		updated_after: '1577836800',
	});
});

test('a candidate is found by number, by alias and by the address in the browser', async () => {
	const { id, alias } = person();
	const url = `https://app.100hires.com/candidate/${alias}`;
	const locators = [byId(id), byId(alias), { __rl: true, mode: 'url', value: url }];
	for (const candidateId of locators) {
		const [{ json }] = await run('candidate', 'get', { candidateId });
		expect(json.id).toBe(id);
	}
	const paths = sandbox.requests.all().map(({ path }) => path);
	expect(paths).toEqual([`/candidates/${id}`, `/candidates/${alias}`, `/candidates/${alias}`]);
});

test('a new candidate comes with a resume, a job and a stage; what is empty is not sent', async () => {
	const [job] = sandbox.world.jobs.values();
	const [, stage] = sandbox.world.stagesOf(job.id);
	const data = Buffer.from('Ten years of Rust').toString('base64');
	const binary = { cv: { data, fileName: 'ada.pdf', mimeType: 'application/pdf' } };
	const [{ json }] = await run(
		'candidate',
		'create',
		{
			firstName: 'Ada',
			lastName: '',
			email: 'ada@example.test',
			additionalFields: {
				jobId: byId(job.id),
				stageId: byId(stage.id),
				resumeField: 'cv',
				phone: '+15550000000',
				city: 'Lisbon',
				timezone: 'Europe/Lisbon',
				country: '',
			},
		},
		{ items: [{ json: {}, binary }] },
	);
	expect(requests()).toEqual([
		[
			'POST /candidates',
			{
				first_name: 'Ada',
				email: 'ada@example.test',
				phone: '+15550000000',
				job_id: job.id,
				stage_id: stage.id,
				city: 'Lisbon',
				timezone: 'Europe/Lisbon',
				cv: { data, file_name: 'ada.pdf', mime_type: 'application/pdf' },
			},
		],
	]);
	const candidate = sandbox.world.candidate(Number(json.id));
	expect(sandbox.world.applicationsOf(candidate)[0].stageId).toBe(stage.id);
});

test('an update changes what is entered and leaves the rest', async () => {
	const { id } = person();
	await run('candidate', 'update', {
		candidateId: byId(id),
		updateFields: { lastName: 'Lovelace', city: 'London' },
	});
	expect(requests()).toEqual([
		[`PUT /candidates/${id}`, { last_name: 'Lovelace', city: 'London' }],
	]);
	expect(sandbox.world.candidate(id)).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });
});

test('create or update makes a candidate where nobody has the email', async () => {
	person('someone@example.test');
	const [{ json }] = await run('candidate', 'upsert', {
		email: 'ada@example.test',
		firstName: 'Ada',
	});
	const body = { email: 'ada@example.test', first_name: 'Ada' };
	expect(requests()).toEqual([
		['GET /candidates', null],
		['POST /candidates', body],
	]);
	expect(json).toMatchObject({ email: 'ada@example.test', is_new: true });
});

test('create or update changes whoever has the email, in whatever case, and not the email itself', async () => {
	const { id } = person('Ada@Example.test');
	const [{ json }] = await run('candidate', 'upsert', {
		email: ' ada@example.TEST ',
		firstName: 'Augusta',
	});
	expect(requests()[1]).toEqual([`PUT /candidates/${id}`, { first_name: 'Augusta' }]);
	expect(json).toMatchObject({
		id,
		first_name: 'Augusta',
		email: 'Ada@Example.test',
		is_new: false,
	});
});

test('create or update with nothing but an email that is known returns the candidate as it is', async () => {
	const { id } = person();
	const [{ json }] = await run('candidate', 'upsert', { email: 'ada@example.test' });
	expect(requests()[1][0]).toBe(`GET /candidates/${id}`);
	expect(json).toMatchObject({ id, is_new: false });
});

test('a disqualified candidate is rejected everywhere, for the chosen reasons', async () => {
	const [{ candidateId, id }] = applyTo(sandbox, 1);
	const [reason] = sandbox.world.lists.rejectionReasons;
	const [{ json }] = await run('candidate', 'disqualify', {
		candidateId: byId(candidateId),
		additionalFields: { reasons: [reason.id] },
	});
	expect(json).toEqual({ success: true, rejected_applications: [id] });
	expect(requests()).toEqual([
		[`POST /candidates/${candidateId}/disqualify`, { reasons: [reason.id] }],
	]);
});

test('deleted candidates are gone, and the item says so', async () => {
	const { id } = person();
	expect(await run('candidate', 'delete', { candidateId: byId(id) })).toEqual([
		{ json: { deleted: true }, pairedItem: { item: 0 } },
	]);
	expect(sandbox.world.candidates.has(id)).toBe(false);
});

test('activities of some types since some time', async () => {
	const [{ candidateId, id, jobId }] = applyTo(sandbox, 1);
	const [, stage] = sandbox.world.stagesOf(jobId);
	sandbox.world.move(id, stage.id);
	sandbox.world.tag(candidateId, ['Senior']);
	const activities = await run('candidate', 'getActivities', {
		candidateId: byId(candidateId),
		filters: { types: ['stage_moved', 'call'], since: '2020-01-01T00:00:00Z' },
	});
	const types = activities.map(({ json }) => (json.event as { type: string }).type);
	expect(new Set(types)).toEqual(new Set(['stage_moved']));
	const [{ query }] = sandbox.requests.all();
	expect(query).toMatchObject({ event_type: 'stage_moved,call', since: '1577836800' });
});

function withResume() {
	const [{ candidateId }] = applyTo(sandbox, 1);
	const candidate = sandbox.world.candidate(candidateId);
	const resume = sandbox.world.addResume('Ten years of Rust', 'Ada Lovelace – CV.pdf');
	sandbox.world.updateCandidate(candidate.id, { resume });
	return { candidate, resume };
}

test('the data of a resume, with its text only where that is included', async () => {
	const { candidate } = withResume();
	const candidateId = byId(candidate.id);
	const [plain] = await run('candidate', 'getResume', { candidateId });
	expect(plain.json).toMatchObject({ file: { orig_file_name: 'Ada Lovelace – CV.pdf' } });
	expect(plain.json).not.toHaveProperty('text');
	const additionalFields = { include: ['text_content'] };
	const [full] = await run('candidate', 'getResume', { candidateId, additionalFields });
	expect(full.json.text).toBe('Ten years of Rust');
});

test('a resume as a file, byte for byte, under its own name', async () => {
	const { candidate, resume } = withResume();
	const [{ binary, json }] = await run('candidate', 'downloadResume', {
		candidateId: byId(candidate.alias),
		outputField: 'resume',
	});
	expect(binary).toMatchObject({
		resume: { fileName: 'Ada Lovelace – CV.pdf', mimeType: 'application/pdf' },
	});
	expect(Buffer.from(binary!.resume.data, 'base64').equals(resume.data)).toBe(true);
	expect(json.uuid).toBe(resume.uuid);
});

test('nobody without a resume gets an empty file', async () => {
	const { id } = person();
	await expect(run('candidate', 'downloadResume', { candidateId: byId(id) })).rejects.toThrow(
		`Could not get the resume of candidate ${id} (HTTP 404): Resume not found.`,
	);
});

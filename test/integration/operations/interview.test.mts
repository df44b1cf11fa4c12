import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const START = Math.floor(Date.UTC(2030, 0, 2, 9) / 1000);

test('an interview is scheduled from dates, and comes out with them in both forms', async () => {
	const [{ id, candidateId }] = applyTo(sandbox, 1);
	const [, rita, henk] = sandbox.world.users.values();
	const [{ json }] = await run('interview', 'schedule', {
		applicationId: byId(id),
		// Without an offset: the time zone of the workflow, which is UTC here.
		startTime: '2030-01-02T09:00:00',
		endTime: '2030-01-02T11:30:00+01:00',
		interviewerIds: [rita.id, henk.id],
		additionalFields: { location: 'Room 2' },
	});
	const [{ method, path, body, status }] = sandbox.requests.all();
	expect([method, path, status]).toEqual(['POST', `/applications/${id}/interviews`, 201]);
	expect(body).toEqual({
		start_time: START,
		end_time: START + 5400,
		interviewer_ids: [rita.id, henk.id],
		location: 'Room 2',
	});
	expect(json).toMatchObject({
		application_id: id,
		candidate_id: candidateId,
		status: 'scheduled',
		location: 'Room 2',
		start_time: START,
		start_time_iso: '2030-01-02T09:00:00.000Z',
		interviewers: [{ email: rita.email }, { email: henk.email }],
	});
});

test('interviewers may come as a text with commas, as AI agents write them', async () => {
	const [{ id }] = applyTo(sandbox, 1);
	const [, rita, henk] = sandbox.world.users.values();
	await run('interview', 'schedule', {
		applicationId: byId(id),
		startTime: START,
		endTime: START + 3600,
		interviewerIds: `={{ "${rita.id}, ${henk.id}" }}`,
	});
	const [{ body }] = sandbox.requests.all();
	expect(body).toMatchObject({ interviewer_ids: [rita.id, henk.id] });
});

test('without interviewers nothing is sent', async () => {
	const [{ id }] = applyTo(sandbox, 1);
	const times = { startTime: START, endTime: START + 3600 };
	await expect(run('interview', 'schedule', { applicationId: byId(id), ...times })).rejects.toThrow(
		"'Interviewer Names or IDs' is empty.",
	);
	expect(sandbox.requests.all()).toEqual([]);
});

function twoInterviews() {
	const applications = applyTo(sandbox, 2);
	return applications.map(({ id }, n) =>
		sandbox.world.scheduleInterview(id, {
			start: START + n * 86_400,
			end: START + n * 86_400 + 3600,
		}),
	);
}

test('interviews are filtered by all that 100Hires has a filter for', async () => {
	const [, expected] = twoInterviews();
	const { applicationId, candidateId, jobId, interviewerIds } = expected;
	const listed = await run('interview', 'getAll', {
		filters: {
			jobId: byId(jobId),
			applicationId: byId(applicationId),
			candidateId: byId(candidateId),
			interviewerId: byId(interviewerIds[0]),
			date: '2030-01-03T23:00:00',
			include: ['candidate'],
			createdAfter: '2020-01-01T00:00:00Z',
			updatedAfter: '2020-01-01T00:00:00Z',
		},
	});
	expect(listed.map(({ json }) => json.id)).toEqual([expected.id]);
	const [{ query }] = sandbox.requests.all();
	expect(query).toEqual({
		job_id: String(jobId),
		application_id: String(applicationId),
		candidate_id: String(candidateId),
		interviewer_user_id: String(interviewerIds[0]),
		date: '2030-01-03',
		created_after: '1577836800',
		updated_after: '1577836800',
		include: 'candidate',
		page: '1',
		size: '50',
	});
});

test('the short form of interviews is requested where nothing is included', async () => {
	twoInterviews();
	await run('interview', 'getAll');
	expect(sandbox.requests.all().at(-1)?.query).toMatchObject({ view: 'summary' });
});

test('one interview, raw with its candidate, and all of a candidate', async () => {
	const [{ id, candidateId }] = twoInterviews();
	const [{ json }] = await run('interview', 'get', {
		interviewId: String(id),
		simplify: false,
		additionalFields: { include: ['candidate', 'job'] },
	});
	expect(json).toMatchObject({ id, candidate: { id: candidateId }, job: { id: json.job_id } });
	const { alias } = sandbox.world.candidate(candidateId);
	const own = await run('interview', 'getAllOfCandidate', { candidateId: byId(alias) });
	expect(own.map((item) => item.json.id)).toEqual([id]);
	expect(sandbox.requests.all().at(-1)!.path).toBe(`/candidates/${alias}/interviews`);
});

import { ManualClock } from '../../sandbox/hires/index.mts';
import {
	applicant,
	call,
	firstJob,
	refusalOf,
	rows,
	sandbox,
	start,
	stop,
} from '../helpers/sandboxSetup.mts';

let clock: ManualClock;
let startedAt: number;

beforeEach(async () => {
	clock = new ManualClock();
	startedAt = clock.now();
	await start({ clock });
});

afterEach(stop);

/** What happens to someone who applied, a minute apart; times are seconds after the start. */
async function story() {
	const application = applicant();
	const { id, candidateId } = application;
	const person = `/candidates/${candidateId}`;
	const steps: Array<[string, string, object?]> = [
		['POST', `/applications/${id}/advance`],
		['POST', '/notes', { candidate_id: candidateId, body: `<p>${'x'.repeat(300)}</p>` }],
		['POST', `${person}/tags`, { tags: ['vip'] }],
		['PUT', person, { phone: '+15550100' }],
		['POST', `/applications/${id}/reject`, { suppress_notification: true }],
		['POST', `/applications/${id}/unreject`],
		['POST', `/applications/${id}/hire`],
	];
	for (const [method, path, body] of steps) {
		clock.advance(60);
		expect(await call(method, path, body)).toMatchObject({ status: 200 });
	}
	return { application, person };
}

const typesIn = (body: Record<string, unknown>) =>
	rows(body, 'activities').map((row) => row.type ?? (row.event as { type: string }).type);

describe('the timeline of a candidate', () => {
	test('tells what happened, the latest first, and who did it', async () => {
		const { application, person } = await story();
		const { body } = await call('GET', `${person}/activities`);
		expect(typesIn(body)).toEqual([
			'stage_moved',
			'qualification',
			'qualification',
			'profile_mutation',
			'assign_tags',
			'comment',
			'stage_moved',
			'assign_job',
		]);
		expect(body).toMatchObject({ page_size: 20, pagination: { total_count: 8 } });
		const [hired, , , , , comment, , applied] = rows(body, 'activities');
		expect(hired).toMatchObject({
			event_id: expect.any(Number),
			application_id: application.id,
			user_id: sandbox.world.owner.id,
			event: { data: { from_stage_name: 'Phone screen', text: expect.stringContaining('Hired') } },
			created_at: startedAt + 420,
		});
		expect(comment).toMatchObject({ application_id: null });
		expect(applied).toMatchObject({ user_id: null, created_at: startedAt });
		const short = await call('GET', `${person}/activities?view=summary&event_type=comment`);
		expect(short.body.activities).toMatchObject([
			{ event: { data: { text_preview: `<p>${'x'.repeat(197)}` } } },
		]);
	});

	test('is asked for by type, by time and by page', async () => {
		const { person } = await story();
		const ask = async (query: string) =>
			typesIn((await call('GET', `${person}/activities?${query}`)).body);
		expect(await ask('event_type=comment,assign_tags')).toEqual(['assign_tags', 'comment']);
		expect(await ask(`since=${startedAt + 120}&until=${startedAt + 180}`)).toEqual([
			'assign_tags',
			'comment',
		]);
		const iso = encodeURIComponent(new Date((startedAt + 420) * 1000).toISOString());
		expect(await ask(`since=${iso}`)).toEqual(['stage_moved']);
		expect(await ask('size=3&page=3')).toEqual(['stage_moved', 'assign_job']);
		expect(await call('GET', `${person}/activities?event_type=hired`)).toMatchObject(
			refusalOf('event_type'),
		);
	});
});

describe('the feed of a user', () => {
	const feed = async (query = '', since = startedAt) =>
		await call('GET', `/users/${sandbox.world.owner.id}/activities?since=${since}${query}`);

	test('tells what they did by hand, the latest first, with IDs that stay', async () => {
		const { application } = await story();
		const { body } = await feed('&size=100');
		expect(typesIn(body)).toEqual([
			'hired',
			'stage_moved',
			'disqualified',
			'note_added',
			'stage_moved',
			...firstJobs().map(() => 'job_created'),
		]);
		const [hired, moved, , note] = rows(body, 'activities');
		expect(hired).toMatchObject({
			event_id: expect.stringMatching(
				/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
			),
			occurred_at: startedAt + 420,
			application_id: application.id,
			candidate: { id: application.candidateId, first_name: 'Ada' },
			job: { id: firstJob().id },
			from_stage: { name: 'Phone screen' },
			to_stage: { name: 'Hired' },
		});
		expect(moved).toMatchObject({ from_stage: { name: 'Phone screen' } });
		expect(note).toMatchObject({ note: { visibility: 'all' }, application_id: null, job: null });
		expect((await feed('&size=100')).body).toEqual(body);
		const ids = rows(body, 'activities').map((row) => row.event_id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	const firstJobs = () => [...sandbox.world.jobs.values()];

	test('needs a beginning, and is asked for by type and time', async () => {
		await story();
		expect(await call('GET', `/users/${sandbox.world.owner.id}/activities`)).toMatchObject(
			refusalOf('since'),
		);
		expect(typesIn((await feed('&event_type=hired,disqualified')).body)).toEqual([
			'hired',
			'disqualified',
		]);
		expect(typesIn((await feed('', startedAt + 420)).body)).toEqual(['hired', 'stage_moved']);
		const { body } = await feed(`&until=${startedAt + 60}`, startedAt + 1);
		expect(typesIn(body)).toEqual(['stage_moved']);
		const [, other] = sandbox.world.users.values();
		const none = await call('GET', `/users/${other.id}/activities?since=${startedAt}`);
		expect(none.body.activities).toEqual([]);
	});

	test('tells of an e-mail when it goes out, and of people who are gone by their ID', async () => {
		const added = await call('POST', '/candidates', {
			first_name: 'Bob',
			email: 'bob@example.com',
		});
		const path = `/candidates/${String(added.body.id)}`;
		const letter = { to: ['bob@example.com'], subject: 'Hi', body: 'Hi' };
		await call('POST', `${path}/messages`, letter);
		const sent = async () => rows((await feed('&event_type=email_sent')).body, 'activities');
		expect(await sent()).toEqual([]);
		clock.advance(900);
		expect(await sent()).toMatchObject([
			{ email: { subject: 'Hi' }, candidate: { first_name: 'Bob' }, application_id: null },
		]);
		await call('DELETE', path);
		expect(await sent()).toMatchObject([{ email: null, occurred_at: startedAt + 900 }]);
		const [gone] = rows((await feed('&event_type=candidate_added')).body, 'activities');
		expect(gone.candidate).toEqual({ id: added.body.id });
	});
});
